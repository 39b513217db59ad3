// Tokens and states as markdown-it has them, made by assignments. Its own constructors define each member through a helper,
// which for thousands of tokens a page takes as long as parsing them.
import type { Delimiter, Env, MarkdownIt, StateInline, Token } from 'markdown-it'
import type { Remarks } from './remarks.ts'

type Nesting = Token['nesting']

/** What a token has of its own; its methods are the library's. */
class LeanToken implements Omit<Token, `attr${string}`> {
  type: string
  tag: string
  attrs: [string, string][] | null
  map: [number, number] | null
  nesting: Nesting
  level: number
  children: Token[] | null
  content: string
  markup: string
  info: string
  meta: Token['meta']
  block: boolean
  hidden: boolean
  remarks: Remarks | undefined

  constructor(type: string, tag: string, nesting: Nesting) {
    this.map = null
    this.level = 0
    this.children = null
    this.content = ''
    this.markup = ''
    this.info = ''
    this.block = false
    this.hidden = false
    this.type = type
    this.tag = tag
    this.attrs = null
    this.nesting = nesting
    this.meta = null
    this.remarks = undefined
  }
}

const newToken = (type: string, tag: string, nesting: Nesting): Token =>
  new LeanToken(type, tag, nesting) as unknown as Token

/** What a state of a line of text has of its own. */
class LeanInline {
  src: string
  env: Env
  md: MarkdownIt
  tokens: Token[]
  tokens_meta: StateInline['tokens_meta']
  pos: number
  posMax: number
  level: number
  pending: string
  pendingLevel: number
  cache: Record<number, number>
  backticks: Record<number, number>
  backticksScanned: boolean
  skipHtmlSpecial: boolean
  linkLevel: number
  delimiters: Delimiter[]
  _prev_delimiters: Delimiter[][]
  Token: typeof LeanToken

  constructor(src: string, md: MarkdownIt, env: Env, outTokens: Token[]) {
    this.pos = 0
    this.level = 0
    this.pending = ''
    this.pendingLevel = 0
    this.cache = {}
    this.backticks = {}
    this.backticksScanned = false
    this.skipHtmlSpecial = false
    this.linkLevel = 0
    this.delimiters = []
    // oxlint-disable-next-line no-underscore-dangle -- its name there
    this._prev_delimiters = []
    this.Token = LeanToken
    this.src = src
    this.env = env
    this.md = md
    this.tokens = outTokens
    this.tokens_meta = Array(outTokens.length)
    this.posMax = src.length
  }

  pushPending(): Token {
    const token = newToken('text', '', 0)
    token.content = this.pending
    token.level = this.pendingLevel
    this.tokens.push(token)
    this.pending = ''
    return token
  }

  push(type: string, tag: string, nesting: Nesting): Token {
    if (this.pending !== '') this.pushPending()
    const token = newToken(type, tag, nesting)
    if (nesting < 0) {
      this.level -= 1
      // oxlint-disable-next-line no-underscore-dangle -- its name there
      this.delimiters = this._prev_delimiters.pop() ?? []
    }
    token.level = this.level
    if (nesting > 0) {
      this.level += 1
      // oxlint-disable-next-line no-underscore-dangle -- its name there
      this._prev_delimiters.push(this.delimiters)
      this.delimiters = []
    }
    this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined)
    this.pendingLevel = this.level
    this.tokens.push(token)
    return token
  }
}

/** Makes a parser use them. */
export function makeLean(md: MarkdownIt): void {
  const { State: Inline } = md.inline
  const { State: Block } = md.block
  const { Token: Full } = new md.core.State('', md, {})
  Object.setPrototypeOf(LeanToken.prototype, Full.prototype)
  Object.setPrototypeOf(LeanInline.prototype, Inline.prototype)
  md.inline.State = LeanInline as unknown as typeof Inline
  md.block.State = class extends Block {
    override push(type: string, tag: string, nesting: Nesting): Token {
      const token = newToken(type, tag, nesting)
      token.block = true
      if (nesting < 0) this.level -= 1
      token.level = this.level
      if (nesting > 0) this.level += 1
      this.tokens.push(token)
      return token
    }
  }
}
