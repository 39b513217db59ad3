// `{% includeCsv src="a.csv", useHeader="true", limit=5 %}{% endincludeCsv %}` of the plugin include-csv: a table of values
// that are separated by commas, in a file of the book or between the tags.
import type { Node } from '../tree/node.ts'
import { parseCsv } from '../tree/csv.ts'
import { type Component, isSet, textOf } from './define.ts'
import { linked } from './media.ts'
import { textOfFile } from './file-text.ts'

export const csv: Component = {
  name: 'csv',
  tags: ['includeCsv', 'include-csv', 'csv'].map((tag) => ({
    tag,
    kind: 'paired',
    isVerbatim: true,
  })),
  html(block, kit): readonly Node[] {
    const src = textOf(block, 'src')
    const text = src === undefined ? block.text : textOfFile(src, kit)
    // The link says that the file is missing.
    if (text === undefined && src !== undefined)
      return linked(block, { address: src, content: [], name: 'file' })
    const limit = Number(textOf(block, 'limit'))
    const options = { hasHead: isSet(block, 'useHeader'), leastColumns: 1 }
    return parseCsv((text ?? '').trim(), limit > 0 ? { ...options, mostRows: limit } : options)
  },
}
