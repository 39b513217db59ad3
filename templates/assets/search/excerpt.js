// What is shown of a result: its best sections, each with the text around the match.
import { dense, kindOf, settle, settleWithMap } from './text.js'

const SECTIONS = 3
const BEFORE = 48
const AFTER = 140

/** A page with the sections that match, the best first, in parts of marked and unmarked text. */
export function matchingSections(page) {
  const { plan } = page
  const asked = needlesFor(page, plan)
  const needles = asked.concat(
    hyphenated(page).filter((word) => asked.includes(word.replace('-', ''))),
  )
  const scored = page.sections
    .map((section, index) => ({ section, index, score: scoreOf(section, plan, needles) }))
    .filter(({ score }) => score)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, SECTIONS)
  const title = markParts(page.title, needles)
  const first = page.sections.find((section) => section.title)
  return {
    url: page.url,
    trail: page.trail,
    held: page.held,
    title,
    sections: scored.map(({ section }) => ({
      // What stands at the top of the page is the page itself, also below its number.
      id: section === first && section.settledTitle.endsWith(page.settledTitle) ? '' : section.id,
      title: markParts(section.title, needles),
      text: excerpt(section.text, needles),
    })),
  }
}

/** The query as it stands where it does, otherwise its parts. */
const needlesFor = (page, { whole, needles }) =>
  // Keywords are not shown.
  textsOf(page).some((text, at) => at !== 1 && text.includes(whole)) ? [whole] : needles

/** What a page says, settled: its title, its keywords, and the title and text of every section. */
export const textsOf = (page) => [
  page.settledTitle,
  page.keywords,
  ...page.sections.flatMap((section) => {
    // A section is settled when it is first needed.
    section.settledTitle ??= settle(section.title)
    section.settledText ??= settle(section.text)
    return [section.settledTitle, section.settledText]
  }),
]

/** Its words with a hyphen. */
export const hyphenated = (page) =>
  (page.hyphenated ??=
    textsOf(page)
      .join(' ')
      .match(/[a-z]+-[a-z]+/g) || [])

function scoreOf({ settledTitle, settledText }, { whole }, needles) {
  let score = 0
  for (const needle of needles) {
    const worth = needle === whole ? 4 : 1
    if (settledTitle.includes(needle)) score += worth * (settledTitle === needle ? 15 : 10)
    const count = settledText.split(needle, 6).length - 1
    if (count) score += worth * (2 + count)
  }
  return score
}

/** Where needles stand in a text, as [from, to] in order; short words inside of others only when nothing else is there. */
export function markRanges(text, needles) {
  const { settled, map } = settleWithMap(text)
  const ranges = []
  const inner = []
  for (const needle of needles)
    for (
      let at = settled.indexOf(needle);
      at >= 0;
      at = settled.indexOf(needle, at + needle.length)
    ) {
      const short = needle.length < 3 && kindOf(needle, 0) === 1
      const inside = short && at && kindOf(settled, at - 1) === 1
      ;(inside ? inner : ranges).push([map[at], map[at + needle.length]])
    }
  const all = ranges.length ? ranges : inner
  all.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const apart = []
  for (const [from, to] of all) {
    const last = apart.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
  }
  return apart
}

/** A text in parts: [text, marked]. */
export function markParts(text, needles) {
  return partsOf(text, markRanges(text, needles), 0, text.length)
}

function partsOf(text, ranges, start, end) {
  const parts = []
  let at = start
  for (const [from, to] of ranges) {
    if (to <= start || from >= end) continue
    const stop = from + text.slice(from, Math.min(to, end)).trimEnd().length
    if (from > at) parts.push([text.slice(at, from), false])
    parts.push([text.slice(Math.max(from, at), stop), true])
    at = stop
  }
  if (at < end) parts.push([text.slice(at, end), false])
  return parts
}

/** The text around the first match, or its beginning. */
function excerpt(text, needles) {
  const ranges = markRanges(text, needles)
  const [[first, last]] = ranges.length ? ranges : [[0, 0]]
  const start = edge(text, first, -BEFORE)
  const end = Math.max(last, edge(text, first, AFTER))
  const parts = partsOf(text, ranges, start, end)
  if (start > 0) parts.unshift(['… ', false])
  if (end < text.length) parts.push([' …', false])
  return parts
}

/** A place that many letters away, half as many among dense scripts, at the border of a word if one is near. */
function edge(text, from, distance) {
  const at = from + distance / (dense.test(text.slice(from, from + 9)) ? 2 : 1)
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length))
  const space = distance < 0 ? text.indexOf(' ', at) + 1 : text.lastIndexOf(' ', at)
  if (Math.abs(space - at) < 16 && (space - from) * distance > 0) return space
  return text.charCodeAt(at) >> 10 === 55 ? at + 1 : at
}
