// Arithmetic of colors: contrast as WCAG counts it, and the nearest shade of a color that has enough of it.

/** Red, green and blue from 0 to 255. */
export type Color = readonly [number, number, number]

/** The color of `#rgb` or `#rrggbb`; undefined for anything else. */
export function parseColor(text: string): Color | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text.trim()) ?? []
  const digits = long ?? short?.replaceAll(/./g, '$&$&')
  if (digits === undefined) return undefined
  const value = Number.parseInt(digits, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `#rrggbb`. */
export function formatColor(color: Color): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** The first shade on the way from a color to black, or to white on a dark ground, that has the contrast. */
export function shadeFor(color: Color, ground: Color, least: number): Color {
  const end = luminance(ground) > 0.18 ? 0 : 255
  for (let step = 0; step < 100; step++) {
    const [red, green, blue] = color.map((part) => Math.round(part + ((end - part) * step) / 100))
    const shade: Color = [red ?? end, green ?? end, blue ?? end]
    if (contrast(shade, ground) >= least) return shade
  }
  return [end, end, end]
}
