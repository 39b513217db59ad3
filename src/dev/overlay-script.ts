/** The part of the browser's program that shows problems on top of a page, out of reach of the page's styles. */
export const overlayScript: string = String.raw`
const dismissedKey = 'handbook:dismissed'
const overlayStyle = [
  ':host { all: initial }',
  'dialog { box-sizing: border-box; width: min(60rem, 100% - 2rem); max-height: calc(100% - 2rem); margin: auto; padding: 1.25rem 1.5rem;',
  '  display: flex; flex-direction: column; gap: .75rem; border: 1px solid #b3261e; border-top-width: .4rem; border-radius: .5rem;',
  '  background: #fff; color: #1d1b1a; font: 1rem/1.5 system-ui, sans-serif; box-shadow: 0 1rem 3rem rgb(0 0 0 / .35) }',
  'dialog:not([open]) { display: none }',
  'dialog::backdrop { background: rgb(0 0 0 / .4) }',
  'header { display: flex; align-items: baseline; justify-content: space-between; gap: 1rem }',
  'h2 { margin: 0; font-size: 1.25rem; color: #b3261e }',
  'p { margin: 0; color: #5c5552 }',
  'pre { margin: 0; padding: .75rem 1rem; overflow: auto; border-radius: .375rem; background: #f6f2f0; white-space: pre-wrap;',
  '  overflow-wrap: anywhere; font: .875rem/1.6 ui-monospace, "Sarasa Mono SC", "Noto Sans Mono CJK SC", monospace; tab-size: 2 }',
  'button { flex: none; padding: .25rem .75rem; border: 1px solid currentColor; border-radius: .375rem; background: none; color: inherit;',
  '  font: inherit; cursor: pointer }',
  'button:focus-visible, pre:focus-visible { outline: 2px solid #1a56c4; outline-offset: 2px }',
  '@media (prefers-color-scheme: dark) {',
  '  dialog { background: #211e1d; color: #eee7e4; border-color: #f2796f }',
  '  h2 { color: #f2796f } p { color: #b8aeaa } pre { background: #161413 }',
  '  button:focus-visible, pre:focus-visible { outline-color: #8ab4ff }',
  '}',
  '@media print { dialog { display: none } }',
].join('\n')
let overlay

function createOverlay() {
  const host = document.createElement('handbook-problems')
  const shadow = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(overlayStyle)
  shadow.adoptedStyleSheets = [style]
  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text ?? '' })
  const dialog = Object.assign(make('dialog'), { lang: words.language })
  const header = make('header')
  const title = Object.assign(make('h2', words.errors), { id: 'title' })
  const close = Object.assign(make('button', words.close), { type: 'button' })
  const text = Object.assign(make('pre'), { tabIndex: 0, autofocus: true })
  dialog.setAttribute('aria-labelledby', 'title')
  text.setAttribute('aria-labelledby', 'title')
  text.setAttribute('role', 'region')
  header.append(title, close)
  dialog.append(header, make('p', words.behind), text)
  shadow.append(dialog)
  close.addEventListener('click', () => dialog.close())
  // Keys that scroll the text are not shortcuts of the page below.
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  dialog.addEventListener('close', () => {
    // Everything else is the reader's wish: the button, Escape, the gesture for going back.
    if (dialog.returnValue !== 'mended') remember(text.textContent)
    host.remove()
    overlay = undefined
  })
  return { host, dialog, text }
}

function remember(text) {
  try {
    sessionStorage.setItem(dismissedKey, text)
  } catch {
    // Without storage it is shown again on the next page.
  }
}

function wasDismissed(text) {
  try {
    return sessionStorage.getItem(dismissedKey) === text
  } catch {
    return false
  }
}

// '' takes the overlay away. What a reader closed stays closed until the text is another.
function showProblems(text) {
  const inPage = document.getElementById('handbook-problems-text')
  if (inPage !== null) inPage.textContent = text
  if (inPage !== null || window !== window.top) return
  if (text === '') {
    remember('')
    overlay?.dialog.close('mended')
    return
  }
  if (overlay === undefined && wasDismissed(text)) return
  overlay ??= createOverlay()
  overlay.text.textContent = text
  if (overlay.dialog.open) return
  document.body.append(overlay.host)
  overlay.dialog.showModal()
}
`
