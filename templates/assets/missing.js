// On the page for addresses without one, where nobody said below which path the site lies: its links begin at the top
// of the host. The page names this script at every place where it may lie; the copy that loads knows the place.
;(({ src }, { dataset }) => {
  if (dataset.top) return
  const top = (dataset.top = new URL('..', src).href)
  if (new URL('/', top).href === top) return
  const attributes = ['href', 'src', 'data-base', 'data-index', 'data-nav', 'data-panels']
  const mend = (element) => {
    let changed = false
    for (const name of attributes) {
      const value = element.getAttribute(name)
      if (!/^\/(?!\/)/.test(value || '')) continue
      element.setAttribute(name, top + value.slice(1))
      changed = true
    }
    if (changed && element.localName === 'script') restart(element)
  }
  /** A script runs once, and this one came to nothing. */
  const restart = (script) => {
    const copy = document.createElement('script')
    for (const { name, value } of script.attributes) copy.setAttribute(name, value)
    copy.async = false
    script.replaceWith(copy)
  }
  const watcher = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node.nodeType === 1) [node, ...node.querySelectorAll('*')].forEach(mend)
  })
  watcher.observe(document, { childList: true, subtree: true })
  addEventListener('load', () => watcher.disconnect())
})(document.currentScript, document.documentElement)
