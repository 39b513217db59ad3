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

/** Keeps a choice of the reader and applies it; an empty value means the default. */
function choose(name, value) {
  const all = choices.read()
  if (value) {
    all[name] = value
    root.dataset[name] = value
  } else {
    delete all[name]
    delete root.dataset[name]
  }
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
