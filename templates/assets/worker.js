// The whole book without a network, once a reader asked for it. With a network nothing changes: every file comes from
// there, so that nobody reads an old page.
const CACHE = 'handbook ' + registration.scope
const LIST = 'handbook/files.json'
const AT_ONCE = 12

const place = (file) =>
  new URL(encodeURI(file).replace(/[?#]/g, encodeURIComponent), registration.scope).href

async function keep(client) {
  const cache = await caches.open(CACHE)
  const files = await (await fetch(place(LIST), { cache: 'no-cache' })).json()
  const wanted = files.map(place)
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    await Promise.all(wanted.slice(at, at + AT_ONCE).map((url) => keepFile(cache, url)))
    client.postMessage({ done: Math.min(at + AT_ONCE, wanted.length), all: wanted.length })
  }
  const known = new Set(wanted)
  for (const { url } of await cache.keys()) if (!known.has(url)) await cache.delete(url)
}

async function keepFile(cache, url) {
  const answer = await fetch(url, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(url)
  // An answer that was led elsewhere cannot be given for another address.
  await cache.put(url, new Response(await answer.blob(), { headers: answer.headers }))
}

addEventListener('message', (event) => {
  const { data, source } = event
  if (data !== 'keep') return
  const tell = (kept) => source.postMessage({ kept })
  event.waitUntil(
    keep(source).then(
      () => tell(true),
      () => tell(false),
    ),
  )
})

addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(registration.scope)) event.respondWith(answer(event))
})

async function answer({ request }) {
  try {
    return await fetch(request)
  } catch (error) {
    const cache = await caches.open(CACHE)
    for (const file of filesFor(request.url)) {
      const found = await cache.match(place(file))
      if (found) return found
    }
    throw error
  }
}

/** The files that a server may give for an address, however it spells them. */
function filesFor(url) {
  let file = url.slice(registration.scope.length).replace(/[?#].*/, '')
  try {
    file = decodeURIComponent(file)
  } catch {}
  const folder = file.replace(/\/$/, '')
  return [file, folder ? folder + '/index.html' : 'index.html', folder + '.html', '404.html']
}

addEventListener('activate', (event) => event.waitUntil(clients.claim()))
