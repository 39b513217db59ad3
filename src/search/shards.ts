// Sorted lists in files of bounded size. Where one file ends and the next begins is decided by the entries
// themselves, not by counting from the start, so that an edit moves few of these places.

/** What fits into one file: never more than `most`, unless one entry alone has more. */
export interface ShardSize {
  readonly least: number
  readonly most: number
}

/** Divides entries into shards; gives the index of the first entry of each. */
export function shardStarts<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  sizeOf: (entry: Entry) => number,
  { least, most }: ShardSize,
): readonly number[] {
  const starts: number[] = []
  let size = 0
  let before: Entry | undefined
  entries.forEach((entry, index) => {
    const own = sizeOf(entry)
    const full = size + own > most || (size >= least && before && endsShard(nameOf(before)))
    if (starts.length === 0 || full) {
      starts.push(index)
      size = 0
    }
    size += own
    before = entry
  })
  return starts
}

/** One name in four, always the same ones. */
function endsShard(name: string): boolean {
  let hash = 0
  for (let index = 0; index < name.length; index += 1)
    hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0
  return ((hash ^ (hash >>> 7) ^ (hash >>> 15)) & 3) === 0
}
