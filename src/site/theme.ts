// The theme: our templates, replaced file by file by those of the book's `_layouts/`, and the files that every page
// loads. Ours are compiled when the package is built (`scripts/theme`).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Diagnostic, type Outcome, compare } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { Limits } from '../core/trust.ts'
import type { Files } from '../files/files.ts'
import { packageFolder } from '../files/package.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import { type MakeFilled, type Templates, filledTemplates } from '../template/filled.ts'
import {
  type PrecompiledTemplates,
  type TemplateSource,
  joinTemplates,
} from '../template/handlebars.ts'
import type {
  ContentsView,
  LanguagesView,
  PageView,
  PrintView,
  RedirectView,
  SiteView,
} from './view.ts'

/** Takes what was found when a page was made. */
export type Report = (problem: Diagnostic) => void

/** Turns views into pages. */
export interface Theme {
  /** Changes when any template, label, style or script does. */
  readonly hash: string
  /** A layout of the book that fails for this page is told. */
  renderPage(view: PageView, report?: Report): string
  /** A whole space on one page. */
  renderPrint(view: PrintView, report?: Report): string
  /** The book has layouts or partials of its own. */
  readonly isOwn: boolean
  /** The book has a hand in that page: what is wrong with it is only known when it is made. */
  readonly printsItself: boolean
  /** The dialogs of the theme, which pages load when a reader asks for one. */
  renderPanels(view: SiteView, report?: Report): string
  /** The page of all chapters, which the menu falls back to. */
  renderContents(view: ContentsView, report?: Report): string
  /** The start of a book in several languages. */
  renderLanguages(view: LanguagesView, report?: Report): string
  /** What a server shows for an address without a page. */
  renderNotFound(view: SiteView, report?: Report): string
  /** What stands at an address that a page had before. */
  renderRedirect(view: RedirectView): string
  /** Names of the layouts that pages can ask for: those of the book that replace none of ours. */
  readonly layouts: ReadonlySet<string>
  /** Files for the site, by name: `style.css`, `handbook.js`, `early.js`. */
  readonly assets: ReadonlyMap<string, string>
}

/** What `npm run build` makes of `templates/`. */
interface CompiledTheme extends TemplateNames {
  /** Changes when any template, label, style or script does. */
  readonly hash: string
  readonly labelKeys: readonly string[]
  readonly assets: { readonly [name: string]: string }
  /** The layouts as they are, with nothing replaced. */
  readonly fill: MakeFilled
}

/** The templates of the theme by their names. */
interface TemplateNames {
  readonly layouts: readonly string[]
  readonly partials: readonly string[]
}

const require = createRequire(import.meta.url)
const compiledTheme = (): CompiledTheme =>
  require(path.join(packageFolder, 'dist/theme/theme.cjs')) as CompiledTheme
/** The same as programs of Handlebars, which templates of a book can call. */
const themePrograms = (): PrecompiledTemplates =>
  require(path.join(packageFolder, 'dist/theme/programs.cjs')) as PrecompiledTemplates
const FOLDER = '_layouts/'

let font: Uint8Array | undefined

/** The font of formulas, for readers whose system has none. */
export function mathFont(): Uint8Array {
  font ??= readFileSync(path.join(packageFolder, 'dist/theme/math.woff2'))
  return font
}

/** What a theme is made with, beside the files of the book. */
export interface ThemeRequest {
  /** Below it lies the content of the book. */
  readonly root?: FolderPrefix
  /** Kept when nothing changed. */
  readonly previous?: Outcome<Theme> | undefined
  /** Layouts that pages ask for. */
  readonly wanted?: ReadonlySet<string>
  /** What layouts of the book may cost. */
  readonly limits?: Limits
}

