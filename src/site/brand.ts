// What a book changes about the look of the theme by its configuration: a color, a logo, an icon. The color is a
// style sheet of its own: a strict content policy forbids styles inside pages.
import type { Book, Config, ThemeConfig } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import { append } from '../core/list.ts'
import {
  type BookPath,
  type OutputPath,
  pathOfSetting,
  placesOfPicture,
  withoutRoot,
} from '../core/path.ts'
import { SETTINGS } from '../core/settings.ts'
import { isAddress } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import { isForeignSheet } from './less.ts'
import { type HeadFile, fileOfSetting, missingScripts, websiteStyles } from './own-head.ts'
import { wrongIds } from './services.ts'
import { type Color, contrast, formatColor, parseColor, shadeFor } from './colors.ts'

/** Where the style sheet of a book's color lies. */
export const brandStyle: OutputPath = 'handbook/brand.css' as OutputPath

/** The look of a book, ready to be linked. */
export interface Brand {
  /** The style sheet; undefined when the book has no color of its own. */
  readonly style?: { readonly css: string; readonly version: string }
  readonly logo?: HeadFile
  readonly favicon?: HeadFile
  readonly touchIcon?: HeadFile
}

/** What text of the color stands on: the page, and the ground of the theme that is least friendly to it. */
const GROUNDS: Readonly<Record<'light' | 'dark', { readonly page: Color; readonly worst: Color }>> =
  {
    light: { page: [255, 255, 255], worst: [0xf5, 0xf6, 0xf8] },
    dark: { page: [0x14, 0x17, 0x1b], worst: [0x1b, 0x1f, 0x24] },
  }
const SEPIA: Color = [0xef, 0xe6, 0xd2]
/** Below this WCAG calls text unreadable (AA); the theme itself keeps to the other (AAA). */
const LEAST = 4.5
const GOOD = 7

/** What the configuration of a book asks for, checked. */
export function readBrand(book: Book): Outcome<Brand> {
  const { theme, places } = book.config
  const diagnostics: Diagnostic[] = []
  const color = theme.brand && colorStyle(theme.brand, places, diagnostics)
  const css =
    [color, logoStyle(theme), figureStyle(book.config), hidingStyle(book.config.hidden)]
      .filter(Boolean)
      .join('') || undefined
  const pictures = (['logo', 'favicon', 'touchIcon'] as const).flatMap((key) => {
    const found = picture(book, key, diagnostics)
    return found === undefined ? [] : [[key, found] as const]
  })
  append(diagnostics, missingStyles(book))
  append(diagnostics, unreadStyles(book))
  append(diagnostics, missingScripts(book))
  append(diagnostics, wrongIds(book))
  return {
    value: {
      ...(css === undefined ? {} : { style: { css, version: contentHash(css).slice(0, 8) } }),
      ...Object.fromEntries(pictures),
    },
    diagnostics,
  }
}

/** A style sheet that the author names and the book does not have. The usual name is only looked for. */
function missingStyles({ config, assets, root, spaces }: Book): readonly Diagnostic[] {
  const at = config.places['styles.website']
  if (at?.start === undefined) return []
  const roots = ['', root, ...spaces.map((space) => space.root)]
  return websiteStyles(config)
    .filter((written) => {
      const name = pathOfSetting(written)
      return (
        !isAddress(written) &&
        !isForeignSheet(written) &&
        !roots.some((above) => assets.includes(`${above}${name}` as BookPath))
      )
    })
    .map((written) => problem('theme/missing-style', at, { written }))
}

/** Style sheets in a language that nobody here compiles. The CSS of one often lies beside it. */
function unreadStyles(book: Book): readonly Diagnostic[] {
  const { config, spaces } = book
  const unread = websiteStyles(config).filter((one) => !isAddress(one) && isForeignSheet(one))
  return unread.map((written) => {
    const css = written.replace(/\.[^.]*$/, '.css')
    const isThere = spaces.some((space) => fileOfSetting(book, space, css) !== undefined)
    const told = { written, near: isThere ? css : undefined }
    return problem('theme/unread-style', config.places['styles.website'], told)
  })
}

function picture(
  book: Book,
  key: 'logo' | 'favicon' | 'touchIcon',
  diagnostics: Diagnostic[],
): HeadFile | undefined {
  const written = book.config.theme[key]
  if (written === undefined) return undefined
  if (isAddress(written)) return { url: written }
  const path = placesOfPicture(book.root, written).find((one) => book.assets.includes(one))
  if (path !== undefined) return { path: withoutRoot(book.root, path) }
  diagnostics.push(problem('theme/missing-picture', book.config.places[key], { key, written }))
  return undefined
}

/** How high the picture before the title is, in books that say it. */
function logoStyle({ logo, logoHeight }: ThemeConfig): string | undefined {
  if (logo === undefined || logoHeight === SETTINGS.logoHeight.default) return undefined
  return `.logo {\nheight: ${logoHeight / 16}rem;\n}\n`
}

/** Where pictures with a caption stand, in books that say it. */
function figureStyle({ figures }: Config): string | undefined {
  if (!JSON.stringify(figures).includes('"align"')) return undefined
  const sides = { left: 'start', center: 'center', right: 'end' }
  return Object.entries(sides)
    .map(([side, align]) => `.figure-${side} {\ntext-align: ${align};\n}\n`)
    .join('')
}

/** What the book hides. A selector that is more than one would end the rule for all. */
function hidingStyle(selectors: readonly string[]): string | undefined {
  const usable = selectors
    .map((one) => one.trim())
    .filter((one) => one !== '' && !/[{}<;@]/.test(one))
  return usable.length === 0
    ? undefined
    : usable.map((one) => `${one} {\ndisplay: none !important;\n}\n`).join('')
}

function colorStyle(
  brand: NonNullable<ThemeConfig['brand']>,
  places: Config['places'],
  diagnostics: Diagnostic[],
): string | undefined {
  const light = checked('light', brand.light, {
    at: places['brand.light'] ?? places['brand'],
    diagnostics,
  })
  if (light === undefined) return undefined
  const own =
    brand.dark === undefined
      ? undefined
      : checked('dark', brand.dark, { at: places['brand.dark'], diagnostics })
  const dark = own ?? shadeFor(light, GROUNDS.dark.worst, GOOD)
  const sepia = shadeFor(light, SEPIA, GOOD)
  const pair = `light-dark(${formatColor(light)}, ${formatColor(dark)})`
  return `@layer tokens {\n${rule(':root', pair)}${rule("[data-theme='sepia']", formatColor(sepia))}}\n`
}

/** A color as it was written; its author learns when it is hard to read. */
function checked(
  key: 'light' | 'dark',
  written: string,
  { at, diagnostics }: { readonly at: Place | undefined; readonly diagnostics: Diagnostic[] },
): Color | undefined {
  const color = parseColor(written)
  if (color === undefined) {
    diagnostics.push(problem('theme/unknown-color', at, { written }))
    return undefined
  }
  const { page, worst } = GROUNDS[key]
  const ratio = contrast(color, page)
  const better = formatColor(shadeFor(color, worst, GOOD))
  if (ratio < LEAST)
    diagnostics.push(
      problem('theme/low-contrast', at, {
        scheme: key,
        written,
        ratio: ratio.toFixed(1),
        least: LEAST,
        better,
      }),
    )
  return color
}

function rule(selector: string, color: string): string {
  const names = ['link', 'accent', 'focus']
  return `${selector} {\n${names.map((name) => `--${name}: ${color};\n`).join('')}}\n`
}
