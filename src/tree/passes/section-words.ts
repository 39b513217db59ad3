// The words of a page by its sections, for search.
import type { Section } from '../../core/book.ts'
import { foldSpace } from '../../core/text.ts'
import { INLINE } from '../names.ts'
import type { Source } from '../facts.ts'

/** The words of sections: what was written as one piece stays one, and pieces stand on lines of their own. */
export class Words {
  readonly #sections: { readonly id: string; readonly title: string; readonly parts: string[] }[] =
    [{ id: '', title: '', parts: [] }]
  #source: Source | undefined
  #piece = ''

  add(words: string, source: Source | undefined): void {
    if (source !== this.#source) this.end()
    this.#source = source
    this.#piece += words
  }

  /** A tag that stands in a piece of HTML separates words, unless it is one of a line of text. */
  tag(name: string): void {
    if (this.#source?.kind === 'html' ? !INLINE.has(name) : name === 'br') this.#piece += ' '
  }

  begin(id: string, title: string): void {
    this.end()
    this.#sections.push({ id, title, parts: [] })
  }

  end(): void {
    const kind = this.#source?.kind
    const words =
      kind === 'code'
        ? this.#piece
        : kind === 'html'
          ? foldSpace(this.#piece)
          : this.#piece.replaceAll('\n', ' ')
    if (words.trim() !== '') this.#sections.at(-1)?.parts.push(words)
    this.#piece = ''
    this.#source = undefined
  }

  sections(): readonly Section[] {
    this.end()
    return this.#sections
      .map(({ id, title, parts }) => ({ id, title, text: parts.join('\n').trim() }))
      .filter(({ id, text }) => id !== '' || text !== '')
  }
}