/** The theme of a book. */
export function loadTheme(files: Files, request: ThemeRequest = {}): Outcome<Theme> {
  const { root = '' as FolderPrefix, previous, wanted = new Set<string>() } = request
  const compiled = compiledTheme()
  const own = ownTemplates(files, root, { compiled, wanted })
  const hash = contentHash(JSON.stringify([compiled.hash, own.value, own.diagnostics]))
  if (previous?.value.hash === hash) return previous
  const templates: Outcome<Templates> =
    own.value.length === 0
      ? { value: filledTemplates(compiled.fill), diagnostics: [] }
      : joinTemplates(themePrograms(), own.value, compiled.labelKeys, request.limits)
  const added = own.value.filter(
    ({ kind, name }) => kind === 'layout' && !compiled.layouts.includes(name),
  )
  const layouts = new Set(added.map(({ name }) => name))
  const assets = new Map(Object.entries(compiled.assets))
  const printsItself = own.value.some(({ kind, name }) => kind === 'partial' || name === 'print')
  return {
    value: {
      hash,
      assets,
      layouts,
      printsItself,
      isOwn: own.value.length > 0,
      ...renderers(templates.value, layouts),
    },
    diagnostics: [...own.diagnostics, ...templates.diagnostics],
  }
}

function renderers(
  templates: Templates,
  layouts: ReadonlySet<string>,
): Omit<Theme, 'hash' | 'assets' | 'layouts' | 'printsItself' | 'isOwn'> {
  return {
    renderPage(view, report) {
      const { layout = 'page' } = view.page
      return templates.render(layouts.has(layout) ? layout : 'page', view, report)
    },
    renderPrint: (view, report) => templates.render('print', view, report),
    renderPanels: (view, report) => templates.render('panels', view, report),
    renderContents: (view, report) => templates.render('contents', view, report),
    renderLanguages: (view, report) => templates.render('languages', view, report),
    renderNotFound: (view, report) => templates.render('not-found', view, report),
    renderRedirect: (view) => templates.render('redirect', view),
  }
}

/** Templates that mean something: those of the theme, and the names of layouts that pages ask for. */
interface KnownTemplates {
  readonly compiled: TemplateNames
  readonly wanted: ReadonlySet<string>
}

/** The templates of the book, which replace those of the theme and come beside them. */
function ownTemplates(
  files: Files,
  root: FolderPrefix,
  known: KnownTemplates,
): Outcome<readonly TemplateSource[]> {
  const diagnostics: Diagnostic[] = []
  const folder = root + FOLDER
  // A file of the theme is replaced even where `.bookignore` leaves the folder out.
  const places = new Set(placesOf(known.compiled))
  for (const file of files.list()) {
    if (!file.startsWith(folder)) continue
    const place = file.slice(folder.length)
    const wrong = problemOf(file, place, known)
    if (wrong !== undefined) diagnostics.push(wrong)
    else if (place.endsWith('.hbs') && !place.startsWith('components/')) places.add(place)
  }
  const value = [...places].sort(compare).flatMap((place): readonly TemplateSource[] => {
    const file = (folder + place) as BookPath
    const text = files.text(file)?.text
    const kind = place.startsWith('layouts/') ? 'layout' : 'partial'
    const name = place.slice(place.indexOf('/') + 1, -'.hbs'.length)
    return text === undefined ? [] : [{ kind, name, file, text }]
  })
  return { value, diagnostics }
}

/** Where the templates of the theme stand below `_layouts/` or `templates/`. */
function placesOf({ layouts, partials }: TemplateNames): readonly string[] {
  return [
    ...layouts.map((name) => `layouts/${name}.hbs`),
    ...partials.map((name) => `partials/${name}.hbs`),
  ]
}

function problemOf(
  file: BookPath,
  place: string,
  { compiled, wanted }: KnownTemplates,
): Diagnostic | undefined {
  if (/^(?:website|ebook)\/|^layout\.html$/.test(place) && place.endsWith('.html'))
    return problem('theme/legacy-layout', { file }, { layout: replacementOf(place) })
  if (!place.endsWith('.hbs') || /^(?:partials|components)\//.test(place)) return undefined
  const names = placesOf(compiled).filter((known) => known.startsWith('layouts/'))
  if (names.includes(place) || wanted.has(/^layouts\/(.*)\.hbs$/.exec(place)?.[1] ?? ''))
    return undefined
  const near = closest(place, names)
  return problem('theme/unused-layout', { file }, { name: place, known: names, near })
}

/** Where changes of a legacy layout belong now. */
function replacementOf(name: string): string | undefined {
  if (name.startsWith('ebook/')) return undefined
  const replacements: { readonly [name: string]: string } = {
    'website/summary.html': 'partials/sidebar.hbs',
    'website/header.html': 'partials/bar.hbs',
    'website/languages.html': 'layouts/languages.hbs',
  }
  return replacements[name] ?? 'layouts/page.hbs'
}
