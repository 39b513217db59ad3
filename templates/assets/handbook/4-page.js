// The page itself: its list of headings, its code, the next page fetched ahead.
const toc = find('.page-toc details')
const aside = matchMedia('(width >= 82rem)')

function followHeadings() {
  const links = findAll('a', toc)
  const targets = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  )
  const mark = () => {
    const line = innerHeight / 4
    let at = targets.findLastIndex((target) => target && target.getBoundingClientRect().top < line)
    if (innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0)
      at = Math.max(at, lastVisible())
    links.forEach((link, index) => {
      if (index === at) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    })
    const current = links[at]
    const { dataset } = find('summary', toc)
    if (current) dataset.at = current.textContent
    else delete dataset.at
    if (!current || !aside.matches) return
    const box = toc.getBoundingClientRect()
    const row = current.getBoundingClientRect()
    if (row.top < box.top + 48 || row.bottom > box.bottom - 32)
      toc.scrollTop += row.top - box.top - box.height / 2
  }
  const lastVisible = () =>
    targets.findLastIndex((target) => target && target.getBoundingClientRect().top < innerHeight)
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -75% 0px' })
  targets.forEach((target) => target && observer.observe(target))
  addEventListener('scrollend', mark)
  mark()
}

if (toc) {
  const show = () => {
    toc.open = aside.matches
    find('summary', toc).tabIndex = aside.matches ? -1 : 0
  }
  show()
  aside.addEventListener('change', show)
  followHeadings()
  const fold = () => aside.matches || (toc.open = false)
  document.addEventListener('click', ({ target }) => {
    if (target.closest('a') || !toc.contains(target)) fold()
  })
  toc.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !fold()) find('summary', toc).focus()
  })
}

/** What a reader wants of a sample: without prompts, and without what the page itself added. */
function codeText(pre) {
  const copy = pre.cloneNode(true)
  findAll('[data-chrome]', copy).forEach((extra) => extra.remove())
  const text = copy.textContent.replace(/\n$/, '')
  return /^\s*\$ /.test(text) ? commandsOf(text) : text
}

