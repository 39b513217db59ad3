import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { loadMessages } from '../../src/messages/languages.ts'

const src = path.resolve(import.meta.dirname, '../../src')

test.each([
  ['zh_CN.UTF-8', 'zh-Hans'],
  ['zh-hant', 'zh-Hans'],
  ['en_US.UTF-8', 'en'],
  ['C', 'en'],
  ['', 'en'],
  ['constructor', 'en'],
  ['zhx', 'en'],
])('the locale %j is spoken to in %s', async (locale, language) => {
  expect((await loadMessages(locale)).language).toBe(language)
})

test('nobody loads Chinese but who wants it', () => {
  const users = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('messages/zh/'))
    .filter((file) => /from '[^']*\/zh\//.test(readFileSync(path.join(src, file), 'utf8')))
  expect(users).toEqual([])
})

async function said(...words: readonly string[]): Promise<string> {
  let text = ''
  const write = (part: string): void => void (text += part)
  const env = { LANG: 'zh_CN.UTF-8' }
  await run(words, { out: { write }, err: { write }, env, cwd: import.meta.dirname })
  return text
}

/** Words of English between words of English: a sentence, not a name. */
const ENGLISH = /[a-z]+ (?:the|of|is|a|to|and|in|are) [a-z]+/

test.each([
  [['--help']],
  [['build', '--help']],
  [['serve', '--help']],
  [['init', '--help']],
  [['check', '--help']],
  [['explain', '--help']],
  [['mv', '--help']],
  [['urls', '--help']],
  [['biuld']],
  [['install']],
  [['build', '--stirct']],
  [['serve', '--port', 'x']],
  [['serve', '--port']],
  [['mv', 'a']],
  [['build', 'a', 'b', 'c']],
  [['check', '--update-baseline']],
  [['check', '--max-warnings', 'x']],
  [['init', '--languages', '?']],
  [['build', 'nowhere']],
  [['check', '--baseline', 'nowhere.json']],
  [['explain', 'nothing/like-this']],
])('%j is answered in Chinese', async (words) => {
  const text = await said(...words)
  expect(text).toMatch(/\p{Script=Han}/u)
  expect(text).not.toMatch(ENGLISH)
})
