// What a link of the text leads to, beside it: when the pointer rests on it or the keyboard is there. It can be hovered
// itself, and Escape puts it away (WCAG 1.4.13).
const { root, find, findAll, previewed: links } = window.handbookKit
const passed = '.heading-anchor, .footnote-back, .page-info a, .letters a, :has(img, picture, svg)'
const REST = 200
const LINES = 3
const box = document.createElement('div')
box.className = 'preview'
box.id = 'hb-preview'
box.popover = 'manual'
box.setAttribute('role', 'tooltip')
find('main').append(box)
root.classList.add('previews')

let owner, waiting
/** What is shown next, or is. */
let wanted
const soon = (task, ...given) => {
  clearTimeout(waiting)
  waiting = setTimeout(task, REST, ...given)
}

function want(link, at) {
  wanted = link
  soon(show, link, at)
}

/** A page that scrolls below a pointer at rest moves it for some engines: what the keyboard asked for stays. */
const isHeld = () => wanted === document.activeElement && wanted.matches(':focus-visible')

function hide() {
  wanted = undefined
  clearTimeout(waiting)
  if (!owner) return
  owner.removeAttribute('aria-describedby')
  owner = undefined
  if (box.matches(':popover-open')) box.hidePopover()
}

async function show(link, at) {
  if (link === owner) return
  hide()
  wanted = owner = link
  const parts = await contentOf(link).catch(() => [])
  if (owner !== link || !parts.length) return
  box.replaceChildren(...parts)
  link.setAttribute('aria-describedby', box.id)
  box.style.visibility = ''
  box.showPopover()
  put(link, at)
}

/** Below the line of the link that is pointed at, above it where there is no room. */
function put(link, at) {
  const lines = [...link.getClientRects()]
  const line = lines.find(({ top, bottom }) => at >= top && at <= bottom) || lines[0]
  const { offsetWidth: width, offsetHeight: height } = box
  const side = root.dir === 'rtl' ? line.right - width : line.left
  const left = Math.max(8, Math.min(side, innerWidth - width - 8))
  const below = line.bottom + 6
  const top = below + height < innerHeight - 8 ? below : Math.max(8, line.top - height - 6)
  Object.assign(box.style, { left: left + 'px', top: top + 'px' })
}

async function contentOf(link) {
  if (link.matches('.glossary-term') && link.dataset.definition)
    return [element('p', link.dataset.definition)]
  const url = new URL(link.href)
  const isHere = url.pathname === location.pathname && url.origin === location.origin
  if (isHere && !url.hash) return []
  const page = isHere ? document : await pageAt(url)
  return page ? partOf(page, decodeURIComponent(url.hash.slice(1))) : []
}

const pages = new Map()
/** A page of the site; a page on disk cannot read another. */
function pageAt({ origin, pathname }) {
  if (origin !== location.origin || location.protocol === 'file:') return
  if (!/(?:\.html|\/)$/.test(pathname)) return
  if (!pages.has(pathname))
    pages.set(
      pathname,
      fetch(pathname)
        .then((answer) => (answer.ok ? answer.text() : ''))
        .then((text) => new DOMParser().parseFromString(text, 'text/html')),
    )
  return pages.get(pathname)
}

const isHeading = (node) => /^H[1-6]$/.test(node.tagName)

/** The title of a page or section and what follows it, or the note itself. */
function partOf(page, id) {
  const section = find('.markdown-section', page)
  const target = id ? page.getElementById(id) : find('h1', page) || section
  if (!target || !section) return []
  if (target.matches('li, dd, dt'))
    return cleaned(target).children.length ? [...cleaned(target).childNodes] : [cleaned(target)]
  const title = isHeading(target) ? target : find('h1', page)
  const first =
    isHeading(target) && section.contains(target)
      ? target.nextElementSibling
      : id && section.contains(target)
        ? target
        : section.firstElementChild
  const parts = []
  for (let node = first; node && parts.length < LINES; node = node.nextElementSibling) {
    if (isHeading(node) && parts.length) break
    if (
      node.matches('p, ul, ol, dl, blockquote, .callout, pre, .code') &&
      !node.hasAttribute('data-chrome')
    )
      if (node.textContent.trim()) parts.push(cleaned(node))
  }
  return title ? [element('b', cleaned(title).textContent.trim()), ...parts] : parts
}

function element(name, text) {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

/** Words to look at: nothing that loads, that can be operated, or that has a name. */
function cleaned(node) {
  const copy = document.importNode(node, true)
  findAll(
    '[data-chrome], img, picture, svg, video, audio, iframe, object, script, style, button, input, sup, .heading-anchor, .footnote-back',
    copy,
  ).forEach((one) => one.remove())
  findAll('a', copy).forEach((link) => link.replaceWith(...link.childNodes))
  for (const one of [copy, ...findAll('*', copy)]) {
    one.removeAttribute('id')
    one.removeAttribute('tabindex')
  }
  return copy
}

function point(event) {
  const { target, pointerType, clientY } = event
  if (pointerType === 'touch' || !target.closest) return
  if (box.contains(target)) return clearTimeout(waiting)
  const link = target.closest(links)
  if (link && !link.matches(passed)) link === owner ? clearTimeout(waiting) : want(link, clientY)
  else if (!isHeld()) owner ? soon(hide) : clearTimeout(waiting)
}
function focus({ target }) {
  const link = target.closest(links)
  if (link && !link.matches(passed) && link.matches(':focus-visible')) want(link)
  else hide()
}
document.addEventListener('pointerover', point)
document.addEventListener('focusin', focus)
document.addEventListener('focusout', hide)
document.addEventListener('pointerdown', ({ target }) => box.contains(target) || hide())
document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
addEventListener(
  'scroll',
  () => {
    if (!owner) return
    const { top, bottom } = owner.getBoundingClientRect()
    const isAway = bottom < 0 || top > innerHeight
    // A link that has the focus may be on its way into sight.
    if (isAway && document.activeElement !== owner) return hide()
    box.style.visibility = isAway ? 'hidden' : ''
    put(owner)
  },
  { passive: true },
)
// What woke this script.
document.addEventListener(
  'handbook-previews.js',
  ({ detail }) => (detail.type === 'focusin' ? focus(detail) : point(detail)),
  { once: true },
)
