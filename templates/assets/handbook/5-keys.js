// Single keys. They rest while something is typed or composed, and a reader can switch them off (WCAG 2.1.4).
const go = (rel) => find(`a[rel=${rel}]`)?.click()
const keys = {
  ArrowLeft: () => go(rtl ? 'next' : 'prev'),
  ArrowRight: () => go(rtl ? 'prev' : 'next'),
  '/': () => find('.search-button')?.click(),
  t: nextTheme,
  s: toggleSidebar,
  '?': showHelp,
}

const scrollsSideways = (element) => {
  for (let at = element; at && at !== document.body; at = at.parentElement)
    if (at.scrollWidth > at.clientWidth && /auto|scroll/.test(getComputedStyle(at).overflowX))
      return true
  return false
}

document.addEventListener('keydown', (event) => {
  const { key, target } = event
  if (!Object.hasOwn(keys, key) || !pieces || root.dataset.keys === 'off') return
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (event.shiftKey && key !== '?' && key !== '/')
  )
    return
  if (
    target.closest(
      'input, textarea, select, audio, video, [contenteditable], [role=tablist], dialog[open], .settings',
    )
  )
    return
  if (key.startsWith('Arrow') && scrollsSideways(target)) return
  event.preventDefault()
  keys[key]()
})
