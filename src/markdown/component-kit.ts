// What components may ask of Markdown: the title of a page, code, the nodes of a text that stands elsewhere.
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, baseName } from '../core/path.ts'
import type { ComponentKit, Layouts, ShownTag } from '../components/define.ts'
import { renderBrought } from '../components/render.ts'
import type { ComponentWords } from '../components/words.ts'
import type { ReferenceHost } from '../tree/host.ts'
import { type Node, type SourceRange, forEachElement } from '../tree/node.ts'
import type { Engine, makersOf } from './engine.ts'
import type { HeadingNames } from './heading-names.ts'
import type { Highlighter } from './highlight.ts'
import type { MarkdownLabels } from './labels.ts'
import { type CodeDefaults, codeBlock } from './rules/code.ts'
import { toTree } from './to-tree.ts'

/** What a page says of itself to its components. */
export interface ComponentRequest {
  readonly path: BookPath
  /** What the book itself shows of components. */
  readonly layouts?: Layouts | undefined
  readonly host: ReferenceHost
  /** The text of a file of the book, by a reference of the page. */
  readonly fileText?: (reference: string) => string | undefined
  /** The text of the description of an interface, by its name. */
  readonly apiText?: (name: string) => string | undefined
  /** The tags of the book, and the pages that carry them. */
  readonly tags?: () => readonly ShownTag[]
  /** What the book calls a tag. */
  readonly tagLabel?: (slug: string) => string | undefined
  /** Headings get the ids of GitBook.com. */
  readonly isOfGitbookCom?: boolean
}

/** What an engine renders components with. */
export interface ComponentTools {
  readonly md: Engine
  readonly code: CodeDefaults
  readonly highlighter: Highlighter
  readonly makers: ReturnType<typeof makersOf>
  readonly labels: MarkdownLabels
  readonly words: ComponentWords
  readonly emoji: boolean
  /** Headings of pages of the two kinds of books. */
  readonly headings: { readonly ofGitbookCom: HeadingNames; readonly others: HeadingNames }
}

/** The kit for one page. */
export function componentKit(
  { host, path, layouts, fileText, apiText, tags, tagLabel, isOfGitbookCom }: ComponentRequest,
  { md, code, highlighter, makers, labels, words, emoji, headings }: ComponentTools,
  report: (diagnostic: Diagnostic) => void,
): ComponentKit {
  const itself = { written: encodeURI(baseName(path)), at: { file: path }, html: false }
  const names = isOfGitbookCom === true ? headings.ofGitbookCom : headings.others
  const kit: ComponentKit = {
    page: {
      path,
      get title() {
        return host.title?.(itself) ?? ''
      },
      place: { file: path },
    },
    layouts,
    isOfGitbookCom,
    showsEmoji: emoji,
    words,
    titleOf: ({ value, at }) =>
      host.title?.({
        written: value,
        at: at?.source.place(at.from, at.to) ?? { file: path },
        html: false,
      }),
    languageName: (written) => new Map(Object.entries(code.names ?? {})).get(written) ?? written,
    code: (asked) => codeBlock(asked, highlighter, code),
    markdown: (source, at) =>
      renderBrought(elsewhere(md, source, at, { makers, labels, report: nothing }), kit),
    fileText: fileText ?? nothing,
    headingOf: (text, id) => names.nameOf(text, id),
    apiText: apiText ?? nothing,
    tags: tags ?? (() => []),
    tagLabel: tagLabel ?? nothing,
    report,
  }
  return kit
}

const nothing = (): undefined => undefined

/** The nodes of Markdown that stands in another file: what is wrong with it is told where the page asks for it. */
function elsewhere(
  md: Engine,
  source: string,
  at: SourceRange | undefined,
  kit: Parameters<typeof toTree>[1],
): Node[] {
  const nodes = toTree(md.parse(source, {}), kit)
  forEachElement(nodes, (node) => {
    for (const attribute of node.attributes) Object.assign(attribute, { at })
  })
  return nodes
}
