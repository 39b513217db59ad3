// What a book puts into the head of every page: its scripts, its style sheets, and the elements that it names.
import type { Book, Config, Space } from '../core/book.ts'
import { groupBy } from '../core/list.ts'
import type { HeadElement } from '../core/head.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, type OutputPath, relativeUrl, pathOfSetting } from '../core/path.ts'
import { escapeHtml } from '../core/html.ts'
import { isAddress } from '../core/reference.ts'
import { countsReaders, serviceId } from './services.ts'
import { compiledPath, isForeignSheet, isLess } from './less.ts'
import { problem } from '../messages/problem.ts'

/** The head of the pages of a space. */
export interface OwnHead {
  /** Style sheets, as places on the site or addresses elsewhere. */
  readonly styles: readonly HeadFile[]
  readonly elements: readonly HeadElement[]
  /** Where files of the book that elements name lie, by what is written. */
  readonly files: ReadonlyMap<string, OutputPath>
}

/** A file of the book, or an address elsewhere. */
export type HeadFile = { readonly path: OutputPath } | { readonly url: string }

/** Where a page finds it. */
export function urlFrom(from: OutputPath, file: HeadFile): string {
  return 'url' in file ? file.url : relativeUrl(from, file.path)
}

interface Place {
  readonly book: Book
  readonly space: Pick<Space, 'root' | 'config'>
  readonly outputOf: (path: BookPath) => OutputPath
  /** Style sheets that had to be compiled, and could be. */
  readonly compiled: { has(path: BookPath): boolean }
}

/** What the pages of a space get. */
export function ownHead(place: Place): OwnHead {
  const { config } = place.space
  const scripts = config.scripts.map(({ src, attributes }): HeadElement => {
    const own = Object.entries(attributes)
    const isLater = own.some(([name]) => name === 'async' || name === 'type')
    return {
      name: 'script',
      attributes: [['src', src], ...own, ...(isLater ? [] : [['defer', ''] as const])],
      text: '',
    }
  })
  const counting = countingScript(config)
  const elements = [...config.head, ...counting, ...scripts]
  const files = new Map<string, OutputPath>(counting.length > 0 ? [[COUNTING, COUNTING]] : [])
  for (const written of elements.flatMap(filesIn)) {
    const output = outputIn(place, written)
    if (output !== undefined) files.set(written, output)
  }
  return { styles: stylesOf(place), elements, files }
}

const COUNTING = 'handbook/analytics.js' as OutputPath

/** What asks services that count readers, where the book names itself to one. */
function countingScript(config: Config): readonly HeadElement[] {
  if (!countsReaders(config)) return []
  const ids = (['google', 'baidu'] as const).flatMap((name) => {
    const id = serviceId(config, `analytics.${name}`)
    return id === undefined ? [] : [[`data-${name}`, id] as const]
  })
  return [{ name: 'script', attributes: [['src', COUNTING], ...ids, ['defer', '']], text: '' }]
}

/** What draws diagrams in browsers. A file that is no part of the book, such as one of a package, gets a place of ours. */
export function drawingScript({
  book,
  space,
  outputOf,
}: Omit<Place, 'compiled'>): HeadFile | undefined {
  const { diagramScript: script } = space.config
  if (script === undefined) return undefined
  if (script.file === undefined) return { url: script.written }
  const isOfBook = book.assets.includes(script.file) && !script.file.includes('node_modules/')
  return { path: isOfBook ? outputOf(script.file) : DRAWING_LIBRARY }
}

/** Where the script of a package goes that draws diagrams. */
const DRAWING_LIBRARY = 'handbook/mermaid.js' as OutputPath

/** Style sheets that are there, and that browsers read; `theme/missing-style` and `theme/unread-style` tell of others. */
function stylesOf(place: Place): readonly HeadFile[] {
  return websiteStyles(place.space.config).flatMap((written): readonly HeadFile[] => {
    if (isAddress(written)) return [{ url: written }]
    if (isForeignSheet(written)) return []
    const path = fileOfSetting(place.book, place.space, written)
    if (path === undefined || (isLess(path) && !place.compiled.has(path))) return []
    const output = place.outputOf(path)
    return [{ path: isLess(path) ? compiledPath(output) : output }]
  })
}

/** `styles.website`: one, or several in the order in which they count. */
export function websiteStyles({ styles }: Pick<Config, 'styles'>): readonly string[] {
  const written = styles['website']
  return typeof written === 'string' ? [written] : (written ?? [])
}

/** The paths of an element that may be files of the book. */
function filesIn({ attributes }: HeadElement): readonly string[] {
  return attributes.flatMap(([name, value]) =>
    (name === 'src' || name === 'href') && value !== '' && !isAddress(value) ? [value] : [],
  )
}

function outputIn({ book, space, outputOf }: Place, written: string): OutputPath | undefined {
  const found = fileOfSetting(book, space, written)
  return found === undefined ? undefined : outputOf(found)
}

/** The file of the book that a setting names: of the space, of the content, of the book. */
export function fileOfSetting(
  book: Pick<Book, 'root' | 'assets'>,
  { root: own }: Pick<Space, 'root'>,
  written: string,
): BookPath | undefined {
  const name = pathOfSetting(written)
  return [own, book.root, '']
    .map((root) => `${root}${name}` as BookPath)
    .find((path) => book.assets.includes(path))
}

/** Scripts of the configuration that the book does not have. */
export function missingScripts(book: Book): readonly Diagnostic[] {
  const configs = [book.config, ...book.spaces.map(({ config }) => config)]
  const missing = configs.flatMap((config) =>
    config.scripts.filter(({ src }) => {
      const roots = ['' as const, book.root, ...book.spaces.map(({ root }) => root)]
      const name = pathOfSetting(src)
      return (
        !isAddress(src) && !roots.some((root) => book.assets.includes(`${root}${name}` as BookPath))
      )
    }),
  )
  return [...groupBy(missing, ({ src }) => src).values()].map(([{ src, at }]) =>
    problem('theme/missing-file', at, { key: 'scripts', written: src }),
  )
}

/** The elements as HTML, for a page. */
export function headHtml({ elements, files }: OwnHead, from: OutputPath): string {
  return elements.map((element) => elementHtml(element, files, from)).join('\n')
}

function elementHtml(
  { name, attributes, text }: HeadElement,
  files: OwnHead['files'],
  from: OutputPath,
): string {
  const shown = attributes.map(([key, value]) => {
    const file = key === 'src' || key === 'href' ? files.get(value) : undefined
    const held = file === undefined ? value : relativeUrl(from, file)
    return held === '' ? key : `${key}="${escapeHtml(held)}"`
  })
  const start = `<${[name, ...shown].join(' ')}>`
  return name === 'meta' || name === 'link' ? start : `${start}${text ?? ''}</${name}>`
}