/** Commands without what they print; a `\` or a here-document carries them on. */
function commandsOf(text) {
  const lines = []
  let carried, end
  for (const line of text.split('\n')) {
    const command = end ? undefined : /^\s*\$ (.*)/.exec(line)?.[1]
    if (command === undefined && !carried && !end) continue
    const kept = command ?? line
    lines.push(kept)
    carried = kept.endsWith('\\')
    if (!end) end = /<<-?\s*(['"]?)(\w+)\1/.exec(kept)?.[2]
    else if (kept.trim() === end) end = ''
  }
  return lines.join('\n')
}

/** By the old way where the new one is forbidden: pages opened from disk, or served without encryption. */
async function copyText(text) {
  try {
    return await navigator.clipboard.writeText(text)
  } catch {}
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (!done) throw new Error('refused')
}

function addCodeTools(pre, isWide) {
  let box = pre.closest('.code')
  if (!box) {
    box = document.createElement('div')
    box.className = 'code'
    pre.replaceWith(box)
    box.append(pre)
  }
  const tools = piece('.code-tools')
  const [, language] = /\blang-([\w+#-]+)/.exec(find('code', pre).className) || []
  if (language && !/^(plain)?te?xt$/.test(language))
    box.dataset.lang = tools.dataset.lang = language
  const wrap = find('.wrap-button', tools)
  const copy = find('.copy-button', tools)
  const word = find('.sr', copy)
  const label = word.textContent
  wrap.hidden = !isWide && !pre.matches('.wrap')
  wrap.setAttribute('aria-pressed', pre.matches('.wrap'))
  wrap.onclick = () => wrap.setAttribute('aria-pressed', pre.classList.toggle('wrap'))
  copy.onclick = () =>
    copyText(codeText(pre)).then(
      () => finish(copy.dataset.done, true),
      () => finish(copy.dataset.failed, false),
    )
  const finish = (text, done) => {
    announce(text)
    word.textContent = text
    copy.classList.toggle('done', done)
    setTimeout(() => {
      word.textContent = label
      copy.classList.remove('done')
    }, 2000)
  }
  box.append(tools)
}

const samples = findAll('.markdown-section pre')
// All are measured before the first changes the page, which would be laid out anew for each.
const areWide = samples.map((pre) => pre.scrollWidth > pre.clientWidth)
samples.forEach((pre, at) => {
  // Long lines scroll, also of code that an author wrote in HTML: keys reach it.
  pre.tabIndex = 0
  if (pieces && find('code', pre)) addCodeTools(pre, areWide[at])
})

/** The link in a heading is for whoever may copy it; it repeats the words of the heading, whose name does not. */
for (const anchor of findAll('.heading-anchor')) {
  const heading = anchor.parentNode
  heading.ariaLabel = anchor.ariaLabel = heading.textContent.trim()
  anchor.removeAttribute('aria-hidden')
  anchor.tabIndex = 0
}

/** The link of a page or a heading for others: by what a phone has for this, else copied. */
function handOn(url) {
  if (navigator.share && matchMedia('(pointer: coarse)').matches)
    return navigator.share({ title: document.title, url }).catch(() => {})
  const copied = copyText(url)
  return tools().then(({ say }) =>
    copied.then(
      () => say('link'),
      () => say('failed'),
    ),
  )
}
const copyPage = find('.copy-page')
const sharePage = find('.share-page')
if (copyPage)
  // A page on disk cannot read the file beside it.
  if (location.protocol === 'file:') copyPage.remove()
  else copyPage.onclick = () => tools().then((own) => own.copyPage(copyPage.previousElementSibling))
if (sharePage) sharePage.onclick = () => handOn(location.href.replace(/[?#].*/, ''))
if (!off.includes('sharing'))
  document.addEventListener('click', ({ target }) => {
    const anchor = target.closest('.heading-anchor')
    if (anchor) handOn(anchor.href.replace(/\?[^#]*/, ''))
  })

/** What comes when a reader does something for the first time. It hears of the last that was done until it was there. */
function wake(types, names, isMeant = () => true) {
  let last
  const note = (event) => {
    if (!isMeant(event)) return
    if (!last)
      loadAll(...names).then(
        () => {
          for (const type of types) document.removeEventListener(type, note)
          document.dispatchEvent(new CustomEvent('handbook-' + names[0], { detail: last }))
        },
        () => {},
      )
    last = event
  }
  for (const type of types) document.addEventListener(type, note, { passive: true })
}

/** Where links of the text lead; without this, terms show their meaning by style alone. */
const previewed = off.includes('previews') ? '.glossary-term' : '.markdown-section a[href]'
wake(
  ['pointerover', 'focusin'],
  ['previews.js', 'tools.css'],
  ({ target, pointerType }) =>
    pointerType !== 'touch' && target.closest && target.closest(previewed),
)

/** What was read, and where: only in this browser, and only where nobody minds. */
const { protocol } = location
const home = find('.book-title')
const progress = home && 'handbook read ' + new URL(home.href).pathname.replace(/index\.html$/, '')
if (!off.includes('progress') && list) {
  let known
  try {
    known = localStorage.getItem(progress)
  } catch {}
  if (known && root.dataset.reading !== 'off') load('reading.js').catch(() => {})
  else wake(['scroll'], ['reading.js'])
}

/** Pages that a reader is about to open. Not from disk, not for those who save data. */
const fetched = new Set([location.pathname])
let dwelling
/** A pointer that only passes by wants nothing. */
function fetchSoon(event) {
  clearTimeout(dwelling)
  dwelling = setTimeout(fetchAhead, event.type === 'pointerover' ? 80 : 0, event)
}
function fetchAhead(event) {
  const link = event.target.closest && event.target.closest('a[href]')
  if (!link || link.origin !== location.origin || fetched.has(link.pathname)) return
  if (!/(?:\.html|\/)$/.test(link.pathname) || link.download) return
  fetched.add(link.pathname)
  fetch(link.href, { priority: 'low' }).catch(() => {})
}
if (protocol !== 'file:' && !(navigator.connection && navigator.connection.saveData))
  for (const type of ['pointerover', 'touchstart', 'focusin'])
    document.addEventListener(type, fetchSoon, { passive: true })
