import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { commands } from '../../../src/cli/chinese/commands.ts'
import { moves } from '../../../src/cli/chinese/moves.ts'
import { pages } from '../../../src/cli/chinese/pages.ts'
import { phrases } from '../../../src/cli/chinese/phrases.ts'
import { rules } from '../../../src/cli/chinese/rules.ts'
import { site } from '../../../src/cli/chinese/site.ts'
import { structure } from '../../../src/cli/chinese/structure.ts'
import { inChinese } from '../../../src/cli/chinese/translate.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const catalogs = { structure, pages, rules, moves, site, commands, phrases }
const names = (text: string): readonly string[] =>
  [...text.matchAll(/\$[a-z]+/g)].map(([name]) => name).toSorted()

test('says a sentence with the names that are in it', () => {
  expect(inChinese('This link points to "a b.md", and there is no such file in the book')).toBe(
    '这个链接指向“a b.md”，但书中没有这个文件',
  )
  expect(inChinese('Did you mean "zookeeper.md"?')).toBe('是不是“zookeeper.md”？')
})

test('keeps what an author wrote, even when it looks like a sentence of the program', () => {
  expect(inChinese('"a list" is not a key of the configuration')).toBe('配置中没有“a list”这个键')
})

test('puts kinds of values and reasons into words too', () => {
  expect(inChinese('Expected "title" to be a text or a list, found an object')).toBe(
    '“title”应为文字或列表，却是对象',
  )
  expect(inChinese('Cannot write to "_book": the disk is full')).toBe('无法写入“_book”：磁盘已满')
  expect(inChinese('Cannot write to "_book": EXOTIC failure')).toBe(
    '无法写入“_book”：EXOTIC failure',
  )
})

test('finds the most telling of several sentences', () => {
  expect(inChinese('Write "key": value')).toBe('应写作 "键": 值')
  expect(inChinese('Write "tea"')).toBe('应写作“tea”')
})

test('leaves a sentence alone that it does not know, and text with line breaks whole', () => {
  expect(inChinese('Nobody translated this')).toBe('Nobody translated this')
  expect(inChinese('The layout cannot be read: one\ntwo')).toContain('one\ntwo')
})

test.each(Object.entries(catalogs))('%s: both sides have the same names', (_name, catalog) => {
  for (const [english, chinese] of Object.entries(catalog)) {
    expect(
      names(chinese).filter((name) => !english.includes(name)),
      english,
    ).toEqual([])
    expect(new Set(names(english)), english).toEqual(new Set(names(chinese)))
  }
})

test('no sentence of the program is left in English', () => {
  const known = Object.values(catalogs).flatMap((catalog) => Object.keys(catalog))
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('chinese'))
    .map((file) => path.join('src', file))
  const missing = files.flatMap((file) => {
    const sentences = sentencesOf(path.join(root, file))
    return sentences.filter((one) => !known.some((all) => patternOf(one).test(all)))
  })
  expect(missing).toEqual([])
})

interface Node {
  readonly type: string
  readonly [part: string]: unknown
}

/** What the diagnostics of a source file say, with `$` for what is filled in. */
function sentencesOf(file: string): readonly string[] {
  const found: string[] = []
  visit(parseSync(file, readFileSync(file, 'utf8')).program, file.endsWith('problems.ts'), found)
  return found
}

/** What is filled in may be a word of the program, or nothing at all. */
function patternOf(sentence: string): RegExp {
  const pieces = sentence.replaceAll(/\$\d?\/|#\$|\$\d/g, '$').split('$')
  return new RegExp(
    pieces.map((one) => one.replaceAll(/[\\^.*+?()[\]{}|]/g, String.raw`\$&`)).join('.*'),
  )
}

/** In files of problems every text is part of a message; elsewhere those that are called so. */
function visit(node: unknown, isMessage: boolean, found: string[]): void {
  if (typeof node !== 'object' || node === null) return
  const text = isMessage && isNode(node) ? textOf(node) : undefined
  if (text !== undefined && isSentence(text)) found.push(text)
  if (isNode(node) && node.type === 'ImportDeclaration') return
  for (const part of Object.values(node)) visit(part, isMessage || isTold(node), found)
}

function isNode(value: object): value is Node {
  return 'type' in value
}

/** `message: …` and `hint: …`. */
function isTold(node: object): boolean {
  if (!isNode(node) || node.type !== 'Property') return false
  const { name } = node['key'] as { readonly name?: unknown }
  return name === 'message' || name === 'hint'
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type !== 'TemplateLiteral') return undefined
  return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[])
    .map(({ value }) => value.cooked)
    .join('$')
}

/** Several words of English. */
function isSentence(text: string): boolean {
  return /[a-z]{2,},? [a-z]+ [a-z]/i.test(text) && !/^[.~<^]/.test(text)
}
