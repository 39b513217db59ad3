// The chapter about commands has what `--help` has: every command, every argument, every flag, and no others.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../src/cli/program.ts'

const manual = readFileSync(path.resolve(import.meta.dirname, '../docs/commands.md'), 'utf8')
const sections = new Map(
  manual.split(/^## /m).map((text) => [text.slice(0, text.indexOf('\n')).trim(), text] as const),
)
const SHARED = 'Flags of every command'

async function help(...words: readonly string[]): Promise<string> {
  let text = ''
  const write = (part: string): void => void (text += part)
  const terminal = { out: { write }, err: { write }, env: {}, cwd: import.meta.dirname }
  expect(await run([...words, '--help'], terminal)).toBe(0)
  return text
}

/** The flags of a help text, by their long names. */
function flagsOf(text: string): readonly string[] {
  const [, options = ''] = text.split('\nOptions:\n')
  return [...options.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag)
}

/** The flags in the tables of a section. */
function rowsOf(section: string): readonly string[] {
  return [...section.matchAll(/^\| (?:`-\w`, )?`(--[a-z-]+)/gm)].map(([, flag = '']) => flag)
}

const commands = (await help())
  .split('\nCommands:\n')[1]!
  .split('\nExamples:')[0]!
  .split('\n')
  .flatMap((line) => /^ {2}([a-z]+)(?: |$)/.exec(line)?.[1] ?? [])
  .filter((name) => name !== 'help')

test('there are commands', () => {
  expect(commands).toContain('build')
  expect(commands.length).toBeGreaterThan(4)
})

describe.each(commands)('handbook %s', (name) => {
  test('has a section that begins with its usage', async () => {
    const usage = /^Usage: (.*?) \[options\]/.exec(await help(name))?.[1]
    // In Markdown a word in angle brackets would be an element.
    expect([...sections.keys()]).toContain(usage?.replaceAll('<', '\\<'))
  })

  test('has its flags in tables, and no others', async () => {
    const [, section = ''] = [...sections].find(([title]) => title.split(' ')[1] === name) ?? []
    const shared = rowsOf(sections.get(SHARED)!)
    const own = rowsOf(section)
    const real = flagsOf(await help(name))
    expect(own.filter((flag) => !real.includes(flag))).toEqual([])
    expect(real.filter((flag) => !own.includes(flag) && !shared.includes(flag))).toEqual([])
  })
})

test('the shared flags are those of the commands that read a book', async () => {
  const lists = await Promise.all(['build', 'serve', 'check', 'init'].map((name) => help(name)))
  const shared = lists.map(flagsOf).reduce((a, b) => a.filter((flag) => b.includes(flag)))
  expect(rowsOf(sections.get(SHARED)!).toSorted()).toEqual(shared.toSorted())
})
