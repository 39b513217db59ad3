// What a reader has read of this book: marks in the menu, and on the first page the way back to where they were. Kept in
// this browser and nowhere else, unless the reader does not want it.
const { root, find, findAll, memory, piece, panels, load, progress, list } = window.handbookKit
const kept = memory('localStorage', progress)
const start = progress.replace('handbook read ', '')
const here = location.pathname.replace(/index\.html$/, '').slice(start.length)
const isHome = location.pathname.replace(/index\.html$/, '') === start
const LONG_ENOUGH = 3000
const MOST = 3000
const began = Date.now()
const wants = () => root.dataset.reading !== 'off'

const keep = (change) => wants() && kept.write({ ...kept.read(), ...change })

function showRows() {
  if (!wants()) return
  const { read = {} } = kept.read()
  for (const link of findAll('a', list)) {
    const path = link.pathname.replace(/index\.html$/, '')
    const isRead = path.startsWith(start) && !link.hash && path.slice(start.length) in read
    link.classList.toggle('read', isRead)
  }
}

/** At the end of a page that was open for a while. */
function noteEnd() {
  const end = find('.markdown-section').getBoundingClientRect().bottom
  if (isHome || end > innerHeight + 40 || Date.now() - began < LONG_ENOUGH) return
  const read = Object.entries({ ...kept.read().read, [here]: 1 }).slice(-MOST)
  keep({ read: Object.fromEntries(read), at: undefined })
  showRows()
  removeEventListener('scroll', noteSoon)
}

function notePlace() {
  if (isHome) return
  const section = find('.page-toc [aria-current]')
  const title = find('h1')
  if (title)
    keep({
      at: [
        here + (section ? section.hash : ''),
        find('.active > a', list)?.textContent || title.textContent.trim(),
      ],
    })
}

let noting
function noteSoon() {
  clearTimeout(noting)
  noting = setTimeout(() => {
    notePlace()
    noteEnd()
  }, 300)
}

async function offerToGoOn() {
  const { at } = kept.read()
  if (!isHome || !at || location.hash) return
  await Promise.all([panels(), load('tools.css')])
  const offer = piece('.go-on')
  const link = find('a', offer)
  link.href = start + at[0]
  find('b', offer).textContent = at[1]
  find('button', offer).onclick = () => {
    offer.remove()
    keep({ at: undefined })
  }
  find('main').append(offer)
}

if (wants()) {
  addEventListener('scroll', noteSoon, { passive: true })
  setTimeout(noteSoon, LONG_ENOUGH)
  new MutationObserver(showRows).observe(list, { childList: true, subtree: true })
  showRows()
  noteSoon()
  offerToGoOn().catch(() => {})
}
