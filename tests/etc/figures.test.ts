// The figures of the Mesos handbook stand on light and dark pages: every text lies on a filled box of the figure itself,
// and its color has the contrast of 4.5:1 with that box that WCAG AA asks for. A phone of 390 px leaves a figure 358 px:
// there too the smallest text has 11 px.
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

type Attributes = { readonly [name: string]: string }
type Box = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly fill: string
}

const attributes = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )

function luminance(color: string): number {
  const hex = color.length === 4 ? color.replaceAll(/[0-9a-f]/g, '$&$&') : color
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const middle = ({ x = '0', 'text-anchor': anchor = 'start' }: Attributes): number => {
  if (anchor === 'middle') return Number(x)
  return anchor === 'end' ? Number(x) - 4 : Number(x) + 4
}

const number = (of: Attributes, name: string): number => Number(of[name] ?? '0')

const boxOf = (of: Attributes): Box => ({
  x: number(of, 'x'),
  y: number(of, 'y'),
  w: number(of, 'width'),
  h: number(of, 'height'),
  fill: of['fill-opacity'] === undefined ? (of['fill'] ?? 'none') : 'none',
})

/** Why a text cannot be read on the boxes that were drawn before it. */
function fault(text: string, of: Attributes, boxes: readonly Box[]): string | undefined {
  const [at, height] = [middle(of), number(of, 'y') - number(of, 'font-size') * 0.35]
  const below = boxes.findLast(
    ({ x, y, w, h }) => x <= at && at <= x + w && y <= height && height <= y + h,
  )
  if (below === undefined) return `${text}: on the page itself`
  const ratio = contrast(of['fill'] ?? '#000', below.fill)
  return ratio < 4.5 ? `${text}: ${ratio.toFixed(2)}:1` : undefined
}

/** The texts of a figure that are not readable, each with why. */
function unreadable(svg: string): readonly string[] {
  const boxes: Box[] = []
  const faults: string[] = []
  for (const [, name, tag = '', text = ''] of svg.matchAll(/<(rect|text)\b([^>]*)>([^<]*)/g)) {
    const of = attributes(tag)
    if (name === 'text') faults.push(fault(text, of, boxes) ?? '')
    else if (boxOf(of).fill.startsWith('#')) boxes.push(boxOf(of))
  }
  return faults.filter(Boolean)
}

const figures = readdirSync('images').filter((file) => file.endsWith('.svg'))

test.each(figures)('%s is readable on light and dark pages', (file) => {
  expect(unreadable(readFileSync(`images/${file}`, 'utf8'))).toEqual([])
})

/** The smallest text of a figure, in CSS pixels, where it is 358 px wide. */
function smallestOnPhone(svg: string): number {
  const width = Number(/^<svg[^>]*viewBox="0 0 ([\d.]+) [\d.]+"/.exec(svg)?.[1])
  const sizes = [...svg.matchAll(/<text\b([^>]*)>/g)].map(([, tag = '']) =>
    number(attributes(tag), 'font-size'),
  )
  return (Math.min(...sizes) * 358) / width
}

test.each(figures)('%s has letters of at least 11 px on a phone', (file) => {
  expect(smallestOnPhone(readFileSync(`images/${file}`, 'utf8'))).toBeGreaterThanOrEqual(11)
})
