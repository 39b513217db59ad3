// Which lines of a file an include takes: `lines=1..3;7`, `tag=name`, `tags=a;!b;*`.
import type { IncludeAttributes } from './processor.ts'

const TAG_LINE = /\b(tag|end)::(\S+?)\[\](?=$|\s)/

/** The chosen lines of a file. */
export interface Selection {
  readonly text: string
  /** The first chosen line, 1-based. */
  readonly line: number
  /** Tags that were asked for and not found. */
  readonly missing: readonly string[]
}

/** Chooses lines of a text as the attributes of an include say; without any, all of them. */
export function selectLines(text: string, attributes: IncludeAttributes): Selection {
  const lines = text.split('\n')
  const ranges = attributes['lines']
  if (ranges !== undefined && ranges !== '') return selection(lines, byNumber(ranges), [])
  const wanted = wantedTags(attributes)
  if (wanted.size === 0) return { text, line: 1, missing: [] }
  const { chosen, seen } = byTag(lines, wanted)
  const missing = [...wanted.keys()].filter((tag) => !/^\*+$/.test(tag) && !seen.has(tag))
  return selection(lines, (line) => chosen.has(line), missing)
}

function selection(
  lines: readonly string[],
  isChosen: (line: number) => boolean,
  missing: readonly string[],
): Selection {
  const chosen = lines.map((_, index) => index + 1).filter(isChosen)
  const text = chosen.map((line) => lines[line - 1]).join('\n')
  return { text, line: chosen[0] ?? 1, missing }
}

function byNumber(ranges: string): (line: number) => boolean {
  const spans = ranges.split(/[,;]/).map((range) => {
    const [from = '', to] = range.trim().split('..')
    const last = to === undefined ? Number(from) : Number(to)
    return { from: Number(from), to: to === '' || last < 0 ? Infinity : last }
  })
  return (line) => spans.some(({ from, to }) => line >= from && line <= to)
}

/** Tag → whether its lines are wanted or unwanted. */
function wantedTags(attributes: IncludeAttributes): ReadonlyMap<string, boolean> {
  const tags = attributes['tag'] ?? attributes['tags'] ?? ''
  const wanted = new Map<string, boolean>()
  for (const tag of tags.split(/[,;]/).map((name) => name.trim())) {
    if (tag === '' || tag === '!') continue
    if (tag.startsWith('!')) wanted.set(tag.slice(1), false)
    else wanted.set(tag, true)
  }
  return wanted
}

interface TaggedLine {
  readonly chosen: ReadonlySet<number>
  readonly seen: ReadonlySet<string>
}

/** What becomes of lines that no wanted or unwanted tag is around. */
interface Defaults {
  /** Of those outside all tags. */
  readonly untagged: boolean
  /** Of those in other tags; undefined when they are as the lines around them. */
  readonly tagged: boolean | undefined
}

/** `**` is about every line and `*` about every tag; what neither says follows from the first tag, or from all. */
function defaultsOf(wanted: ReadonlyMap<string, boolean>): Defaults {
  const [every, tagged] = [wanted.get('**'), wanted.get('*')]
  const first = [...wanted].find(([tag]) => tag !== '**')
  if (every !== undefined)
    return {
      untagged: every,
      tagged: tagged ?? (!every && first?.[1] === false ? true : undefined),
    }
  if (tagged !== undefined) return { untagged: first?.[0] === '*' && !tagged, tagged }
  return { untagged: [...wanted.values()].every((take) => !take), tagged }
}

function byTag(lines: readonly string[], wanted: ReadonlyMap<string, boolean>): TaggedLine {
  const chosen = new Set<number>()
  const seen = new Set<string>()
  const open: OpenTag[] = []
  const defaults = defaultsOf(wanted)
  for (const [index, line] of lines.entries()) {
    const [, kind, tag = ''] = TAG_LINE.exec(line) ?? []
    if (kind === undefined) {
      if (open.at(-1)?.take ?? defaults.untagged) chosen.add(index + 1)
      continue
    }
    seen.add(tag)
    if (kind === 'tag')
      open.push({ tag, take: wanted.get(tag) ?? takesOther(open.at(-1), defaults) })
    else closeTag(open, tag)
  }
  return { chosen, seen }
}

interface OpenTag {
  readonly tag: string
  readonly take: boolean
}

/** Whether lines in a tag that nobody named are wanted. Inside of what is unwanted they are not. */
function takesOther(around: OpenTag | undefined, { untagged, tagged }: Defaults): boolean {
  if (around?.take === false) return false
  return tagged ?? around?.take ?? untagged
}

function closeTag(open: OpenTag[], tag: string): void {
  const at = open.findLastIndex((entry) => entry.tag === tag)
  if (at >= 0) open.splice(at, 1)
}
