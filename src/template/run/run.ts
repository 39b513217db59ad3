// What one expansion shares: its texts, what it may still do, what it has to report, and which tag is at work.
import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import { closest } from '../../core/suggest.ts'
import { USUAL_LIMITS } from '../../core/trust.ts'
import { problem } from '../../messages/problem.ts'
import { type Failure, Overrun, Refusal } from '../failure.ts'
import type { IncludedText } from '../includes.ts'
import { type CodeRange, codeOf, withLater } from '../read/code.ts'
import { type Document, type PlacedTag, isTex, textAt } from '../read/document.ts'
import { type Expression, pathOf } from '../read/expression.ts'
import { readDocument } from '../read/read-document.ts'
import { removed } from '../read/scan.ts'
import { sourceFile } from '../read/source-file.ts'
import type { TemplateRequest } from '../request.ts'
import { Budget, TOO_DEEP } from './budget.ts'
import { createFunctions } from './functions.ts'
import { isDict } from './values.ts'

/**
 * What a name that nobody defines means: `strict` ends the work on the tag, in a `condition` it is noted and has no
 * value, `quiet` is for who asks whether it has one. In code only what the book and the page define is known: `own`.
 */
export type Mode = 'strict' | 'condition' | 'quiet' | 'own'

/** Everything that one expansion shares. */
export class Run {
  readonly request: TemplateRequest
  readonly budget: Budget
  readonly diagnostics: Diagnostic[] = []
  /** Names that the texts read so far give a meaning to somewhere. */
  readonly names: Set<string> = new Set()
  readonly page: Document
  /** What the page has looked at, and functions. */
  readonly #variables: Map<string, unknown>
  readonly #documents = new Map<string, Document>()
  #depth = 0
  #here: { readonly document: Document; readonly tag: PlacedTag }

  constructor(request: TemplateRequest) {
    this.request = request
    this.budget = new Budget(request.work ?? USUAL_LIMITS.templateWork)
    this.#variables = createFunctions(this.budget)
    const { path, text, firstLine, host, dialect } = request
    const file = sourceFile(text, firstLine, path)
    const code = codeOf(text, (shown) => host.codeRanges(shown, path), dialect)
    this.page = this.#read(file, withLater(code, host.later?.(text) ?? []))
    this.#here = { document: this.page, tag: { ...removed(0, 0), shown: { from: 0, to: 0 } } }
  }

  /** A variable of the page, or a function; undefined for neither. */
  variable(name: string): unknown {
    const { variables } = this.request
    if (!this.#variables.has(name) && Object.hasOwn(variables, name))
      this.#variables.set(name, variables[name])
    return this.#variables.get(name)
  }

  /** All names that mean something on every page. */
  known(): readonly string[] {
    return [...new Set([...this.#variables.keys(), ...Object.keys(this.request.variables)])]
  }

  /** The document of a file that a tag asks for. */
  documentOf({ name, path, text }: IncludedText, at: Place): Document {
    const known = this.#documents.get(name)
    if (known !== undefined) return known
    const { host, dialect } = this.request
    const { body, firstLine } =
      path === undefined ? { body: text, firstLine: 1 } : host.body(path, text)
    // GitBook kept no code of an included file as it was.
    const code = codeOf(body, (shown) => host.codeRanges(shown, name), dialect).map(
      (range): CodeRange => (range.kind === 'kept' ? { ...range, kind: 'nested' } : range),
    )
    const all = withLater(code, host.later?.(body) ?? [])
    const document = this.#read(sourceFile(body, firstLine, path ?? at), all)
    this.#documents.set(name, document)
    return document
  }

  #read(file: Document['file'], code: readonly CodeRange[]): Document {
    const { blocks = new Map(), dialect } = this.request
    const document = readDocument(file, code, blocks, dialect)
    this.diagnostics.push(...document.diagnostics)
    for (const name of document.names) this.names.add(name)
    return document
  }

  /** Does something inside something else, and not too deep. */
  deeper<T>(work: () => T): T {
    const here = this.#here
    this.#depth += 1
    try {
      if (this.#depth > TOO_DEEP.levels) throw new Overrun(TOO_DEEP)
      return work()
    } finally {
      this.#depth -= 1
      this.#here = here
    }
  }

  /** Says which tag runs. */
  at(document: Document, tag: PlacedTag): Mode {
    this.#here = { document, tag }
    this.budget.spend(8)
    return tag.code === undefined ? 'strict' : 'own'
  }

  /** Where the tag that runs is. */
  place(): Place {
    return this.#here.document.file.place(this.#here.tag)
  }

  /** Reports something about the tag that runs. */
  note(report: (at: Place) => Diagnostic): void {
    const { document, tag } = this.#here
    if (tag.code === undefined && !isTex(document.file, tag))
      this.diagnostics.push(report(document.file.place(tag)))
  }

  /** Reports a variable without a value. */
  noteUndefined(expression: Expression): void {
    const path = pathOf(expression)
    if (path === undefined) return
    this.note((at) => problem('template/undefined-value', at, { path, near: this.#nearPath(path) }))
  }

  /** What the last name of a path may have meant. */
  #nearPath(path: string): string | undefined {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const near = closest(
      last,
      this.#membersOf(names).filter((name) => name !== last),
    )
    return near === undefined ? undefined : [...names, near].join('.')
  }

  #membersOf(names: readonly string[]): readonly string[] {
    const [first = '', ...others] = names
    let value = this.variable(first)
    for (const name of others) value = isDict(value) && Object.hasOwn(value, name) ? value[name] : 0
    return isDict(value) ? Object.keys(value) : []
  }

  /** What a name that nobody defines may have meant: another, or a variable of the book. */
  nearName(name: string): string | undefined {
    const own = this.#membersOf(['book'])
    if (own.includes(name)) return `book.${name}`
    const near = closest(name, this.known())
    // `mdbook` is no mistyped `book`: it is another word around it.
    if (near !== undefined && !(near.length + 1 < name.length && name.endsWith(near))) return near
    const member = closest(name, own)
    return member === undefined ? undefined : `book.${member}`
  }

  /** Reports why the page stays as it is. */
  giveUp(reason: Failure['reason']): void {
    const { document, tag } = this.#here
    const args = { case: 'page', written: textAt(document.file, tag), reason } as const
    this.diagnostics.push(problem('template/failed', this.place(), args))
  }

  /** Reports why a tag stays as it is, or a condition counts as false. */
  // oxlint-disable-next-line max-params -- what failed, and as what
  fail(
    document: Document,
    tag: PlacedTag,
    failure: Failure,
    as: 'tag' | 'condition' = 'tag',
  ): void {
    this.#here = { document, tag }
    const { reason } = failure
    const written = textAt(document.file, tag)
    this.note((at) =>
      failure instanceof Refusal
        ? failure.report(at)
        : problem('template/failed', at, { case: as, written, reason }),
    )
  }
}
