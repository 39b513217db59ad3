// The panel of reading settings, and the list of keys.
const button = find('.settings-button')
const themes = ['', 'light', 'dark', 'sepia']
let panel

/** Made when somebody is about to open it. */
function makePanel() {
  if (panel || !button) return
  panel = piece('.settings')
  button.after(panel)
  button.popoverTargetElement = panel
  const form = find('form', panel)
  showChoices()
  form.oninput = ({ target: { name, type, value, checked } }) => {
    if (type === 'checkbox') choose(name, checked ? '' : 'off')
    else choose(name, name === 'size' && value === '17' ? '' : value)
    form.elements.size.nextElementSibling.value = form.elements.size.value
  }
  form.onreset = () => {
    Object.keys(choices.read()).forEach((name) => choose(name, ''))
    root.style.removeProperty('--sidebar')
    showSidebarState()
    setTimeout(showChoices)
  }
  find('.help-button', form).onclick = () => {
    panel.hidePopover()
    showHelp()
  }
}

function showChoices() {
  if (!panel) return
  const { elements } = find('form', panel)
  for (const name of ['theme', 'face', 'measure', 'leading'])
    elements[name].value = root.dataset[name] || ''
  elements.size.value = elements.size.nextElementSibling.value = root.dataset.size || 17
  elements.keys.checked = root.dataset.keys !== 'off'
}

function nextTheme() {
  makePanel()
  const theme = themes[(themes.indexOf(root.dataset.theme || '') + 1) % themes.length]
  choose('theme', theme)
  showChoices()
  const radio = find(`[name=theme][value='${theme}']`, panel)
  announce(radio.parentElement.textContent.trim())
}

let help
function showHelp() {
  if (!help) {
    help = piece('.help')
    document.body.append(help)
    help.addEventListener('click', (event) => event.target === help && help.close())
  }
  help.showModal()
}

if (button)
  for (const type of ['pointerdown', 'focus', 'click']) button.addEventListener(type, makePanel)
for (const drop of findAll('.drop')) {
  drop.addEventListener(
    'focusout',
    (event) => drop.contains(event.relatedTarget) || (drop.open = false),
  )
  drop.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !drop.open) return
    drop.open = false
    find('summary', drop).focus()
  })
}
