// Images: those of the chosen theme, and a closer look at those that are shown smaller than they are.
const root = document.documentElement
const pieces = document.querySelector('#hb-pieces')

/** Sources for dark themes follow the reader's choice where there is one. */
const sources = [...document.querySelectorAll('source[media="(prefers-color-scheme: dark)"]')]
const auto = '(prefers-color-scheme: dark)'
function chooseSources() {
  const { theme } = root.dataset
  const media = theme ? (theme === 'dark' ? 'all' : 'not all') : auto
  for (const source of sources) source.media = media
}
if (sources.length) {
  chooseSources()
  new MutationObserver(chooseSources).observe(root, { attributeFilter: ['data-theme'] })
  addEventListener('beforeprint', () => sources.forEach((source) => (source.media = 'not all')))
  addEventListener('afterprint', chooseSources)
}

/** For WebKit a drawing is naturally as wide as it is shown; its attribute knows better. */
const fullWidth = (image) => Math.max(image.naturalWidth, image.getAttribute('width'))

/** A little larger is not worth a look. */
const isSmaller = (image) =>
  image.complete &&
  image.offsetWidth &&
  fullWidth(image) > image.offsetWidth * 1.15 &&
  fullWidth(image) - image.offsetWidth > 48

function enlarge(image) {
  const dialog = pieces.content.querySelector('.zoom').cloneNode(true)
  const copy = new Image()
  copy.src = image.currentSrc || image.src
  copy.alt = image.dataset.alt
  for (const side of ['width', 'height'])
    if (image.hasAttribute(side)) copy.setAttribute(side, image.getAttribute(side))
  dialog.querySelector('figure').append(copy)
  dialog.setAttribute('aria-label', image.dataset.alt || dialog.getAttribute('aria-label'))
  dialog.onclick = ({ target }) => {
    // The first click on an image that is still too large shows it as it is.
    if (target === copy && fullWidth(copy) > copy.offsetWidth + 8 && !dialog.matches('.natural'))
      dialog.classList.add('natural')
    else dialog.close()
  }
  dialog.onclose = () => {
    dialog.remove()
    image.focus()
  }
  document.body.append(dialog)
  dialog.showModal()
}

/** Without a description it is decoration, until there is something to do with it. */
function prepare(image) {
  const can = isSmaller(image)
  const alt = (image.dataset.alt ??= image.alt)
  image.alt = alt
  image.classList.toggle('zoomable', can)
  if (can) {
    image.tabIndex = 0
    image.setAttribute('role', 'button')
    const { zoom } = pieces.content.querySelector('.zoom').dataset
    image.alt ||= zoom
    image.setAttribute('aria-label', alt ? zoom + ': ' + alt : zoom)
  } else for (const name of ['tabindex', 'role', 'aria-label']) image.removeAttribute(name)
}

const images = [...document.querySelectorAll('.markdown-section img')].filter(
  (image) => !image.closest('a, button, summary, label, .cover') && !image.hasAttribute('role'),
)
if (pieces && pieces.content.querySelector('.zoom')) {
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => prepare(target)))
  for (const image of images) {
    image.addEventListener('load', () => prepare(image))
    watcher.observe(image)
    const open = (event) => image.matches('.zoomable') && (event.preventDefault(), enlarge(image))
    image.addEventListener('click', open)
    image.addEventListener('keydown', (event) => /^(Enter| )$/.test(event.key) && open(event))
  }
}
