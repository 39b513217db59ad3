// The difference of two texts in the unified form of `diff -u`, for people and for `patch`.
import { OMIT_HEADERS, type StructuredPatch, formatPatch, structuredPatch } from 'diff'

/** Lines removed and added from which on the smallest difference takes too long to find. */
const MOST = 4000

/** The difference as text; '' when there is none. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return ''
  const patch = patchOf(before, after, MOST) ?? exchange(before, after)
  return `--- a/${name}\n+++ b/${name}\n${formatPatch(patch, OMIT_HEADERS)}`
}

function patchOf(
  before: string,
  after: string,
  maxEditLength: number = Number.MAX_SAFE_INTEGER,
): StructuredPatch | undefined {
  const options = { context: 3, maxEditLength }
  return structuredPatch('', '', before, after, undefined, undefined, options)
}

/** All lines of one text in the place of all of the other. */
function exchange(before: string, after: string): StructuredPatch {
  const [taken, given] = [patchOf(before, ''), patchOf('', after)]
  const hunks = [...(taken?.hunks ?? []), ...(given?.hunks ?? [])]
  const sum = (part: 'oldLines' | 'newLines'): number =>
    hunks.reduce((total, hunk) => total + hunk[part], 0)
  const lines = hunks.flatMap((hunk) => hunk.lines)
  return {
    oldFileName: '',
    newFileName: '',
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [
      { oldStart: 1, oldLines: sum('oldLines'), newStart: 1, newLines: sum('newLines'), lines },
    ],
  }
}
