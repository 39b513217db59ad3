// The second half of footnotes: takes the definitions out of the text, numbers them, reports what does not fit, and
// puts the list at the end.
import type { StateCore, Token } from 'markdown-it'
import { also, problem } from '../../messages/problem.ts'
import { fragment } from '../../tree/fragment.ts'
import { added, element, raw, words } from '../../tree/node.ts'
import { type PageState, pageOf } from '../page.ts'
import { type Remark, createRemark, origins, ranges } from '../remarks.ts'
import type { Maker, Makers } from '../to-tree.ts'
import { definitions, references } from './footnote-remarks.ts'
import { closeInBox, closeOnLine } from './tables.ts'

interface Note {
  /** What its ids are made of. */
  readonly label: string
  readonly tokens: readonly Token[]
  /** The lines of its definition, when that stands in no other block. */
  readonly lines: Token['map']
  /** Where its definition is in the text. */
  readonly offset: number
  /** Position among the notes of the page, from 1; 0 until something refers to it. */
  number: number
  references: number
}

/** The note of a reference, of an item of the list, or of links back. */
const notes: Remark<{ readonly note: Note; readonly reference: number }> = createRemark()

interface ListState {
  readonly state: StateCore
  readonly page: PageState | undefined
  readonly defined: ReadonlyMap<string, Note>
  /** In the order of first reference. */
  readonly used: Note[]
}

/** Moves the notes to the end of the page. */
export function gatherFootnotes(state: StateCore): void {
  if (!mayHaveNotes(state)) return
  const page = pageOf(state.env)
  const { body, defined } = takeDefinitions(state, page)
  const gathering: ListState = { state, page, defined, used: [] }
  resolve(gathering, body)
  // Notes may refer to further notes: `used` grows while it is walked.
  for (const note of gathering.used) resolve(gathering, note.tokens)
  for (const note of defined.values()) {
    if (note.number > 0) continue
    use(gathering, note)
    page?.diagnostics.push(
      problem('markdown/unused-footnote', page.placeAt(note.offset, note.label.length + 3), {
        label: note.label,
      }),
    )
    resolve(gathering, note.tokens)
  }
  state.tokens = [...body, ...list(gathering)]
}

