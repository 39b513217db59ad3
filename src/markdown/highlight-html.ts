// What highlight.js finds in code, written as HTML at once. Its own emitter makes a tree of it first, which nobody here
// looks at.
import type { Emitter, HLJSOptions } from 'highlight.js'
import { escapeHtml } from '../core/html.ts'

const SIGNS = /[&<>"']/
const CLOSE = '</span>'
/** Embedded languages have a class of another kind than scopes. */
const LANGUAGE = 'language:'

/** Start tags by scopes: there are few, and all code is full of them. */
const opening = new Map<string, string>()

/** The same HTML as the library's own emitter gives. */
export class HtmlEmitter implements Emitter {
  #html = ''
  /** How many scopes are open. */
  #open = 0
  readonly #prefix: string

  constructor({ classPrefix }: Pick<HLJSOptions, 'classPrefix'>) {
    this.#prefix = classPrefix
  }

  addText(text: string): void {
    // Most words of code have none of these signs.
    this.#html += SIGNS.test(text) ? escapeHtml(text).replaceAll("'", '&#x27;') : text
  }

  startScope(scope: string): void {
    this.openNode(scope)
  }

  endScope(): void {
    this.closeNode()
  }

  /** As the library calls it where a mode begins. */
  openNode(scope: string): void {
    this.#open += 1
    this.#html += this.#startTag(scope)
  }

  closeNode(): void {
    if (this.#open === 0) return
    this.#open -= 1
    this.#html += CLOSE
  }

  __addSublanguage(emitter: Emitter, name: string): void {
    const html = emitter.toHTML()
    this.#html += name ? `${this.#startTag(LANGUAGE + name)}${html}${CLOSE}` : html
  }

  finalize(): void {
    while (this.#open > 0) this.closeNode()
  }

  toHTML(): string {
    return this.#html
  }

  #startTag(scope: string): string {
    const known = opening.get(scope)
    if (known !== undefined) return known
    const tag = `<span class="${classesOf(scope, this.#prefix)}">`
    opening.set(scope, tag)
    return tag
  }
}

/** `title.function` is two classes, of which those behind the first tell how deep they are. */
function classesOf(scope: string, prefix: string): string {
  if (scope.startsWith(LANGUAGE)) return scope.replace(LANGUAGE, 'language-')
  const [first = '', ...others] = scope.split('.')
  return [prefix + first, ...others.map((one, depth) => one + '_'.repeat(depth + 1))].join(' ')
}
