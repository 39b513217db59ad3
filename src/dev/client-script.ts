// The program that runs in the browser while a book is served. It is kept as text because it is compiled for nobody:
// what stands here is what runs. The overlay has its own file; both are served as one script.
import type { Messages } from '../messages/messages.ts'
import { overlayScript } from './overlay-script.ts'
import { remarksScript } from './remarks-script.ts'

const reloadScript = String.raw`
const script = document.currentScript
const eventsUrl = '/__handbook/events'
const scrollKey = 'handbook:scroll:' + location.pathname + location.search
// Scripts that the page came with. Those that it fetches later, such as a search index, are its own affair.
const ownScripts = [...document.scripts].map((element) => element.src)
let build = script.dataset.build
let source
let retryMs = 250
let isLeaving = false

function outputOf(address) {
  const url = new URL(address, document.baseURI)
  if (url.origin !== location.origin) return undefined
  try {
    return decodeURIComponent(url.pathname.slice(1))
  } catch {
    return undefined
  }
}

function connect() {
  if (source !== undefined || document.visibilityState === 'hidden') return
  source = new EventSource(eventsUrl + '?' + new URLSearchParams({ build, page: script.dataset.page || '' }))
  source.onmessage = (event) => {
    retryMs = 250
    receive(JSON.parse(event.data))
  }
  // Not left to EventSource: it would ask again with the build that the page had at first.
  source.onerror = () => {
    disconnect()
    setTimeout(connect, retryMs)
    retryMs = Math.min(retryMs * 2, 3000)
  }
}

function disconnect() {
  source?.close()
  source = undefined
}

function receive(state) {
  if (isLeaving) return
  if (state.build !== build) {
    const changed = state.changed && new Set(state.changed)
    if (needsReload(changed)) return reload()
    build = state.build
    swapStyles(changed)
  }
  showProblems(state.problems)
  showRemarks(state.remarks)
}

function needsReload(changed) {
  if (changed === null || 'missing' in script.dataset) return true
  if (changed.has(script.dataset.page)) return true
  const used = [...document.querySelectorAll('img, source, video, audio, iframe, embed')]
    .map((element) => element.currentSrc || element.src)
    .concat([...document.querySelectorAll('object[data], use')].map((e) => e.data || e.href?.baseVal))
    // The chapters of our own theme come by a script that is fetched when they are needed.
    .concat([...document.querySelectorAll('[data-nav]')].map((element) => element.dataset.nav))
    .concat(ownScripts)
    .concat(performance.getEntriesByType('resource').flatMap((entry) => (entry.initiatorType === 'css' ? [entry.name] : [])))
  return used.some((address) => address && changed.has(outputOf(address)))
}

function swapStyles(changed) {
  for (const link of document.querySelectorAll('link[rel~="stylesheet"][href]')) {
    if (!changed.has(outputOf(link.href))) continue
    const url = new URL(link.href)
    url.searchParams.set('handbook', build)
    const next = link.cloneNode()
    next.href = url.href
    // The old one stays until the new one is there: the page is never without style.
    next.onload = next.onerror = () => link.remove()
    link.after(next)
  }
}

function reload() {
  isLeaving = true
  disconnect()
  try {
    sessionStorage.setItem(scrollKey, JSON.stringify(scrolled().map(describeScroll)))
    history.scrollRestoration = 'manual'
  } catch {
    // Storage may be full or forbidden: then the browser's own memory must do.
  }
  location.reload()
}

// Whatever is scrolled is kept, the sidebar of any theme included.
function scrolled() {
  const root = document.scrollingElement
  const inner = [...document.body.querySelectorAll('*')].filter((element) => element.scrollTop > 0 || element.scrollLeft > 0)
  return [root, ...inner.filter((element) => element !== root)]
}

function topOf(scroller) {
  return scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top
}

// Headings hold the place of a text, links that of a list of contents.
function landmarks(scroller) {
  const headings = [...scroller.querySelectorAll('h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]')]
  if (headings.length > 0) return headings.map((element) => ({ element, name: '#' + element.id }))
  return [...scroller.querySelectorAll('a[href]')].map((element) => ({ element, name: element.getAttribute('href') }))
}

function describeScroll(scroller) {
  const edge = topOf(scroller)
  const place = { path: pathTo(scroller), top: scroller.scrollTop, left: scroller.scrollLeft }
  if (scroller.scrollTop === 0) return place
  const above = landmarks(scroller).map(({ element, name }) => ({ name, offset: element.getBoundingClientRect().top - edge }))
  // The last one at or above the upper edge, else the first below it.
  const anchor = above.findLast(({ offset }) => offset <= 1) ?? above[0]
  return anchor === undefined ? place : { ...place, anchor: anchor.name, offset: anchor.offset }
}

function pathTo(element) {
  const steps = []
  for (let at = element; at !== document.documentElement; at = at.parentElement) {
    if (at.id !== '') return ['#' + CSS.escape(at.id), ...steps].join(' > ')
    steps.unshift(':nth-child(' + ([...at.parentElement.children].indexOf(at) + 1) + ')')
  }
  return [':root', ...steps].join(' > ')
}

function restoreScroll(places) {
  for (const place of places) {
    const scroller = place.path === ':root' ? document.scrollingElement : document.querySelector(place.path)
    if (scroller === null) continue
    const anchor = place.anchor && landmarks(scroller).find(({ name }) => name === place.anchor)
    const moved = anchor && anchor.element.getBoundingClientRect().top - topOf(scroller) - place.offset
    const top = anchor ? scroller.scrollTop + moved : place.top
    scroller.scrollTo({ top, left: place.left, behavior: 'instant' })
  }
}

function restore() {
  const saved = sessionStorage.getItem(scrollKey)
  if (saved === null) return
  sessionStorage.removeItem(scrollKey)
  const places = JSON.parse(saved)
  let isTheirs = false
  const leaveAlone = () => { isTheirs = true }
  for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(name, leaveAlone, { once: true, passive: true, capture: true })
  const again = () => { if (!isTheirs) restoreScroll(places) }
  again()
  // Pictures and late scripts move things; once more when they are there, as long as the reader did not scroll.
  document.addEventListener('DOMContentLoaded', again)
  addEventListener('load', () => {
    again()
    requestAnimationFrame(() => {
      again()
      history.scrollRestoration = 'auto'
      leaveAlone()
    })
  })
}

try {
  restore()
} catch {
  // A page without storage begins at its top.
}
// Browsers allow few connections to one host: a tab that nobody sees gives its own back and asks later what it missed.
document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? disconnect() : connect()))
addEventListener('pagehide', disconnect)
addEventListener('pageshow', connect)
connect()
`

/**
 * The script at `/__handbook/client.js`: listens for builds, reloads or restyles the page, shows problems. It holds the
 * words of its overlay and their language, which may be another than the page's.
 */
export function clientScript({ words: { page }, language }: Messages): string {
  const { errors, behind, close } = page
  const words = `const words = ${JSON.stringify({ language, errors, behind, close })}\n`
  return `(() => {\n'use strict'\n${words}${overlayScript}${remarksScript}${reloadScript}})()\n`
}
