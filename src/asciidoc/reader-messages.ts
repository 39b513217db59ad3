// Asciidoctor reads the parts of a list item with readers that belong to no document, and these say on the console of the
// program what the reader of the document says once more.

/** The class of Asciidoctor's readers of lines. */
interface ReaderClass {
  readonly prototype: object
}

/** A reader has the document that it is of under this name. */
const DOCUMENT = '_document'

type LineReader = { readonly [DOCUMENT]?: { readonly logger: object } | null }

const NOWHERE = { warn() {}, error() {}, info() {} }
const silenced = new WeakSet<ReaderClass>()

/** Keeps readers without a document from the console. */
export function silenceReaders(readers: ReaderClass): void {
  if (silenced.has(readers)) return
  silenced.add(readers)
  Object.defineProperty(readers.prototype, 'logger', {
    configurable: true,
    get(this: LineReader): object {
      return this[DOCUMENT]?.logger ?? NOWHERE
    },
  })
}
