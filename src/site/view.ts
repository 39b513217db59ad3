// What a layout may see: plain data, one value a page, nothing shared that a template could change.
import type { GlossaryView } from './glossary-index.ts'

/** A row of the sidebar. Only the ancestors, siblings and children of the current page carry children. */
export interface NavItem {
  readonly title: string
  /** `1.2.` when the book numbers its chapters; otherwise absent. */
  readonly number?: string
  /** Classes of the symbol before the title. */
  readonly symbol?: string
  readonly level: string
  /** Relative URL; absent for a title without a page. */
  readonly url?: string
  /** The source path of legacy `data-path`; absent for links outside the book. */
  readonly path?: string
  readonly external: boolean
  /** This is the page being shown. */
  readonly current: boolean
  /** The current page is this one or below it. */
  readonly open: boolean
  readonly children: readonly NavItem[]
  /** It has children in the book, even when they are not in `children` here (large books): the script adds them. */
  readonly branch: boolean
  /** Stands for rows left out of a very long list; its `url` is the list of all chapters. The script puts the rows in. */
  readonly gap?: true
}

export interface NavPart {
  readonly title: string
  /** True for every part but the first without a title: a line is drawn above it. */
  readonly divider: boolean
  readonly items: readonly NavItem[]
  /** 0-based position among the parts of the book. */
  readonly index: number
  /**
   * Set on the parts of a large book that do not hold the current page: `items` is empty, the title leads to `url`
   * (the first page of the part), and the script fills in the rows from the shared file.
   */
  readonly folded?: { readonly url?: string }
}

/** A day for machines and for people. */
export interface DayView {
  /** `2026-03-01` */
  readonly iso: string
  readonly text: string
  /** What stands before it. */
  readonly label: string
}

/** A heading of the page with those below it: the list "on this page". */
export interface TocItem {
  readonly id: string
  readonly text: string
  readonly children: readonly TocItem[]
}

export interface Link {
  readonly title: string
  readonly url: string
}

/** The words of the interface in the language of the book, by key. */
export type Labels = { readonly [key: string]: string }

/** What the head of a page tells machines. Members with absolute addresses are there when that of the site is known. */
export interface MetaView {
  /** `noindex`, for a page that its author keeps from search engines. */
  readonly robots?: string
  readonly canonical?: string
  readonly title?: string
  readonly type?: 'website' | 'article'
  readonly siteName?: string
  /** `zh_CN`, as Open Graph writes it. */
  readonly locale?: string
  readonly image?: string
  /** The page in the languages of the book, and `x-default`. */
  readonly alternates?: readonly { readonly language: string; readonly url: string }[]
  /** Breadcrumbs as JSON-LD, safe inside a script element. */
  readonly trail?: string
  /** Relative URL of the Markdown alternate. */
  readonly markdown?: string
  /** Relative URL of the feed. */
  readonly feed?: string
  /** Relative URL of the feed of the updates that the page shows. */
  readonly updates?: string
  /** Headings that went to other pages: the script that follows them, and where they are, as JSON. */
  readonly moved?: { readonly script: string; readonly fragments: string }
}

/** What every view of a space carries, whatever it shows. */
export interface SiteView {
  readonly book: {
    readonly title: string
    readonly author?: string
    readonly isbn?: string
    /** BCP 47. */
    readonly language: string
    readonly direction: 'ltr' | 'rtl'
    readonly repository?: string
    /** HTML. */
    readonly footer?: string
    readonly home: string
    /** Readers get no settings of type and color (legacy: `-fontsettings`). */
    readonly fixedReading?: true
    /** What pages look like for readers who chose nothing: values of `data-` attributes. */
    readonly usual?: {
      readonly theme?: string
      readonly face?: string
      readonly size?: number
    }
    /** URL of the picture before the title. */
    readonly logo?: string
    readonly favicon?: string
    readonly touchIcon?: string
    /** What readers are not offered: names of settings below `reader`, separated by spaces. */
    readonly off?: string
    /** Relative URL of the web app manifest, when readers can keep the book for offline use. */
    readonly offline?: string
  }
  /** '<page title> · <book title>', or the book's title alone on its first page. */
  readonly documentTitle: string
  /** The way to the site's top: '', '../' … */
  readonly base: string
  /** URLs of the theme's own files. */
  readonly assets: {
    readonly style: string
    readonly script: string
    readonly early: string
    readonly nav: string
    /** The script with the dialogs of the theme in the language of the space. */
    readonly panels: string
    /** The script of the search dialog; absent when the book has no search. */
    readonly search?: string
    /** Its style sheet, and the folder of the index that it asks, ending in '/'. */
    readonly searchStyle?: string
    readonly searchIndex?: string
    /** The folder of the index over all books of the site, where there are several. */
    readonly searchAll?: string
  }
  /** Style sheets and scripts of the theme that only this page needs, or that hold what the book configured. */
  readonly extraStyles: readonly string[]
  readonly extraScripts: readonly string[]
  /** On a page whose diagrams are drawn in the browser: the script that does it, and the library that it uses. */
  readonly drawing?: { readonly script: string; readonly library: string }
  /** On the page for missing addresses: where the script may lie that finds the top of the site. */
  readonly seekers?: readonly string[]
  readonly contentsUrl: string
  /** The whole space on one page. */
  readonly printUrl: string
  /** Style sheets of the book itself. */
  readonly styles: readonly string[]
  /** HTML of what the book adds to the head. */
  readonly head?: string
  readonly sidebarLinks: readonly Link[]
  readonly parts: readonly NavPart[]
  readonly glossary?: Link
  /** The list of tags. */
  readonly tags?: Link
  /** The book as files. */
  readonly downloads?: readonly DownloadLink[]
  /** Other languages of the book, on the same page where it exists. */
  readonly languages: readonly LanguageLink[]
  /** What they are: languages, or books side by side. */
  readonly choice: 'language' | 'book'
  /** Of the book: a menu in the bar. */
  readonly versions?: readonly (Link & { readonly current: boolean })[]
  readonly labels: Labels
  readonly meta?: MetaView
}

