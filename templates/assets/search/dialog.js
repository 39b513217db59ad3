// The dialog: made when it is first opened, asked with every change of its text, steered with the keys of a combobox.
import { createEngine } from './engine.js'
import { markRanges } from './excerpt.js'
import { planOf } from './plan.js'
import { recent } from './recent.js'
import { askingRow, element, headingOf, labeled, marks, pageGroup } from './rows.js'

/** Pages shown at first, and added when the reader comes near the end of the list. */
const PAGES = 5
const MORE_PAGES = 8
const { find, findAll, load, piece } = window.handbookKit
const button = find('.search-button')
const { index: indexUrl, all: allUrl, style } = button.dataset
/** What scripts brought, by their addresses. */
const received = {}

/** Takes the data of a script, which calls this: of a file of an index, or of what comes later. */
function receive(name, data) {
  received[document.currentScript.src] = data
}

async function loadFile(url) {
  const { href } = new URL(url, location)
  await load(href)
  return received[href]
}

/** Nothing, where it cannot be had. */
const loadMore = () => loadFile(button.dataset.script.replace(/(?=\.js)/, '-more')).catch(() => {})

/** Asks the index in a folder. */
function engineOf(folder) {
  // The first file is small and says which version of the others there is: nobody may have kept an old one.
  let version = ''
  return createEngine(async (name) => {
    const data = await loadFile(`${folder}${name}.js${version || '?' + Date.now()}`)
    if (name === 'index') version = `?v=${data[0]}`
    return data
  }, loadMore)
}

const own = engineOf(indexUrl)
let all
let engine = own
let dialog, input, list, status
let limit = PAGES
let asked = ''
let turn = 0
let more = false
let active = -1
/** Pages in the list, and their places. */
const shown = new Map()

let made
function makeDialog() {
  dialog = piece('.search')
  input = find('input', dialog)
  list = find('[role=listbox]', dialog)
  status = find('[role=status]', dialog)
  document.body.append(dialog)
  input.oninput = (event) => event.isComposing || ask()
  input.addEventListener('compositionend', () => ask())
  input.onkeydown = steer
  list.onclick = follow
  list.onmousedown = find('form', dialog).onsubmit = () => false
  list.onscroll = () => {
    if (list.scrollHeight - list.scrollTop - list.clientHeight < 200) askMore()
  }
  find('button', dialog).onclick = leave
  // `false` would keep links from being followed.
  dialog.onclick = (event) => event.target !== dialog || leave()
  dialog.onkeydown = leaveByKey
  dialog.onclose = () => showQuery('')
  return loadFile(style).catch(() => {})
}

/** Opens the dialog, with a query when there is one. */
async function open(query) {
  made ||= makeDialog()
  engine = own
  engine.prepare().catch(() => {})
  await made
  if (!dialog.open) dialog.showModal()
  input.value = query ?? input.value
  input.select()
  ask(true)
}

/** Closes the dialog. What had the focus gets it back; where nothing had it, the button has it. */
function leave() {
  dialog.close()
  const { activeElement: at, body } = document
  if (!at || at === body || dialog.contains(at)) button.focus({ preventScroll: true })
}

/** Keys belong to the input method until it is done. */
const isComposed = (event) => event.isComposing || event.keyCode === 229

/** A field for searches keeps Escape for itself: some engines empty it first, some never close the dialog. */
function leaveByKey(event) {
  if (event.key !== 'Escape' || isComposed(event)) return
  event.preventDefault()
  leave()
}

/** Keeps the query in the address, so that it can be linked and the way back leads to it. */
function showQuery(query) {
  try {
    const url = new URL(location.href)
    if (query) url.searchParams.set('q', query)
    else url.searchParams.delete('q')
    history.replaceState(history.state, '', url)
  } catch {}
}

async function ask(again) {
  const query = input.value.trim()
  if (query === asked && !again) return
  asked = query
  limit = PAGES
  const asking = ++turn
  showQuery(query)
  if (!query) return showRecent()
  try {
    const found = await engine.find(query, limit)
    if (asking !== turn) return
    shown.clear()
    show(found, 0)
  } catch {
    if (asking === turn) say(status.dataset.failed)
  }
}

