// Which characters are Chinese, Japanese or Korean, for the three places where their typography differs from that of
// Latin: line breaks, the ends of bare addresses, and where a text may be cut.

// Han, kana, bopomofo, their punctuation and the full-width forms. Hangul is not here: Korean separates words by spaces.
const WIDE =
  '\\u2E80-\\u312F\\u3190-\\u4DBF\\u4E00-\\u9FFF\\uA000-\\uA4CF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFF9F\\uFFE0-\\uFFEF\\u{1B000}-\\u{1B16F}\\u{20000}-\\u{3FFFF}'
// Punctuation that Chinese shares with other scripts; there it is as wide as a character.
const SHARED = '\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026'

// Looking behind: before the end of a text, the engine of Node 26 finds no character beyond U+FFFF in a class alone.
const WIDE_FIRST = new RegExp(`^[${WIDE}]`, 'u')
const WIDE_LAST = new RegExp(`(?<=[${WIDE}])$`, 'u')
const SHARED_FIRST = new RegExp(`^[${SHARED}]`, 'u')
const SHARED_LAST = new RegExp(`(?<=[${SHARED}])$`, 'u')

/** Source of a character class: Chinese and Japanese text and punctuation, Hangul, curly quotes, dash, ellipsis. */
export const EAST_ASIAN: string = `${WIDE}${SHARED}\\u1100-\\u11FF\\u3130-\\u318F\\uA960-\\uA97F\\uAC00-\\uD7FF\\uFFA0-\\uFFDC`

/**
 * True when two texts may be joined without a space: both sides are Han, kana or full-width punctuation. A curly
 * quote, a dash or an ellipsis counts when its neighbor is one of these.
 */
export function joinsWithoutSpace(before: string, after: string): boolean {
  const left = WIDE_LAST.test(before)
  const right = WIDE_FIRST.test(after)
  return (left && (right || SHARED_FIRST.test(after))) || (right && SHARED_LAST.test(before))
}

/** True when a text begins with a character that may be cut off from what is before it, as Han and kana may. */
export function mayBreakBefore(text: string): boolean {
  return WIDE_FIRST.test(text)
}
