import { append } from '../core/list.ts'
import type { Config, SourcePages } from '../core/book.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'
import { foldSpace } from '../core/text.ts'
import { parseBlocks } from '../markdown/document.ts'
import type { Files } from '../files/files.ts'
import { type Locate, checkConfig } from './config-check.ts'
import { chooseConfig } from './config-file.ts'
import { locateIn, readBulkRedirects, readGitbookYaml } from './config-imported.ts'
import { readBookToml } from './config-mdbook.ts'
import { problem } from '../messages/problem.ts'
import { checkRules } from './config-rules.ts'
import { diagramConfig } from './config-diagrams.ts'
import { formulaConfig } from './config-formulas.ts'
import { placesOf } from './config-places.ts'
import { themeConfig } from './config-theme.ts'
import { checkValues } from './config-values.ts'
import { resolveSettings } from './config-resolve.ts'
import { parsePlugins } from './plugins.ts'

/** Names of a configuration; the first that exists is used. */
export const CONFIG_NAMES: readonly string[] = ['book.js', 'book.cjs', 'book.mjs', 'book.json']

/** A configuration as it was written in one folder. */
export interface WrittenConfig {
  readonly file?: BookPath
  /** As the author wrote it. */
  readonly raw: JsonObject
  /** Without what is wrong in it. */
  readonly checked: JsonObject
  readonly locate: Locate
}

/** The configurations in a folder, that which counts first. */
export function configFiles(files: Files, folder: FolderPrefix): readonly BookPath[] {
  return filesNamed(files, folder, CONFIG_NAMES)
}

/** The files in a folder that have one of these names, in the order of the names. */
export function filesNamed(
  files: Files,
  folder: FolderPrefix,
  names: readonly string[],
): readonly BookPath[] {
  return names
    .map((name) => (folder + name) as BookPath)
    .filter((path) => files.size(path) !== undefined)
}

/**
 * Reads the configuration of a folder; none is an empty one, and so is one that is a program and may not run, or is a
 * file of something else. Undefined means that there is one and it is broken.
 */
export async function readConfig(
  files: Files,
  folder: FolderPrefix,
  runsCode = true,
): Promise<Outcome<WrittenConfig | undefined>> {
  const found = configFiles(files, folder)
  const programs = runsCode ? [] : found.filter((path) => !path.endsWith('.json'))
  const diagnostics: Diagnostic[] = programs.map((program) =>
    problem('config/not-run', { file: program }, { case: 'program' }),
  )
  const chosen = await chooseConfig(
    files,
    found.filter((path) => !programs.includes(path)),
  )
  append(diagnostics, chosen.diagnostics)
  if (chosen.value === 'broken') return { value: undefined, diagnostics }
  if (chosen.value === undefined) {
    const { value, diagnostics: more } = addImported(files, folder, emptyConfig())
    return { value, diagnostics: [...diagnostics, ...more] }
  }
  const { file, value, locate } = chosen.value
  const checked = checkConfig(value, locate)
  append(diagnostics, checked.diagnostics)
  append(diagnostics, checkValues(checked.value, locate))
  const own = { file, raw: value, checked: checked.value, locate }
  const whole = addImported(files, folder, own)
  return { value: whole.value, diagnostics: [...diagnostics, ...whole.diagnostics] }
}

/** The configuration with what other files say where it says nothing. */
function addImported(
  files: Files,
  folder: FolderPrefix,
  own: WrittenConfig,
): Outcome<WrittenConfig> {
  const yaml = readGitbookYaml(files, folder)
  const bulk = readBulkRedirects(files, own.checked, own.locate)
  const toml = readBookToml(files, folder)
  const others = [...(toml === undefined ? [] : [toml]), yaml]
  // The later counts before the earlier, and what the book itself says before all of them.
  const layers = [...others, bulk].map(({ value: { value, locate } }) => checkConfig(value, locate))
  const raw = others.map(({ value: { value } }) => value)
  return {
    value: {
      ...own,
      raw: [...raw, own.raw].reduce(mergeObjects),
      checked: [...layers.map(({ value }) => value), own.checked].reduce(mergeObjects),
      locate: locateIn([
        { value: own.raw, locate: own.locate },
        bulk.value,
        ...others.map(({ value }) => value).toReversed(),
        { value: {}, locate: own.locate },
      ]),
    },
    diagnostics: [...others, bulk, ...layers].flatMap(({ diagnostics }) => diagnostics),
  }
}

function emptyConfig(): WrittenConfig {
  return { raw: {}, checked: {}, locate: () => ({ file: 'book.json' as BookPath }) }
}

/**
 * The configuration of a language: the book's, with what the language's own file says explicitly. Plugins are the
 * book's business, and so is the content root.
 */
export function inheritConfig(parent: WrittenConfig, child: WrittenConfig): WrittenConfig {
  return {
    ...child,
    raw: inherit(parent.raw, child.raw),
    checked: inherit(parent.checked, child.checked),
  }
}

function inherit(parent: JsonObject, child: JsonObject): JsonObject {
  const { root: _root, ...inherited } = parent
  const { plugins: _plugins, ...explicit } = child
  return mergeObjects(inherited, explicit)
}

