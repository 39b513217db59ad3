/** How a tag that somebody registered is written, and what becomes of it. */
export interface BlockSpelling {
  /** The tag that closes it: 'end' and its name unless said otherwise; `null` for a tag without content. */
  readonly end?: string | null
  /** Inner tags that divide its content. */
  readonly sections?: readonly string[]
  /** Its content is left as written: nothing in it is expanded. */
  readonly verbatim?: boolean
  /**
   * Makes text of the block, which takes its place in the page. Left out, the block's tags stay in the page for a
   * later step, and only its content is expanded.
   */
  readonly render?: (block: TemplateBlock) => BlockResult
}

/**
 * What a block becomes: text in its place, or text around its content. The second keeps the lines of the content
 * where they were written, so that problems in them point there.
 */
export type BlockResult = string | { readonly before: string; readonly after: string }

/** A registered block as its `render` gets it. Bodies are expanded text, not HTML. */
export interface TemplateBlock {
  readonly name: string
  readonly args: readonly unknown[]
  readonly kwargs: { readonly [name: string]: unknown }
  readonly body: string
  /** What `sections` divided, in order. */
  readonly blocks: readonly Omit<TemplateBlock, 'blocks'>[]
}
