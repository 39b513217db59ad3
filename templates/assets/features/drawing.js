// Diagrams that are drawn in the browser, by Mermaid, in the colors that the page has now. What it cannot draw either
// stays as it was: its source.
const root = document.documentElement
const { library } = document.currentScript.dataset
const boxes = [...document.querySelectorAll('.diagram-late')]

/** A script of a site is loaded as such, from wherever the page lies; a module is imported. */
function load() {
  const address = new URL(library, document.baseURI).href
  if (/\.mjs(?:[?#]|$)/.test(address)) return import(address).then((all) => all.default)
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => (window.mermaid ? resolve(window.mermaid) : reject(new Error(address)))
    script.onerror = () => reject(new Error(address))
    document.head.append(script)
  })
}

/** A color of the theme in numbers, whatever the theme writes it in. */
const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
function color(name) {
  const probe = document.createElement('i')
  probe.style.color = `var(--${name})`
  document.body.append(probe)
  paper.fillStyle = getComputedStyle(probe).color
  probe.remove()
  paper.fillRect(0, 0, 1, 1)
  const [red, green, blue] = paper.getImageData(0, 0, 1, 1).data
  return `rgb(${red}, ${green}, ${blue})`
}

function look() {
  const names = ['bg', 'fg', 'current', 'control', 'fg-muted', 'panel', 'code']
  const [page, words, box, edge, line, panel, code] = names.map(color)
  const [red, green, blue] = page.match(/\d+/g).map(Number)
  return {
    darkMode: red + green + blue < 384,
    background: page,
    fontFamily: getComputedStyle(document.body).fontFamily,
    primaryColor: box,
    primaryBorderColor: edge,
    primaryTextColor: words,
    secondaryColor: code,
    tertiaryColor: panel,
    noteBkgColor: panel,
    noteTextColor: words,
    noteBorderColor: edge,
    lineColor: line,
    textColor: words,
    titleColor: words,
    edgeLabelBackground: page,
  }
}

let count = 0
async function draw(mermaid) {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    themeVariables: look(),
  })
  for (const box of boxes) {
    const source = box.closest('.diagram').querySelector('.diagram-source')
    const hidden = box.closest('[hidden]')
    const id = 'drawing-' + ++count
    try {
      const { svg } = await mermaid.render(id, source.querySelector('pre').textContent)
      box.innerHTML = svg
      if (hidden) source.open = hidden.hidden = false
    } catch (error) {
      document.querySelector('#d' + id)?.remove()
      console.warn(error.message)
    }
  }
}

load().then(
  (mermaid) => {
    let last = draw(mermaid)
    const again = () => (last = last.then(() => draw(mermaid)))
    new MutationObserver(again).observe(root, { attributeFilter: ['data-theme'] })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again)
  },
  (error) => console.warn(error.message),
)
