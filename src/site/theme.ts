// The theme: our templates, replaced file by file by those of the book's `_layouts/`, and the files that every page
// loads. Style sheet and script are kept in small parts and joined here.
import { readFileSync, readdirSync } from 'node:fs'
import { type Diagnostic, type Outcome, compare } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { type TemplateSource, type Templates, compileTemplates } from '../template/handlebars.ts'
import { clientScript, withoutComments } from '../search/client.ts'
import { labelsFor } from './labels.ts'
import { legacyLayout, unusedLayout } from './theme-problems.ts'
import type {
  ContentsView,
  LanguagesView,
  PageView,
  PrintView,
  RedirectView,
  SiteView,
} from './view.ts'

/** Turns views into pages. */
export interface Theme {
  /** Changes when any template, label, style or script does. */
  readonly hash: string
  renderPage(view: PageView): string
  /** A whole space on one page. */
  renderPrint(view: PrintView): string
  /** The page of all chapters, which the menu falls back to. */
  renderContents(view: ContentsView): string
  /** The start of a book in several languages. */
  renderLanguages(view: LanguagesView): string
  /** What a server shows for an address without a page. */
  renderNotFound(view: SiteView): string
  /** What stands at an address that a page had before. */
  renderRedirect(view: RedirectView): string
  /** Names of the layouts that pages can ask for: those of the book that replace none of ours. */
  readonly layouts: ReadonlySet<string>
  /** Files for the site, by name: `style.css`, `handbook.js`, `early.js`. */
  readonly assets: ReadonlyMap<string, string>
}

const packageTemplates = new URL('../../templates/', import.meta.url)
const FOLDER = '_layouts/'

/** The theme of a book whose content lies below `root`. The one of the build before is kept when nothing changed. */
export function loadTheme(
  files: Files,
  root: FolderPrefix = '' as FolderPrefix,
  previous?: Outcome<Theme>,
  wanted: ReadonlySet<string> = new Set(),
): Outcome<Theme> {
  const defaults = defaultTemplates()
  const own = ownTemplates(files, root, { defaults, wanted })
  const assets = themeAssets()
  const hash = contentHash(
    JSON.stringify([
      own.value.map(({ kind, name, text }) => [kind, name, text]),
      own.diagnostics,
      ...assets,
      labelFiles(),
    ]),
  )
  if (previous?.value.hash === hash) return previous
  const compiled = compileTemplates(own.value, Object.keys(labelsFor('en').labels))
  const added = own.value.filter(
    ({ kind, name }) => kind === 'layout' && !defaults.has(`layouts/${name}.hbs`),
  )
  const layouts = new Set(added.map(({ name }) => name))
  return {
    value: { hash, assets, layouts, ...renderers(compiled.value, layouts) },
    diagnostics: [...own.diagnostics, ...compiled.diagnostics],
  }
}

function renderers(
  templates: Templates,
  layouts: ReadonlySet<string>,
): Omit<Theme, 'hash' | 'assets' | 'layouts'> {
  return {
    renderPage(view) {
      const { layout = 'page' } = view.page
      return templates.render(layouts.has(layout) ? layout : 'page', view)
    },
    renderPrint: (view) => templates.render('print', view),
    renderContents: (view) => templates.render('contents', view),
    renderLanguages: (view) => templates.render('languages', view),
    renderNotFound: (view) => templates.render('not-found', view),
    renderRedirect: (view) => templates.render('redirect', view),
  }
}

/** Our templates by their place below `templates/`: `layouts/page.hbs`. */
function defaultTemplates(): ReadonlyMap<string, string> {
  return new Map(
    ['layouts', 'partials'].flatMap((folder) =>
      readFolder(folder, '.hbs').map(([name, text]) => [`${folder}/${name}`, text] as const),
    ),
  )
}

/** Templates that mean something: ours by place, and the names of layouts that pages ask for. */
interface Known {
  readonly defaults: ReadonlyMap<string, string>
  readonly wanted: ReadonlySet<string>
}

