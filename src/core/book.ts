import type { Diagnostic, Place, Severity } from './diagnostic.ts'
import type { DisplacedPages } from './displaced.ts'
import type { PageElement } from './element.ts'
import type { FormulaConfig } from './formula-config.ts'
import type { DiagramScript, HeadElement, ScriptEntry } from './head.ts'
import type { JsonObject } from './json.ts'
import type { MadePage } from './made-page.ts'
import type { BookPath, FolderPrefix, OutputPath } from './path.ts'
import type { Dependency } from './dependency.ts'
import type { PluginEntry } from './plugin-entry.ts'
import type { Settings } from './settings.ts'
import type { Update } from './update.ts'
import type { Visibility } from './visibility.ts'

/** Settings that every part of the program reads as they are. */
// prettier-ignore
type AsWritten =
  | 'root' | 'title' | 'description' | 'author' | 'isbn' | 'cover' | 'siteUrl' | 'direction'
  | 'styles' | 'pluginsConfig' | 'pdf' | 'variables' | 'llms' | 'gitIncludes' | 'feed' | 'hosting'
  | 'dialect' | 'openapi' | 'oldAddresses' | 'urls' | 'spaces' | 'downloads' | 'quotes' | 'emoji'
  | 'contentPolicy' | 'hidden' | 'figures' | 'tags' | 'pictureSize'
  | 'analytics' | 'comments' | 'lineBreaks' | 'footerFile'

/** The program that a space was written for: GitBook up to 3 and HonKit, or the service that it became. */
export type Dialect = NonNullable<Settings['dialect']>

/** A link above the chapters. */
export interface SidebarLink {
  readonly label: string
  readonly url: string
  /** What stands in the configuration, where that is more than the words. */
  readonly key?: string
}

/** The configuration of a book with every default filled in. See `docs/configuration.md`. */
export interface Config extends Pick<Settings, AsWritten> {
  /** As written; `languageTag` of site/labels.ts makes BCP 47 of it. */
  readonly language?: string
  readonly structure: Omit<Settings['structure'], 'languages'>
  /** Enabled plugins without duplicates, in the order of the book. */
  readonly plugins: readonly PluginEntry[]
  /** Plugins that the book turned off with `-name`. */
  readonly disabledPlugins: readonly string[]
  readonly links: { readonly sidebar: readonly SidebarLink[] }
  /** Old addresses and where they lead, as written. */
  readonly redirects: readonly { readonly from: string; readonly to: string; readonly at?: Place }[]
  /** Which links to files lead to pages that show them; absent when none do. */
  readonly sourcePages?: SourcePages
  readonly theme: ThemeConfig
  /** Scripts of every page. */
  readonly scripts: readonly ScriptEntry[]
  /** Elements for the head of every page. */
  readonly head: readonly HeadElement[]
  /** The same as written. */
  readonly headAsWritten?: Settings['head']
  /** How formulas are written; absent when dollars are dollars. */
  readonly formulas?: FormulaConfig
  /** Blocks of code are drawn; by a script in the browser, when nothing here can. */
  readonly diagrams: boolean | 'script'
  /** The script, for `diagrams: 'script'`. */
  readonly diagramScript?: DiagramScript
  readonly check: CheckConfig
  /** Where values stand that only a whole site can judge, by their dotted names: `siteUrl`, `brand.light`. */
  readonly places: { readonly [name: string]: Place }
  /** Everything as the author wrote it, for templates that read `config.<key>`. */
  readonly raw: JsonObject
}

/** Which files are shown on pages of their own when a page links to them. Globs are relative to the book's folder. */
export type SourcePages = Extract<Settings['sourcePages'], { readonly kilobytes: number }>

/** What `check` is told. */
export interface CheckConfig extends Pick<Settings['check'], 'ignore' | 'ignoreLinks'> {
  readonly rules: readonly {
    readonly code: string
    readonly severity: Severity | 'off'
    readonly options: JsonObject
    readonly at: Place
  }[]
}

/** Settings that the theme reads as they are. */
// prettier-ignore
type OfTheme =
  | 'repository' | 'footer' | 'logo' | 'logoHeight' | 'favicon' | 'touchIcon' | 'versions' | 'backToTop'
  | 'headingNumbers' | 'readingTime' | 'share' | 'folding' | 'search' | 'code' | 'reader'

/** What the default theme can be told. */
export interface ThemeConfig extends Pick<Settings, OfTheme> {
  /** Numbers of SUMMARY in the sidebar (legacy: `theme-default.showLevel`). */
  readonly numbers: boolean
  /** Show when pages were changed last. */
  readonly dates: boolean
  readonly editLink?: { readonly base: string; readonly label?: string }
  /** A color of the book's own for links and for what is current, and the one for dark themes. */
  readonly brand?: { readonly light: string; readonly dark?: string }
  /** What stands before the day of the last change instead of the usual word. */
  readonly dateLabel?: string
  /** How that day is written, in the tokens of moment.js, instead of the usual way of the language. */
  readonly dateFormat?: string
  readonly pageToc: Extract<Settings['pageToc'], object>
}

/** A row of SUMMARY. */
export type Chapter = {
  readonly title: string
  /** What menus call it, when its author gave it a shorter name for them. */
  readonly label?: string
  /** `1.2.3`: number of the part, then positions. */
  readonly level: string
  readonly children: readonly Chapter[]
  readonly at: Place
  /** What menus number it with, where that is not its level; '' for nothing. */
  readonly number?: string
  /** The front matter of its page, or of one above it, keeps it from the menu. */
  readonly hidden?: true
} & ChapterTarget

