// `_` does not make emphasis inside words, and CommonMark takes 用_重点_的 for one word because Chinese has no spaces.
// Here a Chinese, Japanese or Korean neighbor outside the emphasis is a boundary, as punctuation is.
import type { MarkdownIt } from 'markdown-it'
import { EAST_ASIAN } from '../../tree/characters.ts'

const UNDERSCORE = 0x5f
const EAST_ASIAN_LAST = new RegExp(`(?<=[${EAST_ASIAN}])$`, 'u')
const EAST_ASIAN_FIRST = new RegExp(`^[${EAST_ASIAN}]`, 'u')

/** Changes how runs of underscores open and close. Must come after whatever else replaces the inline state. */
export function underscores(md: MarkdownIt): void {
  const Base = md.inline.State
  md.inline.State = class extends Base {
    override scanDelims(
      start: number,
      canSplitWord: boolean,
    ): ReturnType<typeof Base.prototype.scanDelims> {
      const run = super.scanDelims(start, canSplitWord)
      if (canSplitWord || this.src.charCodeAt(start) !== UNDERSCORE) return run
      if (run.can_open && run.can_close) return run
      const before = this.src.slice(Math.max(0, start - 2), start)
      const after = this.src.slice(start + run.length, start + run.length + 2)
      const opens = EAST_ASIAN_LAST.test(before)
      const closes = EAST_ASIAN_FIRST.test(after)
      if (!opens && !closes) return run
      const flanking = super.scanDelims(start, true)
      return {
        ...run,
        can_open: run.can_open || (flanking.can_open && opens),
        can_close: run.can_close || (flanking.can_close && closes),
      }
    }
  }
}
