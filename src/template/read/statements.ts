// How the statements of the language are written: what ends and divides them, and what stands in their tags.
import { Failure } from '../failure.ts'
import type { Arguments, Expression, Parameter } from './expression.ts'
import type { ExpressionReader } from './expression-reader.ts'
import type { Tag } from './scan.ts'

/** What a tag of a statement says. */
export interface Head {
  /** The condition, list, value, file or call. */
  readonly value?: Expression
  /** What it gives a meaning to, or is called. */
  readonly names?: readonly string[]
  /** Names in another file, and here. */
  readonly pairs?: readonly (readonly [string, string])[]
  readonly parameters?: readonly Parameter[]
  readonly args?: Arguments
  /** `ignore missing` of an include; `with context` of an import. */
  readonly flag?: boolean
}

/** One kind of statement. */
export interface Shape {
  readonly end?: string
  readonly middles: readonly string[]
  readonly read: (reader: ExpressionReader, tag: Tag) => Head
  /** Names that it gives a meaning to outside its own body. */
  readonly binds?: (head: Head) => readonly string[]
  /** True for one that is worth anything in code, where most statements are samples. */
  readonly isUsedInCode?: boolean
}

const value = (reader: ExpressionReader): Head => ({ value: reader.expression() })
const own = ({ names = [] }: Head): readonly string[] => names

const SHAPES: { readonly [name: string]: Shape } = {
  if: {
    end: 'endif',
    middles: ['elif', 'elseif', 'else'],
    read: (reader, { name }) => (name === 'else' ? {} : value(reader)),
    isUsedInCode: true,
  },
  for: {
    end: 'endfor',
    middles: ['else'],
    read(reader, { name }) {
      if (name === 'else') return {}
      const names = reader.names()
      reader.expectWord('in')
      return { names, value: reader.expression() }
    },
    isUsedInCode: true,
  },
  switch: {
    end: 'endswitch',
    middles: ['case', 'default'],
    read: (reader, { name }) => (name === 'default' ? {} : value(reader)),
    isUsedInCode: true,
  },
  include: {
    middles: [],
    read(reader) {
      const file = value(reader)
      if (!reader.takeWord('ignore')) return file
      reader.expectWord('missing')
      return { ...file, flag: true }
    },
    isUsedInCode: true,
  },
  extends: { middles: [], read: value },
  block: { end: 'endblock', middles: [], read: (reader) => ({ names: [reader.name()] }) },
  macro: {
    end: 'endmacro',
    middles: [],
    read: (reader) => ({ names: [reader.name()], parameters: reader.parameters() }),
    binds: own,
  },
  call: {
    end: 'endcall',
    middles: [],
    read: (reader) => ({
      parameters: reader.isSign('(') ? reader.parameters() : [],
      value: reader.expression(),
    }),
  },
  filter: {
    end: 'endfilter',
    middles: [],
    read: (reader) => ({
      names: [reader.dotted()],
      ...(reader.isSign('(') ? { args: reader.parenthesized() } : {}),
    }),
  },
  import: {
    middles: [],
    read(reader) {
      const file = value(reader)
      reader.expectWord('as')
      return { ...file, names: [reader.name()], flag: readContext(reader) }
    },
    binds: own,
  },
  from: {
    middles: [],
    read(reader) {
      const file = value(reader)
      reader.expectWord('import')
      const pairs: [string, string][] = []
      do {
        const name = reader.name()
        pairs.push([name, reader.takeWord('as') ? reader.name() : name])
      } while (reader.takeSign(','))
      return { ...file, pairs, flag: readContext(reader) }
    },
    binds: ({ pairs = [] }) => pairs.map(([, name]) => name),
  },
}

const SET: Shape = {
  middles: [],
  read(reader) {
    const names = reader.names()
    return reader.takeSign('=') ? { names, value: reader.expression() } : { names }
  },
  binds: own,
}
/** `{% set x %}…{% endset %}`: the text up to the end is the value. */
const CAPTURE: Shape = { ...SET, end: 'endset' }

function readContext(reader: ExpressionReader): boolean {
  const isWith = reader.takeWord('with')
  if (isWith || reader.takeWord('without')) reader.expectWord('context')
  return isWith
}

/** The kind of statement that a tag opens; undefined when it opens none of the language's own. */
export function shapeOf({ name, inner }: Tag): Shape | undefined {
  if (name === 'set') return /^[^='"]*=(?!=)/.test(inner) ? SET : CAPTURE
  return Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
}

/** Names of dividers and ends of the language's own statements, with what should open them. */
export const COMPANIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SHAPES)
    .toReversed()
    .flatMap(([opener, { end, middles }]) =>
      [...middles, ...(end === undefined ? [] : [end])].map((name) => [name, opener] as const),
    ),
  ['endset', 'set'],
])

/** Demands an order of the parts: `else` and `default` come last and once; a `switch` begins with a case. */
export function demandOrder([open, ...middles]: readonly Tag[]): void {
  const misplaced = middles.find(
    ({ name }, index) => (name === 'else' || name === 'default') && index < middles.length - 1,
  )
  if (misplaced !== undefined)
    throw new MisplacedTag(misplaced, {
      case: 'tag-last',
      name: misplaced.name,
      group: open?.name ?? '',
    })
  if (open?.name === 'switch' && middles[0]?.name !== 'case')
    throw new Failure({ case: 'switch-without-case' })
}

/** Demands that an end says nothing more; a block's may say its name. */
export function demandAlone(end: Tag): void {
  if (end.name === 'endblock' || end.inner.trim() === end.name) return
  throw new MisplacedTag(end, { case: 'tag-alone', name: end.name })
}

/** A failure of one tag of a statement. */
export class MisplacedTag extends Failure {
  readonly tag: Tag

  constructor(tag: Tag, reason: Failure['reason']) {
    super(reason)
    this.tag = tag
  }
}