function ownTemplates(
  files: Files,
  root: FolderPrefix,
  { defaults, wanted }: Known,
): Outcome<readonly TemplateSource[]> {
  const diagnostics: Diagnostic[] = []
  const folder = root + FOLDER
  const names = new Set(defaults.keys())
  for (const path of files.list()) {
    if (!path.startsWith(folder)) continue
    const name = path.slice(folder.length)
    const problem = problemOf(path, name, { defaults, wanted })
    if (problem !== undefined) diagnostics.push(problem)
    else if (name.endsWith('.hbs')) names.add(name)
  }
  const value = [...names].sort(compare).map((name): TemplateSource => {
    const isPage = name.startsWith('layouts/')
    const fallback = defaults.get(name) ?? (isPage ? defaults.get('layouts/page.hbs') : '') ?? ''
    const written = files.text((folder + name) as BookPath)?.text
    const file = (written === undefined ? `templates/${name}` : folder + name) as BookPath
    const kind = isPage ? 'layout' : 'partial'
    const short = name.slice(name.indexOf('/') + 1, -'.hbs'.length)
    return { kind, name: short, file, text: written ?? fallback, fallback }
  })
  return { value, diagnostics }
}

function problemOf(
  path: BookPath,
  name: string,
  { defaults, wanted }: Known,
): Diagnostic | undefined {
  if (/^(?:website|ebook)\/|^layout\.html$/.test(name) && name.endsWith('.html'))
    return legacyLayout(path, replacementOf(name))
  if (!name.endsWith('.hbs') || name.startsWith('partials/') || defaults.has(name)) return undefined
  if (wanted.has(/^layouts\/(.*)\.hbs$/.exec(name)?.[1] ?? '')) return undefined
  return unusedLayout(
    path,
    [...defaults.keys()].filter((known) => known.startsWith('layouts/')),
  )
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

function themeAssets(): ReadonlyMap<string, string> {
  const style = readFolder('assets/style', '.css').map(([, text]) => text)
  const script = readFolder('assets/handbook', '.js').map(([, text]) => text)
  return new Map([
    ...featureAssets(),
    ['early.js', withoutIndents(readText('assets/early.js'))],
    ['handbook.js', `;(() => {\n'use strict'\n${withoutComments(script.join('\n'))}})()\n`],
    ['languages.js', withoutIndents(withoutComments(readText('assets/languages.js')))],
    ['redirect.js', withoutIndents(readText('assets/redirect.js'))],
    ['search.css', withoutIndents(readText('assets/search/search.css'))],
    ['search.js', clientScript((name) => readText(`assets/search/${name}`))],
    ['style.css', withoutIndents(style.join('\n'))],
  ])
}

/** Style sheets and scripts that only some pages load: `code.css`, `image.js`. */
function featureAssets(): readonly (readonly [string, string])[] {
  const styles = readFolder('assets/features', '.css')
  const scripts = readFolder('assets/features', '.js')
  return [
    ...styles.map(([name, text]) => [name, withoutIndents(text)] as const),
    ...scripts.map(
      ([name, text]) => [name, `;(() => {\n'use strict'\n${withoutComments(text)}})()\n`] as const,
    ),
  ]
}

/** A twentieth of what travels is the space before lines. */
function withoutIndents(text: string): string {
  return text.replaceAll(/^[ \t]+/gm, '')
}

function labelFiles(): readonly (readonly [string, string])[] {
  return readFolder('labels', '.json')
}

function readFolder(folder: string, extension: string): readonly (readonly [string, string])[] {
  return readdirSync(new URL(folder, packageTemplates))
    .filter((name) => name.endsWith(extension))
    .sort(compare)
    .map((name) => [name, readText(`${folder}/${name}`)])
}

/** Line ends are settled, so that the site is the same wherever the package was checked out. */
function readText(path: string): string {
  return readFileSync(new URL(path, packageTemplates), 'utf8').replaceAll('\r\n', '\n')
}
