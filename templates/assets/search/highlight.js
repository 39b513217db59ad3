// Marks what was asked for in the text of a page. Escape takes it away.

export function highlighter({ planOf, markRanges }) {
  /** As a whole where it stands so, otherwise its parts. */
  function highlight(query) {
    unmark()
    const content = document.querySelector('.markdown-section')
    const { whole, needles } = planOf(query)
    if (!content || !whole) return
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const nodes = []
    while (walker.nextNode())
      if (!walker.currentNode.parentElement.closest('[data-chrome]')) nodes.push(walker.currentNode)
    for (const words of [[whole], needles]) {
      nodes.forEach((node) => mark(node, words))
      if (content.querySelector('.found')) break
    }
    document.addEventListener('keydown', unmarkByKey)
    if (!location.hash) content.querySelector('.found')?.scrollIntoView({ block: 'center' })
  }

  function mark(node, needles) {
    for (const [from, to] of markRanges(node.data, needles).reverse()) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      const found = document.createElement('mark')
      found.className = 'found'
      range.surroundContents(found)
    }
  }

  function unmark() {
    document.removeEventListener('keydown', unmarkByKey)
    for (const found of document.querySelectorAll('mark.found')) {
      const { parentNode } = found
      found.replaceWith(...found.childNodes)
      parentNode.normalize()
    }
  }

  function unmarkByKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]'))
      return
    unmark()
    const url = new URL(location.href)
    url.searchParams.delete('h')
    try {
      history.replaceState(history.state, '', url)
    } catch {}
  }

  return highlight
}
