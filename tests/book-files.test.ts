// The files that the handbook of this repository shows must be what they claim to be.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readYaml } from '../src/files/yaml.ts'

const root = path.resolve(import.meta.dirname, '..')
const below = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted()

const files = ['etc', 'manifests'].flatMap(below)
const chapters = below('book')
const named = (ending: string): readonly string[] => files.filter((file) => file.endsWith(ending))
const read = (file: string): string =>
  readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n')

type Block = { readonly language: string; readonly title: string; readonly text: string }

const fence = /^( *)```(\w*)(?: title="([^"]*)")?\n(.*?)^\1```$/gms
const blocks = (chapter: string): readonly Block[] =>
  [...read(chapter).matchAll(fence)].map(
    ([, indent = '', language = '', title = '', text = '']) => ({
      language,
      title,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )

test.each(named('.json'))('%s is JSON', (file) => {
  expect(JSON.parse(read(file))).toBeTypeOf('object')
})

test.each(named('.yml'))('%s is YAML', (file) => {
  expect(readYaml(read(file))).toHaveProperty('value')
})

test.skipIf(process.platform === 'win32').each(named('.sh'))('%s is a shell script', (file) => {
  expect(execFileSync('bash', ['-n', path.join(root, file)], { encoding: 'utf8' })).toBe('')
})

test.each(named('.service'))('%s has sections of keys', (file) => {
  const lines = read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.filter((line) => !/^\[[A-Z][A-Za-z]*\]$|^[A-Z][A-Za-z]*=|^\s/.test(line))).toEqual(
    [],
  )
})

test.each(named('.env'))('%s has one NAME=value a line', (file) => {
  const lines = read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.filter((line) => !/^[A-Z][A-Z0-9_]*=\S/.test(line))).toEqual([])
})

test.each(chapters)('%s shows files exactly as they are', (chapter) => {
  const shown = blocks(chapter).filter(({ title }) => title !== '' && !title.includes('节选'))
  expect(shown.filter(({ title, text }) => read(title) !== text).map(({ title }) => title)).toEqual(
    [],
  )
})

test.skipIf(process.platform === 'win32').each(chapters)('%s has commands of bash', (chapter) => {
  for (const { text } of blocks(chapter).filter(({ language }) => language === 'bash')) {
    expect(execFileSync('bash', ['-n'], { encoding: 'utf8', input: text })).toBe('')
  }
})

test('the book mentions every file it brings', () => {
  const prose = chapters.map(read).join('\n')
  expect(files.filter((file) => !prose.includes(file))).toEqual([])
})

test.each(below('images').filter((file) => file.endsWith('.svg')))(
  '%s says what it shows and loads nothing',
  (file) => {
    const svg = read(file)
    expect(svg).toMatch(/<title id="\w+">.+<\/title>/)
    expect(svg).toMatch(/<desc id="\w+">.+<\/desc>/)
    expect(svg).not.toMatch(/<script|<image|(?:href|src)="https?:|@import|url\((?!#)/)
  },
)