/** Further pages below those that are shown. */
async function askMore() {
  if (!more) return
  more = false
  const asking = turn
  // Where nothing was found yet, ever more is read.
  limit += shown.size ? MORE_PAGES : limit
  const found = await engine.find(asked, limit).catch(() => 0)
  if (found && asking === turn) show(found, active)
}

const placeOf = ({ url }) => shown.get(url) ?? Infinity

/** What eyes see and what is told to those who listen are the same words. */
const say = (text) => (status.textContent = text)

function show({ pages: found, nearby, count, complete }, select) {
  // What is there already keeps its place.
  const pages = found.toSorted((a, b) => placeOf(a) - placeOf(b))
  for (const { url } of pages) if (!shown.has(url)) shown.set(url, shown.size)
  const word = pages.length
    ? status.dataset.count.replace('{count}', count + (complete ? '' : '+'))
    : status.dataset.none.replace('{query}', asked)
  const groupOf = (page) => pageGroup({ ...page, held: page.held ?? asked })
  const groups = pages.map(groupOf)
  if (nearby.length && pages.length) groups.push(headingOf(status.dataset.nearest))
  groups.push(...nearby.map(groupOf))
  if (allUrl && engine === own) groups.push(askingRow(status.dataset.all, { all: '' }))
  const top = select ? list.scrollTop : 0
  fill(groups)
  list.scrollTop = top
  more = pages.length < count || !complete
  // While there is more to read, nothing is said to be missing.
  if (complete || count)
    say(nearby.length && !pages.length ? `${word}. ${status.dataset.nearest}` : word)
  choose(Math.max(select, 0))
  if (list.scrollHeight <= list.clientHeight) askMore()
}

function showRecent() {
  more = false
  say('')
  const rows = recent.read().map((query) => askingRow(query, { query }))
  const { recent: title } = status.dataset
  fill(rows.length ? [labeled(element('div', '', headingOf(title), ...rows), title)] : [])
}

function fill(rows) {
  list.replaceChildren(...rows)
  const options = optionRows()
  options.forEach((row, at) => {
    row.id = 'hb-found-' + at
    row.ariaSelected = false
  })
  list.hidden = !(input.ariaExpanded = !!options.length)
  active = -1
  input.removeAttribute('aria-activedescendant')
}

const optionRows = () => findAll('[role=option]', list)

function choose(at) {
  const options = optionRows()
  const row = options[at]
  if (!row) return
  if (options[active]) options[active].ariaSelected = false
  active = at
  row.ariaSelected = true
  // What stands above the first row is seen with it.
  row.scrollIntoView({ block: at ? 'nearest' : 'end' })
  input.setAttribute('aria-activedescendant', row.id)
  if (at > options.length - 3) askMore()
}

function steer(event) {
  if (isComposed(event)) return
  const count = optionRows().length
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step && count) {
    event.preventDefault()
    choose(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count)
  } else if (event.key === 'Enter') {
    event.preventDefault()
    const row = optionRows()[active]
    if (!row) return
    if ((event.ctrlKey || event.metaKey) && row.href) {
      recent.add(asked)
      window.open(row.href, '_blank', 'noopener')
    } else row.click()
  }
}

function follow(event) {
  const row = event.target.closest('[role=option]')
  if (!row) return
  if (row.dataset.all === '') {
    engine = all ||= engineOf(allUrl)
    return ask(true)
  }
  if (row.dataset.query) {
    input.value = row.dataset.query
    return ask()
  }
  recent.add(asked)
  if (event.ctrlKey || event.metaKey || event.shiftKey || row.pathname !== location.pathname) return
  // On the page that is being read: nothing will be loaded.
  event.preventDefault()
  dialog.close()
  if (row.hash) location.hash = row.hash
  else scrollTo(0, 0)
  if (marks) highlight(asked)
}

/** Marks what was asked for in the text of this page. */
const highlight = async (query) => (await loadMore()).highlighter({ planOf, markRanges })(query)

window.handbookSearch = Object.assign(receive, { open, highlight })
