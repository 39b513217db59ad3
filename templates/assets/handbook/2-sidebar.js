// The sidebar: folding, rows that the page left out, its place, its width.
const nav = sidebar && find('nav', sidebar)
const list = nav && find('.summary', nav)
const place =
  nav && memory('sessionStorage', 'handbook ' + new URL(nav.dataset.nav, location).pathname)
let tree

/** The tree of the book from `nav.js`, loaded once: [title, url or 0, rows below?, symbol?] per row, by part. */
function loadTree() {
  tree ||= new Promise((resolve, reject) => {
    window.handbookNav = resolve
    const script = document.createElement('script')
    script.src = nav.dataset.nav
    script.onerror = reject
    document.head.append(script)
  })
  return tree
}

const step = (rows, index) => (rows && rows[index - 1]) || []
/** The rows below a level such as '1.2'. */
const rowsBelow = (data, level) =>
  level
    .split('.')
    .reduce((rows, index, depth) => (depth ? step(rows, index)[2] : step(rows, index)), data) || []

function makeRow([title, url, children, symbol], level, numbered) {
  const row = document.createElement('li')
  row.className = 'chapter'
  row.dataset.level = level
  const label = document.createElement(url ? 'a' : 'span')
  if (symbol) {
    const picture = document.createElement('span')
    picture.className = symbol
    label.append(picture)
  }
  if (numbered) {
    const number = document.createElement('b')
    number.textContent = level + '.'
    label.append(number, ' ')
  }
  label.append(title)
  if (url) label.href = /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) ? url : nav.dataset.base + url
  if (url && label.origin !== location.origin) label.rel = 'external'
  row.append(label)
  if (children) {
    row.dataset.branch = ''
    addFold(row)
  }
  return row
}

/** Puts the missing rows of one level between those that are there. */
function fillRows(rows, level, present, insert) {
  const numbered = !!find('b', list)
  const known = new Map(present.map((row) => [row.dataset.level, row]))
  rows.forEach((data, index) => {
    const name = level + '.' + (index + 1)
    insert(known.get(name) || makeRow(data, name, numbered))
  })
}

const childRows = (parent) => [...parent.children].filter((row) => row.matches('.chapter'))

/** The list below a row, made when it is missing or incomplete. */
async function openBranch(row) {
  let below = find(':scope > .articles', row)
  if (below && !find(':scope > .gap', below)) return below
  const rows = rowsBelow(await loadTree(), row.dataset.level)
  const present = below ? childRows(below) : []
  below ||= document.createElement('ul')
  below.className = 'articles'
  fillRows(rows, row.dataset.level, present, (item) => below.append(item))
  findAll(':scope > .gap', below).forEach((gap) => gap.remove())
  row.append(below)
  row.dataset.branch = 'open'
  return below
}

/** The rows of a part stand beside its header; a long part lacks some, a folded one all. */
async function openPart(header, last) {
  const level = String(
    Number(header ? header.dataset.part : last.dataset.level.split('.')[0] - 1) + 1,
  )
  const rows = (await loadTree())[level - 1] || []
  const own = childRows(list).filter((row) => row.dataset.level.split('.')[0] === level)
  let after = header || own[0].previousElementSibling
  if (after && after.matches('.gap')) after = after.previousElementSibling
  own.concat(findAll(':scope > .gap', list)).forEach((row) => row.remove())
  fillRows(rows, level, own, (row) => {
    after ? after.after(row) : list.prepend(row)
    after = row
  })
}

const remembered = () => (place.read().open ||= {})
function remember(level, open) {
  const state = place.read()
  state.open = { ...state.open, [level]: open }
  place.write(state)
}

function addFold(row) {
  const label = find(':scope > a, :scope > span', row)
  const button = piece('.fold')
  const own = find(':scope > .articles', row)
  button.setAttribute(
    'aria-label',
    button.getAttribute('aria-label').replace('{title}', label.textContent),
  )
  button.setAttribute('aria-expanded', !!own)
  button.onclick = () => fold(row, button, button.getAttribute('aria-expanded') === 'false')
  label.after(button)
  const wanted = remembered()[row.dataset.level]
  if (wanted !== undefined && wanted !== !!own && !find('.active', row)) fold(row, button, wanted)
}

