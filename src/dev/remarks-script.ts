/** The part of the browser's program that shows what is wrong and no error: a small badge, and the list behind it. */
export const remarksScript: string = String.raw`
const remarksStyle = [
  ':host { all: initial }',
  'div { position: fixed; inset: auto auto 1rem 1rem; z-index: 2147483000; font: .875rem/1.5 system-ui, sans-serif }',
  'summary { display: inline-block; padding: .25rem .75rem; border: 1px solid #8a5a00; border-radius: 1rem; background: #fff6e0; color: #5c3c00;',
  '  cursor: pointer; list-style: none; box-shadow: 0 .125rem .5rem rgb(0 0 0 / .2) }',
  'summary::-webkit-details-marker { display: none }',
  'ol { box-sizing: border-box; width: min(36rem, 100vw - 2rem); max-height: 50vh; margin: 0 0 .5rem; padding: .75rem 1rem .75rem 2.25rem; overflow: auto;',
  '  border: 1px solid #d8c9a8; border-radius: .5rem; background: #fff; color: #1d1b1a; overflow-wrap: anywhere;',
  '  box-shadow: 0 .5rem 2rem rgb(0 0 0 / .25) }',
  'details { display: flex; flex-direction: column-reverse; align-items: start }',
  'li + li { margin-top: .625rem }',
  'p { margin: 0 } .hint { color: #5c5552 }',
  'a, code { font-family: ui-monospace, monospace; font-size: .8125rem } a { color: #1a56c4 } code { color: #5c5552 }',
  'summary:focus-visible, a:focus-visible, ol:focus-visible { outline: 2px solid #1a56c4; outline-offset: 2px }',
  '@media (prefers-color-scheme: dark) {',
  '  summary { background: #3a2f17; color: #ffd98a; border-color: #a98435 }',
  '  ol { background: #211e1d; color: #eee7e4; border-color: #57503f } .hint, code { color: #b8aeaa } a { color: #8ab4ff }',
  '  summary:focus-visible, a:focus-visible, ol:focus-visible { outline-color: #8ab4ff }',
  '}',
  '@media print { div { display: none } }',
].join('\n')
let badge

function createBadge() {
  const host = document.createElement('handbook-remarks')
  const shadow = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(remarksStyle)
  shadow.adoptedStyleSheets = [style]
  const box = Object.assign(document.createElement('div'), { lang: words.language })
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  const list = Object.assign(document.createElement('ol'), { tabIndex: 0 })
  details.append(summary, list)
  box.append(details)
  shadow.append(box)
  // Keys that scroll the list are not shortcuts of the page below; Escape closes it.
  details.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key !== 'Escape') return
    details.open = false
    summary.focus()
  })
  document.body.append(host)
  return { host, summary, list }
}

function showRemarks({ title, items }) {
  if (window !== window.top) return
  if (items.length === 0) {
    badge?.host.remove()
    badge = undefined
    return
  }
  badge ??= createBadge()
  badge.summary.textContent = title
  badge.list.replaceChildren(...items.map(remarkItem))
}

function remarkItem({ message, hint, place, editor }) {
  const make = (name, text, more) => Object.assign(document.createElement(name), { textContent: text, ...more })
  const item = document.createElement('li')
  item.append(make('p', message))
  if (hint) item.append(make('p', hint, { className: 'hint' }))
  if (place) item.append(editor ? make('a', place, { href: editor }) : make('code', place))
  return item
}
`
