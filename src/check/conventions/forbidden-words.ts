import { isAsciidocPath } from '../../book/output.ts'
import { placeOf } from '../../core/position.ts'
import { codeRanges } from '../../markdown/code-ranges.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

/** Addresses and tags: nobody reads them as words. */
const UNREAD = /\]\([^)\s]*\)|<[^>\n]+>|(?:https?|ftp):\/\/[^\s)]+/gi

/** A word that the book does not use. */
export const forbiddenWords: Rule = ruleWithOptions(
  'house/forbidden-words',
  { words: { kind: 'words', default: {} } },
  function* ({ results, files }, options) {
    const words = Object.entries(options.words)
    if (words.length === 0) return
    for (const path of results.keys()) {
      const text = files.text(path)?.text ?? ''
      const present = words.filter(([word]) => text.includes(word))
      if (present.length === 0) continue
      const hidden: { from: number; to: number }[] = isAsciidocPath(path)
        ? []
        : [...codeRanges(text)]
      for (const { 0: found, index } of text.matchAll(UNREAD))
        hidden.push({ from: index, to: index + found.length })
      for (const [word, better] of present)
        for (const { index } of text.matchAll(patternOf(word))) {
          const to = index + word.length
          if (hidden.some((range) => range.from < to && index < range.to)) continue
          const at = placeOf(path, text, index, to)
          yield problem('house/forbidden-words', at, { word, better: better || undefined })
        }
    }
  },
)

/** Words of letters are whole words; Chinese has no spaces to tell. */
function patternOf(word: string): RegExp {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const before = /^\w/.test(word) ? '(?<![\\w-])' : ''
  const after = /\w$/.test(word) ? '(?![\\w-])' : ''
  return new RegExp(before + escaped + after, 'gu')
}
