// Tabs: of panels that stand below each other, one is shown. Groups of the same titles change together, and the choice is
// remembered. Films and sounds of known hosts are played in place of the link that leads to them.
const KEY = 'hb-tabs'

/** @param {string} title */
const slugOf = (title) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}+#._]+/gu, '-')
    .slice(0, 64)

const chosen = (() => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? []
  } catch {
    return []
  }
})()

const groups = [...document.querySelectorAll('.tabs')].map((box, number) => {
  const panels = [...box.children].filter((child) => child.matches('.tab'))
  const list = document.createElement('div')
  list.className = 'tab-list'
  list.setAttribute('role', 'tablist')
  const tabs = panels.map((panel, index) => {
    const title = panel.querySelector('.tab-title')
    const id = `tab-${number + 1}-${index + 1}`
    panel.id ||= id
    const tab = document.createElement('button')
    tab.type = 'button'
    tab.id = `${id}-tab`
    tab.append(...title.cloneNode(true).childNodes)
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', panel.id)
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', tab.id)
    list.append(tab)
    return tab
  })
  const slugs = tabs.map((tab) => slugOf(tab.textContent))
  const show = (at) => {
    panels.forEach((panel, index) => {
      panel.hidden = index !== at
      tabs[index].setAttribute('aria-selected', index === at)
      tabs[index].tabIndex = index === at ? 0 : -1
    })
  }
  list.addEventListener('click', ({ target }) => {
    const at = tabs.indexOf(target)
    if (at >= 0) choose(slugs[at], target, () => show(at))
  })
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(event.target)
    const way = getComputedStyle(list).direction === 'rtl' ? -1 : 1
    const step = { ArrowRight: way, ArrowLeft: -way, Home: -at, End: tabs.length - 1 - at }[
      event.key
    ]
    if (step === undefined || at < 0) return
    event.preventDefault()
    const next = (at + step + tabs.length) % tabs.length
    tabs[next].focus()
    choose(slugs[next], tabs[next], () => show(next))
  })
  show(
    Math.max(
      0,
      slugs.findIndex((slug) => chosen.includes(slug)),
    ),
  )
  box.prepend(list)
  return { panels, slugs, show }
})

/** Shows the tabs of a name everywhere; what was touched stays where it is on the screen. */
function choose(slug, touched, show) {
  const before = touched.getBoundingClientRect().top
  for (const group of groups) {
    const at = group.slugs.indexOf(slug)
    if (at >= 0) group.show(at)
  }
  show()
  scrollBy(0, touched.getBoundingClientRect().top - before)
  try {
    const kept = [slug, ...chosen.filter((one) => one !== slug)].slice(0, 20)
    chosen.splice(0, chosen.length, ...kept)
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Nothing is remembered then.
  }
}

/** What an address names is shown, in whatever panels it is. */
function reveal() {
  const id = decodeURIComponent(location.hash.slice(1))
  const target = id && document.getElementById(id)
  if (!target) return
  for (const { panels, show } of groups) {
    const at = panels.findIndex((panel) => panel.contains(target))
    if (at >= 0) show(at)
  }
  target.scrollIntoView()
}
addEventListener('hashchange', reveal)
reveal()

// Long code is folded; nothing is lost without a script.
for (const pre of document.querySelectorAll('.code-long')) {
  if (pre.scrollHeight < 400) continue
  const more = document.createElement('button')
  more.type = 'button'
  more.className = 'unfold'
  more.textContent = pre.dataset.more
  more.onclick = () => {
    pre.classList.remove('folded')
    more.remove()
    pre.focus()
  }
  pre.classList.add('folded')
  pre.after(more)
}

// A field above a table leaves the rows that hold its words.
for (const table of document.querySelectorAll('table[data-find]')) {
  const field = document.createElement('input')
  field.type = 'search'
  field.className = 'find-rows'
  field.placeholder = table.dataset.find
  field.setAttribute('aria-label', table.dataset.find)
  field.oninput = () => {
    const words = field.value.toLowerCase().split(/\s+/)
    for (const row of table.querySelectorAll('tbody > tr')) {
      const text = row.textContent.toLowerCase()
      row.hidden = !words.every((word) => text.includes(word))
    }
  }
  const box = table.closest('.table-wrap') ?? table
  box.before(field)
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-select]')
  if (button) choose(slugOf(button.dataset.select), button, () => {})
  const link = event.target.closest('a[data-player]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const frame = document.createElement('iframe')
  frame.className = 'player'
  frame.src = link.dataset.player
  frame.title = link.textContent
  frame.allow = 'fullscreen; encrypted-media; picture-in-picture'
  frame.allowFullscreen = true
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  link.closest('.embed').replaceWith(frame)
  frame.focus()
})