async function fold(row, button, open) {
  const below = open ? await openBranch(row).catch(() => 0) : find(':scope > .articles', row)
  if (!below) return
  below.hidden = !open
  button.setAttribute('aria-expanded', open)
  remember(row.dataset.level, open)
}

function addPartFold(header) {
  const button = piece('.fold')
  button.setAttribute(
    'aria-label',
    button.getAttribute('aria-label').replace('{title}', header.textContent),
  )
  button.setAttribute('aria-expanded', false)
  button.onclick = async () => {
    const rows = () =>
      childRows(list).filter((row) => row.dataset.level.split('.')[0] - 1 === +header.dataset.part)
    if (!rows()[0]) await openPart(header)
    const open = button.getAttribute('aria-expanded') === 'false'
    rows().forEach((row) => (row.hidden = !open))
    button.setAttribute('aria-expanded', open)
  }
  header.append(button)
  header.classList.add('foldable')
}

function fillGap(event) {
  const gap = event.target.closest('.gap')
  if (!gap || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  const branch = gap.parentElement.closest('.chapter')
  const row = childRows(gap.parentElement)[0]
  const kept = row.getBoundingClientRect().top
  const done = branch ? openBranch(branch) : openPart(0, row)
  done.then(
    () => {
      sidebar.scrollTop += row.getBoundingClientRect().top - kept
      find('a', row).focus({ preventScroll: true })
    },
    () => (location.href = find('a', gap).href),
  )
}

/** With the current row in sight. The menu is fixed, so that the page behind it stays. */
const showCurrent = () => find('.active > a', sidebar)?.scrollIntoView({ block: 'center' })

function toggleSidebar() {
  if (!sidebar) return
  if (!wide.matches) return sidebar.togglePopover && sidebar.togglePopover()
  choose('sidebar', root.dataset.sidebar ? '' : 'hidden')
  showSidebarState()
}

function showSidebarState() {
  find('.sidebar-button').setAttribute('aria-expanded', !root.dataset.sidebar)
}

function addGrip() {
  const grip = piece('.grip')
  const size = (px) => {
    const width = Math.round(Math.min(Math.max(px, 200), 520))
    root.style.setProperty('--sidebar', width + 'px')
    grip.setAttribute('aria-valuenow', width)
    return width
  }
  const set = (px) => choose('width', size(px))
  const width = () => sidebar.offsetWidth
  grip.setAttribute('aria-valuemin', 200)
  grip.setAttribute('aria-valuemax', 520)
  grip.setAttribute('aria-valuenow', width() || 288)
  grip.onpointerdown = (event) => {
    grip.setPointerCapture(event.pointerId)
    grip.onpointermove = (move) => size(rtl ? innerWidth - move.clientX : move.clientX)
  }
  grip.onpointerup = grip.onpointercancel = () => {
    grip.onpointermove = null
    choose('width', width())
  }
  grip.onkeydown = (event) => {
    const direction = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (!direction) return
    event.preventDefault()
    event.stopPropagation()
    set(width() + (rtl ? -direction : direction))
  }
  grip.ondblclick = () => {
    choose('width', '')
    root.style.removeProperty('--sidebar')
  }
  nav.append(grip)
}

if (sidebar) {
  findAll('[data-branch]', list).forEach(addFold)
  findAll('.header[data-part]', list)
    .filter((header) => find('a', header))
    .forEach(addPartFold)
  list.addEventListener('click', fillGap)
  addEventListener('pagehide', () => {
    try {
      sessionStorage.handbookTop = sidebar.scrollTop
    } catch {}
  })
  addEventListener('hashchange', () => sidebar.hidePopover?.())
  sidebar.addEventListener('toggle', (event) => event.newState === 'open' && showCurrent())
  find('.sidebar-button').onclick = toggleSidebar
  showSidebarState()
  addGrip()
}
