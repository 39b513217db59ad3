// Asciidoctor looks for marks, links and macros in a paragraph with expressions that take the square of its length. A
// text beyond any that is read is shown as it was written.

/** In characters, of one paragraph, item or cell. */
export const LONGEST_TEXT = 8000
/** Begins the message about a text that is longer. */
export const LONG_TEXT = 'text too long:'

/** A node of Asciidoctor, as far as it matters here. */
interface TextNode {
  readonly sourceLocation?: object | null
  readonly document: { messageWithContext(text: string, context: object): object }
  readonly logger: { warn(message: object): unknown }
  getParent?(): TextNode | undefined
}

type Substitute = (
  this: TextNode,
  text: string | string[],
  subs?: string[],
) => Promise<string | string[]>

/** The class that all nodes of Asciidoctor are of. */
interface NodeClass {
  readonly prototype: { applySubs: Substitute }
}

const limited = new WeakSet<NodeClass>()

/** Bounds what is looked for in texts: there is no setting for it. */
export function limitTexts(nodes: NodeClass): void {
  if (limited.has(nodes)) return
  limited.add(nodes)
  const { prototype } = nodes
  const substitute = prototype.applySubs
  prototype.applySubs = function (text, subs) {
    const whole = Array.isArray(text) ? text.join('\n') : text
    const isSearched = subs === undefined || subs.includes('quotes') || subs.includes('macros')
    if (whole.length <= LONGEST_TEXT || !isSearched) return substitute.call(this, text, subs)
    const message = `${LONG_TEXT} ${whole.length}`
    this.logger.warn(
      this.document.messageWithContext(message, { source_location: locationOf(this) }),
    )
    return substitute.call(this, whole, ['specialcharacters'])
  }
}

function locationOf(node: TextNode): object | undefined {
  for (let at: TextNode | undefined = node; at !== undefined; at = at.getParent?.())
    if (at.sourceLocation) return at.sourceLocation
  return undefined
}
