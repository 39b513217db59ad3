// What GitBook.com reads of the language of templates: files that are included, raw text, and conditions over the variables
// of the space, of the page and of the reader. All else is words that an author shows to readers.
import { lineAlone } from './joined-lines.ts'
import type { Scan, Stray, Tag } from './scan.ts'

/** Statements of Nunjucks that mean nothing there. */
const WORDS = new Set(
  'set endset for endfor block endblock extends macro endmacro call endcall import from filter endfilter'.split(
    ' ',
  ),
)
const OF_CONDITION = new Set(['else', 'elif', 'elseif', 'elsif'])
const KNOWN_ROOT = /\b(?:visitor|space|page)\s*(?:\.|\?\.|\[)/

/** True for the tags of a condition. */
export function isOfCondition({ kind, name }: Tag): boolean {
  return kind === 'statement' && (name === 'if' || name === 'endif' || OF_CONDITION.has(name))
}

/** The tags of GitBook.com among those of a text. */
export function tagsOfGitbookCom({ tags, strays }: Scan, text: string): Scan {
  const lone = new Set<Tag>()
  const own = withoutSamples(tags, (tag) => {
    const isLone = tag.code === undefined && lineAlone(text, tag) !== undefined
    if (isLone) lone.add(tag)
    return isLone
  })
  return {
    tags: own.map((tag) => (lone.has(tag) ? { ...tag, kind: 'removed' } : meant(tag))),
    strays: [
      ...strays.filter(({ why }) => why === 'unclosed-raw'),
      ...[...lone].map(({ from, to }): Stray => ({ from, to, why: 'unopened' })),
    ],
  }
}

/** A variable of the space as machines write it, `{% vars.name %}`, and a tag that names no file. */
function meant(tag: Tag): Tag {
  const inner = tag.inner.trim()
  if (/^(?:space\.)?vars\.[\w.]+$/.test(inner)) {
    const expression = inner.startsWith('space.') ? inner : `space.${inner}`
    return { ...tag, kind: 'print', name: '', inner: expression }
  }
  if (tag.name === 'elsif') return { ...tag, name: 'elif', inner: inner.replace('elsif', 'elif') }
  return inner === 'include' ? { ...tag, kind: 'removed' } : tag
}

/**
 * A condition over anything else is a sample of another language, with all that belongs to it. An end of nothing is asked
 * about.
 */
function withoutSamples(tags: readonly Tag[], isLone: (tag: Tag) => boolean): readonly Tag[] {
  const open: boolean[] = []
  return tags.filter((tag) => {
    if (tag.kind === 'removed') return true
    if (tag.kind === 'print' || WORDS.has(tag.name)) return false
    if (tag.name === 'if') open.push(KNOWN_ROOT.test(tag.inner))
    else if (tag.name === 'endif') return open.pop() ?? isLone(tag)
    else if (!OF_CONDITION.has(tag.name)) return true
    return open.at(-1) ?? false
  })
}
