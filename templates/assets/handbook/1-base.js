// handbook's client script: these parts, joined in this order inside one function. No part is needed for reading.
const root = document.documentElement
const find = (selector, from = document) => from.querySelector(selector)
const findAll = (selector, from = document) => [...from.querySelectorAll(selector)]
const pieces = find('#hb-pieces')
const sidebar = find('#hb-sidebar')
const wide = matchMedia('(width >= 60rem)')
const rtl = root.dir === 'rtl'

/** A fresh copy of an element of the pieces template. */
const piece = (selector) => find(selector, pieces.content).cloneNode(true)

/** What the book does not offer its readers. */
const off = ((pieces && pieces.dataset.off) || '').split(' ')

const { src: own } = document.currentScript
const loads = new Map()
/** Loads a script or a style sheet, once; one that failed is asked for again. A name alone lies beside this script. */
function load(name) {
  const url = new URL(/\?/.test(name) ? name : name + new URL(own).search, own).href
  if (!loads.has(url)) {
    const made = new Promise((resolve, reject) => {
      const element = document.createElement(/\.css\?/.test(url) ? 'link' : 'script')
      if (element.localName === 'link') Object.assign(element, { rel: 'stylesheet', href: url })
      else element.src = url
      Object.assign(element, { onload: resolve, onerror: reject })
      document.head.append(element)
    })
    made.catch(() => loads.delete(url))
    loads.set(url, made)
  }
  return loads.get(url)
}
const loadAll = (...names) => Promise.all(names.map(load))

/** Dialogs and words that readers ask for are the same on all pages, and come in a file of their own. */
const panels = () =>
  pieces.dataset.panels ? load(new URL(pieces.dataset.panels, location).href) : 0
window.handbookPanels = (html) => {
  const made = document.createElement('template')
  made.innerHTML = html
  for (const link of findAll('a[href]', made.content))
    link.href = new URL(link.getAttribute('href'), new URL(pieces.dataset.panels, location))
  pieces.content.append(made.content)
}

/** Storage that may be forbidden, full or damaged. */
const memory = (storage, key) => ({
  read() {
    try {
      return JSON.parse(window[storage].getItem(key)) || {}
    } catch {
      return {}
    }
  },
  write(value) {
    try {
      window[storage].setItem(key, JSON.stringify(value))
    } catch {}
  },
})

const choices = memory('localStorage', 'handbook')

/** Keeps a choice of the reader and applies it. An empty value is what pages are anywhere, whatever this book is at first. */
function choose(name, value) {
  const all = choices.read()
  all[name] = root.dataset[name] = value
  choices.write(all)
}

const status = document.createElement('div')
status.className = 'sr'
status.setAttribute('role', 'status')
document.body.append(status)

/** Tells it to those who listen rather than look. */
function announce(text) {
  status.textContent = ''
  setTimeout(() => (status.textContent = text), 50)
}