/** What a line with a reference has in it. */
const MARKS = /\[\^|\^\[|\{\{footnote:/

function mayHaveNotes(state: StateCore): boolean {
  return state.tokens.some(
    ({ type, content }) =>
      type === 'footnote_definition_open' || (type === 'inline' && MARKS.test(content)),
  )
}

function takeDefinitions(
  state: StateCore,
  page: PageState | undefined,
): { body: Token[]; defined: Map<string, Note> } {
  const body: Token[] = []
  const defined = new Map<string, Note>()
  const open: Token[][] = []
  for (const token of state.tokens) {
    if (token.type === 'footnote_definition_open') {
      const tokens: Token[] = []
      open.push(tokens)
      define(defined, token, tokens, page)
    } else if (token.type === 'footnote_definition_close') open.pop()
    else (open.at(-1) ?? body).push(token)
  }
  return { body, defined }
}

function define(
  defined: Map<string, Note>,
  token: Token,
  tokens: readonly Token[],
  page: PageState | undefined,
): void {
  const definition = definitions.of(token)
  if (definition === undefined) return
  const { key, label, offset } = definition
  const first = defined.get(key)
  const lines = token.level === 0 ? token.map : null
  if (first === undefined)
    defined.set(key, { label, tokens, lines, offset, number: 0, references: 0 })
  else if (page !== undefined) {
    const at = page.placeAt(offset, label.length + 3)
    page.diagnostics.push(
      problem(
        'markdown/duplicate-footnote',
        at,
        { label },
        also('first-here', page.placeAt(first.offset, first.label.length + 3)),
      ),
    )
  }
}

function resolve(gathering: ListState, tokens: readonly Token[]): void {
  for (const block of tokens) {
    if (block.type === 'html_block') resolveWritten(gathering, block)
    if (block.type !== 'inline' || block.children === null) continue
    if (!MARKS.test(block.content) && !block.content.includes('data-footnote-ref')) continue
    for (const token of block.children) {
      if (token.type === 'footnote_reference') resolveReference(gathering, block, token)
      else if (token.type === 'text_special') reportUndefined(gathering, block, token)
      else if (token.type === 'html_inline') resolveWritten(gathering, token)
    }
  }
}

/** `<a data-footnote-ref href="#user-content-fn-1">` of GitBook.com's editor. */
function resolveWritten(gathering: ListState, { content }: Token): void {
  if (!content.includes('data-footnote-ref')) return
  for (const [, label = ''] of content.matchAll(/href="#user-content-fn-([^"]+)"/g)) {
    const note = gathering.defined.get(gathering.state.md.utils.normalizeReference(label))
    if (note === undefined) continue
    use(gathering, note)
    note.references += 1
  }
}

function reportUndefined({ page }: ListState, block: Token, token: Token): void {
  const reference = references.of(token)
  const range = ranges.of(token)
  if (page === undefined || reference === undefined || range === undefined) return
  page.diagnostics.push(
    problem('markdown/undefined-footnote', page.place(block, range), { label: reference.label }),
  )
}

function resolveReference(gathering: ListState, block: Token, token: Token): void {
  const key = references.of(token)?.key
  const note = key === undefined ? inlineNote(gathering, block, token) : gathering.defined.get(key)
  if (note === undefined) return
  use(gathering, note)
  note.references += 1
  notes.set(token, { note, reference: note.references })
}

function use({ used }: ListState, note: Note): void {
  if (note.number > 0) return
  used.push(note)
  note.number = used.length
}

/** `^[text]` as a note of one paragraph. */
function inlineNote({ state, used }: ListState, block: Token, token: Token): Note {
  const open = new state.Token('paragraph_open', 'p', 1)
  const close = new state.Token('paragraph_close', 'p', -1)
  open.block = true
  close.block = true
  const inline = new state.Token('inline', '', 0)
  // Its places are those of the block it was written in.
  inline.content = block.content
  origins.set(inline, origins.of(block) ?? [])
  inline.children = token.children
  token.children = null
  const label = `inline-${used.length + 1}`
  const tokens = [open, inline, close]
  return { label, tokens, lines: null, offset: 0, number: 0, references: 0 }
}

function list({ state, used }: ListState): Token[] {
  if (used.length === 0) return []
  const tokens = [new state.Token('footnotes_open', '', 1)]
  for (const note of used) {
    const open = new state.Token('footnote_open', '', 1)
    const close = new state.Token('footnote_close', '', -1)
    open.map = note.lines
    open.block = true
    close.block = true
    notes.set(open, { note, reference: 0 })
    tokens.push(open, ...withBackLink(state, note), close)
  }
  tokens.push(new state.Token('footnotes_close', '', -1))
  return tokens
}

/** The blocks of a note with links back, inside its last paragraph or in one of their own. */
function withBackLink(state: StateCore, note: Note): readonly Token[] {
  if (note.references === 0) return note.tokens
  const back = new state.Token('footnote_back', '', 0)
  notes.set(back, { note, reference: 0 })
  const inline = note.tokens.at(-2)
  if (note.tokens.at(-1)?.type === 'paragraph_close' && inline?.type === 'inline') {
    inline.children?.push(back)
    return note.tokens
  }
  const open = new state.Token('paragraph_open', 'p', 1)
  const close = new state.Token('paragraph_close', 'p', -1)
  open.block = true
  close.block = true
  const line = new state.Token('inline', '', 0)
  line.children = [back]
  return [...note.tokens, open, line, close]
}

/** Reference `reffn_id`; a second one to the same note is `reffn_id-1`. */
function referenceId(note: Note, reference: number): string {
  return `reffn_${note.label}${reference > 1 ? `-${reference - 1}` : ''}`
}

const addReference: Maker = ({ builder }, token) => {
  const { note, reference } = notes.of(token) ?? {}
  if (note === undefined || reference === undefined) return
  const link = element(
    'a',
    [
      ['href', fragment(`fn_${note.label}`)],
      ['id', referenceId(note, reference)],
    ],
    [words(String(note.number))],
  )
  builder.add(added('sup', [['class', 'footnote-ref']], [link]))
}

const addBack: Maker = ({ builder, labels }, token) => {
  const note = notes.of(token)?.note
  for (let at = 0; at < (note?.references ?? 0); at++) {
    if (note === undefined) return
    builder.add(raw(' '))
    builder.add(
      added(
        'a',
        [
          ['href', fragment(referenceId(note, at + 1))],
          ['class', 'footnote-back'],
          ['aria-label', `${labels.backToReference} ${note.number}${at > 0 ? `-${at + 1}` : ''}`],
        ],
        // The variation selector keeps the arrow from becoming an emoji.
        [words('↩\uFE0E')],
      ),
    )
  }
}

/** References, the list and its notes. */
export const footnoteMakers: Makers = {
  footnote_reference: addReference,
  footnotes_open({ builder, labels }) {
    builder.open(
      element('section', [
        ['class', 'footnotes'],
        ['aria-label', labels.footnotes],
      ]),
    )
    builder.add(raw('\n'))
    builder.open(element('ol', []))
    builder.add(raw('\n'))
  },
  footnote_open({ builder }, token) {
    builder.open(element('li', [['id', `fn_${notes.of(token)?.note.label ?? ''}`]]))
    builder.add(raw('\n'))
  },
  footnote_back: addBack,
  footnote_close: closeOnLine,
  footnotes_close: closeInBox,
}
