import { expect, test } from 'vitest'
import { closeDirections, isolateWords } from '../../src/core/bidi.ts'

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
  ['ב-C++ וב-3.x', 'ב-⟦C++⟧ וב-⟦3.x⟧'],
  ['ב–C++ כאן', 'ב–⟦C++⟧ כאן'],
  ['والC# هنا', 'وال⟦C#⟧ هنا'],
  ['يعمل مع .NET و C++.', 'يعمل مع ⟦.NET⟧ و ⟦C++⟧.'],
  ['في 2026-01-31؟', 'في ⟦2026-01-31⟧؟'],
  ['الإصدار 22.04-LTS (أو 3.x)', 'الإصدار ⟦22.04-LTS⟧ (أو ⟦3.x⟧)'],
  ['כתבו "C++" או "--force"', 'כתבו ⟦"C++"⟧ או ⟦"--force"⟧'],
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
  'نستعمل Docker.',
  '"Docker وGit"',
  'من 10-20 أو 22.04 أو v1.2.3 أو 50%',
  'هل تعرف Git؟! نعم…',
])('leaves to the sentence what belongs to it: %s', (text) => {
  expect(shown(text)).toBe(text)
})

test.each([
  ['a\u202Eb', 'a\u202Eb\u202C'],
  ['a\u202Eb\u2067c', 'a\u202Eb\u2067c\u2069\u202C'],
  ['a\u202Bb\u202Cc', 'a\u202Bb\u202Cc'],
  ['a\u202Cb\u2069', 'ab'],
  ['a\u2066b\u202Cc', 'a\u2066bc\u2069'],
  ['abc', 'abc'],
])('changes no direction behind the end of %j', (text, closed) => {
  expect(closeDirections(text)).toBe(closed)
})
