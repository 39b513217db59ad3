// Keeps the query and the fragment of an old address, and sends old fragments where their text went.
;(({ to, fragments }) => {
  const moved = fragments ? JSON.parse(fragments) : {}
  const go = () => {
    const { hash, search } = location
    let id = hash.slice(1)
    try {
      id = decodeURIComponent(id)
    } catch {}
    const found = Object.hasOwn(moved, id) ? moved[id] : to
    if (found === undefined) return
    const url = new URL(found, document.baseURI)
    if (url.origin === location.origin) url.search ||= search
    if (found === to) url.hash ||= hash
    location.replace(url)
  }
  go()
  addEventListener('hashchange', go)
})(document.currentScript.dataset)
