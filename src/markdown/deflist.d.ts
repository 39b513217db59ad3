declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it'

  /** Adds definition lists: a term, and below it `: definition`. */
  export default function deflist(md: MarkdownIt): void
}
