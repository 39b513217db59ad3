// Colors of words that somebody chose elsewhere, in an editor or in HTML of old. They become names of colors, which every
// theme shows so that they can be read.

/** The colors that there are; others are the nearest of them. */
type Paint = 'red' | 'orange' | 'green' | 'blue' | 'purple'

const NAMES: ReadonlyMap<string, Paint> = new Map([
  ['red', 'red'],
  ['$danger', 'red'],
  ['orange', 'orange'],
  ['yellow', 'orange'],
  ['$warning', 'orange'],
  ['green', 'green'],
  ['$success', 'green'],
  ['blue', 'blue'],
  ['cyan', 'blue'],
  ['$primary', 'blue'],
  ['$info', 'blue'],
  ['$tint', 'blue'],
  ['purple', 'purple'],
  ['violet', 'purple'],
  ['pink', 'purple'],
  ...named('red', 'brown crimson darkred firebrick indianred maroon orangered tomato'),
  ...named('orange', 'chocolate coral darkorange gold goldenrod salmon'),
  ...named('green', 'darkgreen forestgreen lime limegreen olive seagreen teal'),
  ...named(
    'blue',
    'aqua darkblue deepskyblue dodgerblue lightblue navy royalblue skyblue steelblue',
  ),
  ...named('purple', 'darkviolet deeppink fuchsia hotpink indigo magenta'),
])

function named(paint: Paint, names: string): readonly (readonly [string, Paint])[] {
  return names.split(' ').map((name) => [name, paint])
}

/** Where on the wheel of hues each color ends. */
const HUES: readonly (readonly [number, Paint])[] = [
  [15, 'red'],
  [70, 'orange'],
  [170, 'green'],
  [250, 'blue'],
  [340, 'purple'],
  [361, 'red'],
]

/** The classes of the colors that a style asks for. */
export function paintClasses(style: string): readonly string[] {
  const colors = new Map(
    style.split(';').map((one) => {
      const [name = '', value = ''] = one.split(':')
      return [name.trim().toLowerCase(), paintOf(value)]
    }),
  )
  const [text, ground] = [colors.get('color'), colors.get('background-color')]
  return [
    ...(text === undefined ? [] : [`paint-${text}`]),
    ...(ground === undefined ? [] : [`paint-on-${ground}`]),
  ]
}

/** The color that is meant; undefined for that of the words around. */
export function paintOf(written: string): Paint | undefined {
  const value = written.trim().toLowerCase()
  return NAMES.get(value) ?? nearest(/^#([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/.exec(value)?.[1])
}

function nearest(hex: string | undefined): Paint | undefined {
  if (hex === undefined) return undefined
  const digits =
    hex.length === 3 ? (hex.match(/./g) ?? []).map((one) => one + one) : (hex.match(/../g) ?? [])
  const [red = 0, green = 0, blue = 0] = digits.map((one) => Number.parseInt(one, 16))
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  // Grays are no color.
  if (range < 24) return undefined
  const turn =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4
  const hue = (turn * 60 + 360) % 360
  return HUES.find(([end]) => hue < end)?.[1]
}
