// Search: its script, style and index come when somebody is about to ask.
const seeker = find('.search-button')
const loadSearch = () =>
  Promise.all([panels(), load(new URL(seeker.dataset.script, location).href)]).then(
    () => window.handbookSearch,
  )
/** A browser that cannot search still has the list of all chapters. */
const search = (query) =>
  loadSearch()
    .then(({ open }) => open(query))
    .catch(() => (location.href = seeker.href))

if (seeker && pieces) {
  seeker.onpointerenter = seeker.onfocus = () => loadSearch().catch(() => {})
  seeker.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    search()
  }
  document.addEventListener('keydown', (event) => {
    if (
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey ||
      event.key.toLowerCase() !== 'k'
    )
      return
    event.preventDefault()
    search()
  })
  const asked = new URLSearchParams(location.search)
  if (asked.get('h')) loadSearch().then(({ highlight }) => highlight(asked.get('h')))
  if (asked.has('q')) search(asked.get('q'))
}
