// The door to Asciidoctor. The library is loaded when the first AsciiDoc page is: books without one never pay for it.
// It runs in its strictest mode and reads nothing from disk or network; included files come from the caller, its
// messages are collected, and its console stays silent.

import { limitTexts } from './long-texts.ts'
import { silenceReaders } from './reader-messages.ts'

/** Where Asciidoctor is in its input: a path of its own and a line, 1-based. */
export interface Spot {
  /** `MAIN` for the page itself, otherwise what `Included.file` said. */
  readonly file: string
  readonly line: number
}

/** The file of a `Spot` in the page itself. */
export const MAIN = ''

/** A node of Asciidoctor's document tree, as far as we look at it. */
export interface AsciidocNode {
  readonly nodeName: string
  readonly id?: string | null
  readonly role?: string | null
  readonly style?: string | null
  readonly title?: string | null
  readonly level?: number
  /** Of inline nodes. */
  readonly type?: string
  readonly target?: string
  readonly text?: string | null
  /** Of blocks whose content is text. */
  readonly lines?: readonly string[]
  readonly attributes: { readonly [name: string]: unknown }
  readonly document: AsciidocDocument
  readonly sourceLocation?: SourceLocation | null
  getParent(): AsciidocNode | undefined
  getAttribute(name: string, fallback?: unknown, inherit?: unknown): unknown
  hasAttribute(name: string, value?: string): boolean
  hasOption(name: string): boolean
  hasTitle(): boolean
  hasBlocks(): boolean
  hasText(): boolean
  captionedTitle(): string
  getText(): string
  getAlt(): string
  content(): Promise<string | readonly string[]>
  imageUri(target: string): Promise<string>
  /** Of blocks: puts what their author protected (`++a_b++`, `pass:[a_b]`) back into a text of theirs. */
  restorePassthroughs?(text: string): Promise<string>
  getItems(): readonly unknown[]
}

/** The root of the tree. */
export interface AsciidocDocument extends AsciidocNode {
  readonly header?: { readonly title: string } | null
  readonly footnotes: readonly { readonly index: number; readonly text: string }[]
  isNested(): boolean
  hasHeader(): boolean
  isNotitle(): boolean
  hasSections(): boolean
  hasFootnotes(): boolean
  convert(): Promise<string>
  findBy(selector: {
    readonly traverse_documents: boolean
  }): readonly AsciidocNode[] | Promise<readonly AsciidocNode[]>
}

interface SourceLocation {
  readonly file?: string | null
  readonly lineno: number
}

/** A file put in place of an `include::` line. */
export interface IncludedSource {
  /** Names the file in the `Spot`s that follow. */
  readonly file: string
  /** The file relative to the page, by which the page's own cross references know it. */
  readonly path: string
  readonly text: string
  /** The line of the file that the text begins with. */
  readonly line: number
}

/** The attributes of an `include::` line; options appear as `<name>-option`. */
export type IncludeAttributes = { readonly [name: string]: string }

/** An `include::` line. */
export interface IncludeDirective {
  readonly target: string
  readonly attributes: IncludeAttributes
  readonly at: Spot
  /** The files that we are inside of, outermost first; the page itself is not among them. */
  readonly inside: readonly string[]
}

/** Makes HTML of a node; `undefined` leaves it to Asciidoctor. */
export type Convert = (
  node: AsciidocNode,
  transform: string,
  standard: () => Promise<string>,
) => Promise<string> | undefined

/** What Asciidoctor needs from us. */
export interface Setup {
  /** Undefined removes and locks an attribute; a value that ends in '@' may be changed by the page. */
  readonly attributes: { readonly [name: string]: string | undefined }
  readonly convert: Convert
  readonly include: (directive: IncludeDirective) => IncludedSource | undefined
}

/** A message of Asciidoctor. */
export interface Message {
  readonly severity: string
  readonly text: string
  readonly at?: Spot
}

/** A page as HTML, with what is needed to point into its source. */
export interface ConvertedPage {
  readonly html: string
  readonly document: AsciidocDocument
  readonly messages: readonly Message[]
  /** Where blocks begin. */
  readonly starts: readonly Spot[]
}

interface Reader {
  readonly file: string | null
  readonly lineno: number
  readonly includeStack: readonly (readonly unknown[])[]
  pushInclude(text: string, file: string, path: string, line: number, attributes: object): void
}

interface IncludeRegistration {
  handles(test: () => boolean): void
  process(
    run: (document: unknown, reader: Reader, target: string, attributes: IncludeAttributes) => void,
  ): void
}

/** The place of a node: its own or that of the nearest block around it. */
export function spotOf(node: AsciidocNode): Spot {
  for (let at: AsciidocNode | undefined = node; at !== undefined; at = at.getParent?.()) {
    if (at.sourceLocation) return spot(at.sourceLocation)
    if (at.nodeName === 'document' || at.nodeName === 'embedded') break
  }
  return { file: MAIN, line: 1 }
}

function spot(location: SourceLocation): Spot {
  return { file: location.file ?? MAIN, line: location.lineno }
}

/** Converts a page. */
export async function convertDocument(text: string, setup: Setup): Promise<ConvertedPage> {
  const core = await import('@asciidoctor/core')
  limitTexts(core.AbstractNode as never)
  silenceReaders(core.Reader)
  const logger = core.MemoryLogger.create()
  // A converter remembers the page it works for, so each page gets its own.
  const standard = new core.Html5Converter('html5', {})
  const converter = {
    convert(node: AsciidocNode, transform?: string | null, options?: object): unknown {
      const byDefault = async (): Promise<string> => {
        const html = await standard.convert(node as never, transform ?? null, options ?? null)
        return typeof html === 'string' ? html : ''
      }
      return setup.convert(node, transform ?? node.nodeName, byDefault) ?? byDefault()
    },
  }
  const loaded = await core.load(text, {
    safe: 'secure',
    sourcemap: true,
    logger,
    converter,
    attributes: Object.fromEntries(
      Object.entries(setup.attributes).map(([name, value]) => [name, value ?? null]),
    ),
    extension_registry: includeExtension(core.Extensions, setup),
  })
  const document = loaded as unknown as AsciidocDocument
  const html = await document.convert()
  const blocks = await document.findBy({ traverse_documents: true })
  return {
    html,
    document,
    messages: logger.getMessages().map(({ severity, text: said, sourceLocation }) => ({
      severity,
      text: said,
      ...(sourceLocation ? { at: spot(sourceLocation as unknown as SourceLocation) } : {}),
    })),
    starts: blocks.flatMap(({ sourceLocation }) => (sourceLocation ? [spot(sourceLocation)] : [])),
  }
}

function includeExtension(extensions: { create(): unknown }, setup: Setup): unknown {
  const registry = extensions.create() as {
    includeProcessor(define: (this: IncludeRegistration) => void): void
  }
  registry.includeProcessor(function define(this: IncludeRegistration): void {
    this.handles(() => true)
    this.process((_document, reader, target, attributes) => {
      const inside = [...reader.includeStack.map((entry) => entry[1]), reader.file]
      // The reader is already past the line.
      const at = { file: reader.file ?? MAIN, line: reader.lineno - 1 }
      const included = setup.include({
        target,
        attributes,
        at,
        inside: inside.filter((file) => typeof file === 'string'),
      })
      if (included === undefined) return
      reader.pushInclude(included.text, included.file, included.path, included.line, attributes)
    })
  })
  return registry
}
