// The symbols that a book uses, as one style sheet: a picture in each page would be repeated in every menu, and a picture
// fetched from a file by another is nothing that browsers do on a disk. Symbols are drawn in the color of the text around
// them; those that nobody knows leave no gap.
import { createRequire } from 'node:module'
import type { PageResult } from '../core/book.ts'
import { compare } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { OutputPath } from '../core/path.ts'
import { symbolName } from '../core/symbol.ts'

/** Where the style sheet lies. */
export const symbolStyle: OutputPath = 'handbook/symbols.css' as OutputPath

/** A style sheet, and what pages name its state by. */
export interface SymbolSheet {
  readonly css: string
  readonly version: string
}

/** A set of drawings: names with the inside of an SVG, and other names of the same. */
interface Drawings {
  readonly icons: { readonly [name: string]: Drawing }
  readonly aliases?: { readonly [name: string]: { readonly parent: string } }
  readonly width?: number
  readonly height?: number
}

interface Drawing {
  readonly body: string
  readonly width?: number
  readonly height?: number
}

const require = createRequire(import.meta.url)
let sets: readonly Drawings[] | undefined

/** The names of all symbols that pages show. */
export function symbolsIn(results: Iterable<PageResult>): readonly string[] {
  const names = new Set<string>()
  for (const { symbols = [], attributes } of results) {
    for (const name of symbols) names.add(name)
    const own = symbolName(attributes['icon'])
    if (own !== undefined) names.add(own)
  }
  return [...names].sort(compare)
}

/** The style sheet that draws symbols; undefined when none of them is known. */
export function symbolSheet(names: readonly string[]): SymbolSheet | undefined {
  const drawn = names.flatMap((name) => {
    const picture = pictureOf(name)
    return picture === undefined ? [] : [{ name, picture }]
  })
  if (drawn.length === 0) return undefined
  const css = [
    '@layer content{.symbol{display:none}',
    `${drawn.map(({ name }) => `.symbol-${name}`).join()}{${SHAPE}}`,
    ...drawn.map(({ name, picture }) => `.symbol-${name}{--symbol:url("${picture}")}`),
    // The title of a callout has a gap of its own.
    '.callout-title>.symbol{margin:0}',
    `@media (forced-colors:active){.symbol{forced-color-adjust:none;background:CanvasText}}}`,
    '',
  ].join('\n')
  return { css, version: contentHash(css).slice(0, 8) }
}

const SHAPE = [
  'display:inline-block',
  'width:1.125em',
  'height:1em',
  'margin-inline-end:.45em',
  'vertical-align:-.125em',
  'background:currentColor',
  'mask:var(--symbol) center/contain no-repeat',
  'print-color-adjust:exact',
].join(';')

function loadSets(): readonly Drawings[] {
  return [
    require('@iconify-json/fa6-solid/icons.json') as Drawings,
    require('@iconify-json/fa6-regular/icons.json') as Drawings,
    require('@iconify-json/fa6-brands/icons.json') as Drawings,
  ]
}

/** A drawing as an address for style sheets. */
function pictureOf(name: string): string | undefined {
  sets ??= loadSets()
  for (const candidate of [name, NEAREST[name] ?? name, ...shorter(name)]) {
    for (const set of sets) {
      const key = set.aliases?.[candidate]?.parent ?? candidate
      const drawing = Object.hasOwn(set.icons, key) ? set.icons[key] : undefined
      if (drawing !== undefined) return asAddress(drawing, set)
    }
  }
  return undefined
}

function asAddress({ body, width, height }: Drawing, set: Drawings): string {
  const box = `0 0 ${width ?? set.width ?? 16} ${height ?? set.height ?? 16}`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${box}'>${body.replaceAll('"', "'")}</svg>`
  return `data:image/svg+xml,${svg.replaceAll(/[%#<>"]/g, encodeURIComponent)}`
}

/** `shield-check` without its last word, and so on: what is left often means nearly the same. */
function shorter(name: string): readonly string[] {
  const words = name.split('-')
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join('-'))
}

/** Symbols that are sold, and free ones that mean the same. */
const NEAREST: { readonly [name: string]: string } = {
  'arrow-progress': 'bars-progress',
  'arrows-rotate-reverse': 'arrows-rotate',
  'bolt-auto': 'bolt',
  'book-blank': 'book',
  'book-open-lines': 'book-open',
  books: 'book',
  'brain-circuit': 'brain',
  'brackets-curly': 'code',
  browser: 'window-maximize',
  'chart-mixed': 'chart-column',
  chatgpt: 'comment-dots',
  'circles-overlap': 'clone',
  'cloud-binary': 'cloud',
  'code-simple': 'code',
  command: 'terminal',
  cursor: 'arrow-pointer',
  'display-code': 'laptop-code',
  'face-thinking': 'face-meh',
  'file-magnifying-glass': 'magnifying-glass',
  'flag-swallowtail': 'flag',
  'game-console-handheld': 'gamepad',
  'gear-code': 'gears',
  gitbook: 'book-open',
  'gitbook-assistant': 'robot',
  'grid-2': 'table-cells-large',
  grid: 'table-cells',
  'hand-wave': 'hand',
  'head-side-brain': 'brain',
  'input-text': 'i-cursor',
  'key-skeleton': 'key',
  'laptop-binary': 'laptop-code',
  'lightbulb-on': 'lightbulb',
  'list-tree': 'folder-tree',
  memo: 'file-lines',
  'memo-circle-info': 'circle-info',
  'message-bot': 'robot',
  'message-lines': 'message',
  messages: 'comments',
  'messages-question': 'circle-question',
  'mobile-notch': 'mobile',
  'monitor-waveform': 'heart-pulse',
  openai: 'robot',
  'paintbrush-pencil': 'paintbrush',
  'party-horn': 'champagne-glasses',
  'pen-swirl': 'pen-nib',
  people: 'people-group',
  'pipe-section': 'grip-lines-vertical',
  puzzle: 'puzzle-piece',
  'rabbit-running': 'person-running',
  'rectangle-code': 'code',
  'rectangle-terminal': 'terminal',
  'scanner-touchscreen': 'barcode',
  'shield-check': 'shield-halved',
  'shield-keyhole': 'shield-halved',
  sidebar: 'table-columns',
  'sitemap-simple': 'sitemap',
  'sliders-simple': 'sliders',
  sparkle: 'wand-magic-sparkles',
  sparkles: 'wand-magic-sparkles',
  'square-quote': 'quote-left',
  'swatchbook-simple': 'swatchbook',
  'table-tree': 'table-list',
  'user-hair': 'user',
  vscode: 'code',
  webhook: 'link',
}