/** Objects are merged member by member; anything else replaces what was there. */
function mergeObjects(below: JsonObject, above: JsonObject): JsonObject {
  const merged = new Map<string, Json>(Object.entries(below))
  for (const [key, value] of Object.entries(above)) {
    const old = merged.get(key)
    merged.set(key, isJsonObject(old) && isJsonObject(value) ? mergeObjects(old, value) : value)
  }
  return Object.fromEntries(merged)
}

/** The configuration with every default filled in. `language` counts when the author named none. */
export function completeConfig(written: WrittenConfig, language?: string): Config {
  const { checked, locate, raw } = written
  const { settings } = resolveSettings(checked, language)
  const plugins = parsePlugins(settings.plugins)
  const spoken = settings.language ?? language
  const { languages, ...structure } = settings.structure
  const { root, title, description, author, isbn, cover, siteUrl, direction, hosting } = settings
  const { dialect, tags, pictureSize, analytics, comments, lineBreaks, footerFile } = settings
  const { styles, variables, pluginsConfig, pdf, llms, gitIncludes, feed, openapi } = settings
  const { oldAddresses, urls, spaces, downloads, quotes, figures, contentPolicy, hidden, emoji } =
    settings
  return {
    ...present({ title, description, author, isbn, cover, siteUrl, direction, hosting, dialect }),
    ...present({ pictureSize, footerFile }),
    ...present({
      language: spoken,
      sourcePages: sourcePages(settings.sourcePages),
      headAsWritten: settings.head,
      formulas: formulaConfig(settings),
    }),
    root,
    styles,
    variables,
    pluginsConfig,
    pdf,
    llms,
    gitIncludes,
    feed,
    ...diagramConfig(settings.diagrams, locate),
    openapi,
    quotes,
    emoji,
    lineBreaks,
    figures,
    tags,
    analytics,
    comments,
    contentPolicy,
    hidden,
    scripts: scriptList(settings.scripts, checked, locate),
    head: [],
    structure: { ...structure, langs: languages ?? structure.langs },
    plugins: plugins.enabled,
    disabledPlugins: plugins.disabled,
    links: { sidebar: sidebarLinks(settings.links.sidebar) },
    oldAddresses,
    urls,
    spaces,
    downloads: [...new Set(downloads)],
    redirects: redirectList(settings.redirects, locate),
    theme: themeConfig(settings),
    check: { ...settings.check, rules: checkRules(settings.check.rules, locate) },
    places: placesOf(checked, locate),
    raw,
  }
}

/** The members that have a value. */
function present<T extends object>(
  members: T,
): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const known = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as { [Name in keyof T]?: Exclude<T[Name], undefined> }
}

/** `false`, `true`, a list of globs, or what to include and exclude. */
function sourcePages(written: Settings['sourcePages']): SourcePages | undefined {
  if (written === false) return undefined
  if (typeof written === 'object' && 'kilobytes' in written) return written
  const [, , { keys }] = SETTINGS.sourcePages.of
  return completed(keys, Array.isArray(written) ? { include: written } : {})
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Both forms as one list. Entries without one of their sides are no redirects. */
function redirectList(written: Json | undefined, locate: Locate): Config['redirects'] {
  const entry = (
    from: Json | undefined,
    to: Json | undefined,
    path: readonly string[],
  ): Config['redirects'] => {
    const [old, target] = [textOf(from), textOf(to)]
    if (old === undefined || target === undefined) return []
    return [{ from: old, to: target, at: locate(['redirects', ...path], 'key') }]
  }
  if (Array.isArray(written))
    return (written as readonly Json[]).flatMap((item, index) => {
      const { from, to } = objectOf(item)
      return entry(from, to, [String(index), 'from'])
    })
  return Object.entries(objectOf(written)).flatMap(([from, to]) => entry(from, to, [from]))
}

function scriptList(
  written: Settings['scripts'],
  checked: JsonObject,
  locate: Locate,
): Config['scripts'] {
  const isOwn = checked['scripts'] !== undefined
  return written.flatMap((item, index) => {
    const { src, attributes } = typeof item === 'string' ? { src: item } : item
    if (src === undefined || src.trim() === '') return []
    const own = isOwn ? undefined : pathOfText(checked['pluginsConfig'], src)
    const path = own === undefined ? ['scripts', String(index)] : ['pluginsConfig', ...own]
    const at = locate(path, 'value')
    return [{ src: src.trim(), attributes: attributes ?? {}, at }]
  })
}

/** Where in a value a text stands. */
function pathOfText(value: Json | undefined, text: string): readonly string[] | undefined {
  if (value === text) return []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const below = pathOfText(inner, text)
    if (below !== undefined) return [name, ...below]
  }
  return undefined
}

/** Old books switch links of the theme off with `false`. */
function sidebarLinks(links: Settings['links']['sidebar']): Config['links']['sidebar'] {
  return Object.entries(links).flatMap(([label, url]) => {
    const address = textOf(url)
    if (address === undefined) return []
    const words = wordsOf(label)
    return [{ label: words, url: address, ...(words === label ? {} : { key: label }) }]
  })
}

/** GitBook put labels into pages as HTML: `<i class="fa fa-home"></i> Home`. */
function wordsOf(label: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(label)) return label
  const [block] = parseBlocks(label)
  const text = block?.kind === 'paragraph' ? foldSpace(block.inline.text) : ''
  return text === '' ? label : text
}
