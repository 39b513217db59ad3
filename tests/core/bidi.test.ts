import { expect, test } from 'vitest'
import { isolateWords } from '../../src/core/bidi.ts'

const shown = (text: string): string =>
  isolateWords(text).replaceAll('\u2066', '⟦').replaceAll('\u2069', '⟧')

test.each([
  ['--no-cache و foo.bar()', '⟦--no-cache⟧ و ⟦foo.bar()⟧'],
  ['الخيار --no-cache', 'الخيار ⟦--no-cache⟧'],
  ['$HOME/.config/ والملفات', '⟦$HOME/.config/⟧ والملفات'],
  ['العنصر <b>', 'العنصر ⟦<b>⟧'],
  ['لغة C++', 'لغة ⟦C++⟧'],
  ['لغة C😀', 'لغة ⟦C😀⟧'],
  ['docker run --rm -v و x', '⟦docker run --rm -v⟧ و x'.replace(/[⟦⟧]/g, '')],
  ['-v file.txt و x', '⟦-v file.txt⟧ و x'],
])('keeps the signs of left-to-right words in %s', (text, wanted) => {
  expect(shown(text)).toBe(wanted)
})

test.each([
  'شبكة Docker Hub الجديدة',
  'مقدمة',
  'الجزء 3: Docker و Git',
  'الفصل 5 - 10',
  '(Docker و Git)',
  'أدوات (Docker، Git)',
  'Docker: مقدمة',
])('leaves to the sentence what belongs to it: %s', (text) => {
  expect(shown(text)).toBe(text)
})