export type ChapterTarget =
  /** A page of the book that exists. */
  | { readonly kind: 'page'; readonly path: BookPath; readonly anchor?: string }
  /** A file of the book that is not a page: linked as it is. */
  | { readonly kind: 'asset'; readonly path: BookPath; readonly anchor?: string }
  /** An address outside the book. */
  | { readonly kind: 'link'; readonly url: string }
  /** A title alone, or a target that does not exist. */
  | { readonly kind: 'draft'; readonly missing?: BookPath }

/** A group of chapters; its title is '' when the group only follows a separator. */
export interface Part {
  readonly title: string
  /** The id that its author gave to its heading. */
  readonly anchor?: string
  readonly chapters: readonly Chapter[]
}

/** One term of the glossary. */
export interface Term {
  readonly id: string
  readonly name: string
  /** Plain text of its first paragraph. */
  readonly description: string
  readonly at: Place
}

/** A book in one language. A book without LANGS.md is one space with the id ''. */
export interface Space {
  readonly id: string
  /** Its name in LANGS.md; '' otherwise. */
  readonly name: string
  /** The folder that '/' means in its links. */
  readonly root: FolderPrefix
  readonly config: Config
  readonly dialect: Dialect
  /** What its addresses began with at GitBook.com, as `docs.yaml` says: '' or `api/v2`. */
  readonly address?: string
  /** `docs.yaml` keeps it from the choice of books: who knows its addresses can read it. */
  readonly isUnlisted?: true
  readonly readme: BookPath
  readonly summaryFile?: BookPath
  readonly glossaryFile?: BookPath
  /** It links as wikis do: `[[Page]]` leads to a page, whether it exists, or where it does. */
  readonly wikiLinks?: 'all' | 'existing'
  /** What stands at the foot of its pages, as a page that is none itself. */
  readonly footerFile?: BookPath
  /** The page that lists the tags of all others, in books that show them. */
  readonly tagsFile?: BookPath
  /** All chapters that SUMMARY names; what readers see of them is `menuOf` of `core/menu.ts`. */
  readonly parts: readonly Part[]
  readonly glossary: readonly Term[]
  /** Every page once, in reading order: README, SUMMARY, glossary. */
  readonly pages: readonly BookPath[]
  /** Pages that no file holds: the text of each, and what it is made of. */
  readonly made?: { readonly [path: string]: MadePage }
  /** What the front matter of chapters keeps from readers, by the path of the page; most are not in it. */
  readonly visibility: { readonly [path: string]: Visibility }
}

/** The whole book as data: no methods, no handles, safe to post to a worker. */
export interface Book {
  readonly config: Config
  /** The content root, '' unless `root` is set. */
  readonly root: FolderPrefix
  readonly spaces: readonly Space[]
  /** It has several spaces, and a page at its top where readers choose one. */
  readonly multilingual: boolean
  /** What they choose there. */
  readonly choice: 'language' | 'book'
  /** What its files made of it, where no table of contents at its top says what it is. */
  readonly recognized?: 'below' | 'languages' | 'books' | 'markdown' | 'wiki'
  /** Files that are neither pages nor structure: copied as they are. */
  readonly assets: readonly BookPath[]
  /** Pages whose address another page has, by their path. */
  readonly displaced: DisplacedPages
}

/** One heading of a page. */
export interface Heading {
  readonly level: number
  readonly id: string
  readonly text: string
  /** Stands in a box beside the text of the page: a card, and in books of GitBook.com a hint, a tab or a detail. */
  readonly isAside?: boolean
}

/** A reference of a page to a file of the book. */
export interface PageLink {
  readonly to: BookPath
  readonly anchor?: string
  /** What the author wrote. */
  readonly written: string
  readonly at: Place
}

/** A reference in the Markdown of a page, as offsets of its destination. */
export interface MarkdownLink {
  readonly from: number
  readonly to: number
  /** Where it leads from the built page: relative, with query and fragment. */
  readonly url: string
  /** The page or source file that it leads to. */
  readonly page?: BookPath
}

/** A run of text below one heading; the first, without heading, has the id ''. The unit of search. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** All that rendering one page taught us. Plain JSON: it is cached, posted and compared. */
export interface PageResult {
  readonly path: BookPath
  readonly output: OutputPath
  /** Front matter `title`, else the first h1; undefined when it has neither. */
  readonly title?: string
  /** What the window says instead of the titles of page and book. */
  readonly windowTitle?: string
  /** Front matter `description`, else the first paragraph. */
  readonly description?: string
  readonly attributes: JsonObject
  /** The page in Markdown: templates expanded, without front matter; absent for what has no words of its own. */
  readonly markdown?: string
  /** The references in it that lead to files of the book, in order. */
  readonly markdownLinks?: readonly MarkdownLink[]
  readonly html: string
  /** Where in it texts, ids and addresses stand: three numbers each (`tree/write.ts`). */
  readonly marks: readonly number[]
  /** What the page needs of the theme beyond what all pages share. */
  readonly features?: readonly string[]
  /** The names of the symbols that it shows. */
  readonly symbols?: readonly string[]
  readonly headings: readonly Heading[]
  /** Every id of the page that a link can point to. */
  readonly ids: readonly string[]
  /** Links to pages (also of other spaces); assets are checked while the page is rendered. */
  readonly links: readonly PageLink[]
  readonly sections: readonly Section[]
  /** What it says of changes, in its order; absent for most. */
  readonly updates?: readonly Update[]
  /** The page shows a file of the book that is published as it is, too. */
  readonly isSource?: true
  /** Ids of the glossary terms that are marked in `html`. */
  readonly terms?: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly dependencies: readonly Dependency[]
  /** What was made of its tree beside HTML, as plain JSON; `null` when it has none. Absent when nobody wanted it. */
  readonly seen?: unknown
  /** Noted only for checks. */
  readonly elements?: readonly PageElement[]
}
