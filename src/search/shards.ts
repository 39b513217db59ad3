// Sorted lists in files of bounded size. Where one file ends and the next begins is decided by the entries
// themselves, not by counting from the start, so that an edit moves few of these places.

/** What fits into one file: never more than `most` bytes, unless one entry alone has more. */
export interface ShardSize {
  readonly least: number
  readonly most: number
}

/** Divides entries into shards; gives the index of the first entry of each. */
export function shardStarts(
  names: readonly string[],
  sizeBytes: readonly number[],
  { least, most }: ShardSize,
): readonly number[] {
  const starts: number[] = []
  let size = 0
  let settled = true
  names.forEach((name, index) => {
    const own = sizeBytes[index] ?? 0
    if (starts.length === 0 || size + own > most || (size >= least && settled)) {
      starts.push(index)
      size = 0
    }
    size += own
    settled = endsShard(name)
  })
  return starts
}

/** One name in eight, always the same ones. */
function endsShard(name: string): boolean {
  let hash = 0
  for (let index = 0; index < name.length; index += 1)
    hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0
  return ((hash ^ (hash >>> 7) ^ (hash >>> 15)) & 7) === 0
}

/** A sorted list of terms with what is filed under each, every term without the beginning it shares with the last. */
export function packTerms(entries: readonly (readonly [term: string, filed: string])[]): string {
  let before = ''
  let text = ''
  for (const [term, filed] of entries) {
    let same = 0
    while (same < before.length && before[same] === term[same]) same += 1
    text += `${String.fromCharCode(same + 35)}${term.slice(same)} ${filed}!`
    before = term
  }
  return text
}
