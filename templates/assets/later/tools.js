// What a reader asks for now and then: the panel of reading settings, the list of keys, a page copied as Markdown.
// Loaded with the first of them; `tools()` of handbook.js gives what is at the end.
const { root, find, piece, choices, choose, status, announce, copyText, button } =
  window.handbookKit
let panel, help

/** The panel behind the button, made once. */
function settings() {
  if (panel) return panel
  panel = piece('.settings')
  button.after(panel)
  button.popoverTargetElement = panel
  // Some engines leave the focus nowhere.
  panel.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed' && document.activeElement === document.body) button.focus()
  })
  const form = find('form', panel)
  showChoices()
  form.oninput = ({ target: { name, type, value, checked } }) => {
    if (name === 'offline') return
    if (type === 'checkbox') choose(name, checked ? '' : 'off')
    else choose(name, name === 'size' && value === '17' ? '' : value)
    form.elements.size.nextElementSibling.value = form.elements.size.value
    if (name === 'reading' && !checked) forget()
  }
  form.onreset = () => {
    for (const name of Object.keys(choices.read())) delete root.dataset[name]
    choices.write({})
    root.style.removeProperty('--sidebar')
    window.handbookKit.showSidebarState()
    setTimeout(showChoices)
  }
  find('.help-button', form).onclick = () => {
    panel.hidePopover()
    showHelp()
  }
  const keeping = find('[name=offline]', form)
  if (keeping)
    window.handbookKit.load('offline.js').then(() => {
      window.handbookOffline.offerKeeping(keeping, say)
      window.handbookOffline.offerArchive(find('.download-button', form), say)
    })
  const { off } = window.handbookKit
  if (off.includes('progress')) find('.check:has([name=reading])', form).remove()
  return panel
}

function showChoices() {
  if (!panel) return
  const { elements } = find('form', panel)
  for (const name of ['theme', 'face', 'measure', 'leading'])
    elements[name].value = root.dataset[name] || ''
  elements.size.value = elements.size.nextElementSibling.value = root.dataset.size || 17
  for (const name of ['keys', 'reading'])
    if (elements[name]) elements[name].checked = root.dataset[name] !== 'off'
}

function forget() {
  try {
    localStorage.removeItem(window.handbookKit.progress)
  } catch {}
  for (const row of document.querySelectorAll('.read')) row.classList.remove('read')
}

function tellTheme() {
  showChoices()
  const choice = find(
    `[name=theme][value='${root.dataset.theme || ''}']`,
    panel || piece('.settings'),
  )
  announce(choice.parentElement.textContent.trim())
}

function showHelp() {
  if (!help) {
    help = piece('.help')
    document.body.append(help)
    help.addEventListener('click', (event) => event.target === help && help.close())
  }
  help.showModal()
}

let saying
/** Tells in words that are seen and heard. */
function say(name) {
  clearTimeout(saying)
  status.className = 'toast'
  announce(piece('.says').dataset[name])
  saying = setTimeout(() => {
    status.className = 'sr'
    status.textContent = ''
  }, 2500)
}

/** The text of the file beside the page. It may be on its way while it is already promised to the clipboard. */
async function copyPage({ href }) {
  const text = fetch(href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
  try {
    const plain = text.then((read) => new Blob([read], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })])
  } catch {
    try {
      await copyText(await text)
    } catch {
      return say('failed')
    }
  }
  say('copied')
}

window.handbookTools = { settings, tellTheme, help: showHelp, say, copyPage }
