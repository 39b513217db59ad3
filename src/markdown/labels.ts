/** The words that the engine puts into pages. A book in another language gives its own. */
export interface MarkdownLabels {
  /** Name of the list of footnotes. */
  readonly footnotes: string
  /** Name of the link from a footnote to its reference; the footnote's number follows. */
  readonly backToReference: string
  readonly taskDone: string
  readonly taskOpen: string
  readonly note: string
  readonly tip: string
  readonly important: string
  readonly warning: string
  readonly caution: string
  /** Name of a drawing that has none. */
  readonly diagram: string
  /** Opens the text that a drawing was made from. */
  readonly showSource: string
}

/** The words in English. */
export const ENGLISH: MarkdownLabels = {
  footnotes: 'Footnotes',
  backToReference: 'Back to reference',
  taskDone: 'Done',
  taskOpen: 'To do',
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  diagram: 'Diagram',
  showSource: 'Show source',
}