/** The book as a file: `title` is its format. */
export interface DownloadLink extends Link {
  /** What a browser calls the file that it keeps. */
  readonly name: string
  /** `1.2 MB`; absent where nobody knows. */
  readonly size?: string
}

/** A space of the book, named in its own language. */
export interface LanguageLink extends Link {
  /** BCP 47. */
  readonly language: string
  readonly current: boolean
}

/** The data of `page.hbs`. */
export interface PageView extends SiteView {
  readonly page: {
    /** Plain text. */
    readonly title: string
    readonly description?: string
    /** Separated by commas. */
    readonly keywords?: string
    /** The layout that the page asks for. */
    readonly layout?: string
    /** HTML of the content. */
    readonly content: string
    /** The h1 that the content begins with, and what follows it; without one the first is ''. */
    readonly heading: string
    readonly body: string
    /** When git saw its last change. */
    readonly updated?: DayView
    /** '5 min read' */
    readonly readingTime?: string
    /** The reader can look at images closely. */
    readonly zoom: boolean
    /** True when the content has no h1: the layout shows the title itself. */
    readonly needsTitle: boolean
    /** The content begins with a heading of the same text: the title is there for screen readers only. */
    readonly titleRepeats: boolean
    /** Classes of the symbol before a title that the layout shows. */
    readonly symbol?: string
    /** The page has no text of its own: the pages below it. */
    readonly below: readonly (Link & { readonly symbol?: string; readonly description?: string })[]
    /** The menu is folded away at first. */
    readonly foldsSidebar?: true
    /** The text may take all the room there is. */
    readonly wide?: true
    readonly toc: readonly TocItem[]
    /** What stands above it, when the book has words of its own for it. */
    readonly tocTitle?: string
    readonly path: string
    readonly level?: string
    readonly direction?: 'rtl' | 'ltr'
    readonly editUrl?: string
    /** What the book calls that link, when it has a name of its own for it. */
    readonly editLabel?: string
    /** Relative URL of its Markdown, when readers are shown it. */
    readonly markdown?: string
    /** Readers can hand on its address. */
    readonly shared?: true
    /** Where it can be handed on to. */
    readonly share?: readonly { readonly name: string; readonly url: string }[]
    /** Where its comments are. */
    readonly comments?: { readonly service: string; readonly site: string }
    readonly isHome: boolean
    /** There is a way back to its top. */
    readonly backToTop?: true
    /** Its headings are numbered. */
    readonly numbered?: true
    /** The list of terms, and what a long one has above it. */
    readonly isGlossary?: true
    readonly terms?: GlossaryView
  }
  readonly breadcrumbs: readonly (Link | { readonly title: string })[]
  readonly previous?: Link
  readonly next?: Link
}

/** The data of `print.hbs`: all pages of a space. Their ids and links are those of this one page. */
export interface PrintView extends SiteView {
  readonly pages: readonly {
    readonly id: string
    readonly title: string
    readonly needsTitle: boolean
    readonly content: string
  }[]
}

/** The data of `contents.hbs`: `parts` is the whole tree. */
export type ContentsView = SiteView

/** The data of `languages.hbs`, the start of a book in several languages. */
export type LanguagesView = Pick<
  SiteView,
  | 'choice'
  | 'book'
  | 'documentTitle'
  | 'base'
  | 'assets'
  | 'extraStyles'
  | 'extraScripts'
  | 'styles'
  | 'head'
  | 'languages'
  | 'labels'
  | 'meta'
>

/** The data of `redirect.hbs`: the page at an old address. */
export interface RedirectView {
  readonly book: Pick<SiteView['book'], 'language' | 'direction'>
  /** Title of the page that it leads to. */
  readonly title: string
  /** Where it leads: relative, unless that is outside the book. */
  readonly url: string
  readonly canonical: string
  readonly script: string
  /** Old fragments of the page and where they lead, as JSON. */
  readonly fragments?: string
}
