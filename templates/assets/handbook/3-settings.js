// Reading settings and help come when somebody asks for them; the theme can be changed at once.
const button = find('.settings-button')
const themes = ['', 'light', 'dark', 'sepia']
const tools = () =>
  Promise.all([panels(), loadAll('tools.css', 'tools.js')]).then(() => window.handbookTools)

function nextTheme() {
  choose('theme', themes[(themes.indexOf(root.dataset.theme || '') + 1) % themes.length])
  tools().then(({ tellTheme }) => tellTheme())
}

const showHelp = () => tools().then(({ help }) => help())

if (button && pieces) {
  const prepare = () => tools().then(({ settings }) => settings())
  button.onpointerenter = button.onfocus = () => prepare().catch(() => {})
  // Once the panel is there, the button opens it by itself.
  button.onclick = () =>
    button.popoverTargetElement || prepare().then((panel) => panel.showPopover())
}

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
