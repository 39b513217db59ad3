// Every line for a shell in the manual: its commands exist and take these flags, those of handbook run in a book that has what they
// name, and what the manual shows of their output is what they print.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command, CommanderError } from 'commander'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../src/cli/program.ts'
import { addCommands } from '../src/cli/program-commands.ts'
import { english } from '../src/messages/en/index.ts'
import { calls, commandsIn, examples } from './support/manual.ts'
import { writeFiles } from './support/write-files.ts'

const root = path.resolve(import.meta.dirname, '..')
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly [name: string]: string }
}

const blocks = examples.filter(({ language }) => ['bash', 'sh', 'console'].includes(language))

/** The commands of a block in order; the lines of a console that have no prompt are what was printed. */
function commandsOf(text: string, language: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => language !== 'console' || line.startsWith('$ '))
  return lines.filter((line) => line !== '').flatMap(commandsIn)
}

/** The words behind `handbook`, however it is called; undefined for other programs. */
function handbookIn(words: readonly string[]): readonly string[] | undefined {
  const [program = '', ...rest] = words
  return program === 'handbook' || program === 'node_modules/.bin/handbook' ? rest : undefined
}

/** What the command line says of these words before it does anything: undefined, when it would begin. */
function refusalOf(words: readonly string[]): string | undefined {
  const silent = { write: () => undefined }
  const program = new Command('handbook')
    .version('0.0.0', '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
  const terminal = { out: silent, err: silent, env: {}, cwd: root, messages: english }
  addCommands({ program, terminal, finish: () => undefined })
  for (const command of program.commands) command.action(() => undefined)
  try {
    program.parse([...words], { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? undefined : error.code
  }
}

/** Programs of others in lines that readers type. */
const OTHERS = new Set(['cd', 'git', 'mkdir', 'rsync', 'sudo'])

/** What is wrong with a command of another program: a script that package.json has not, a program that nobody expects. */
function strangeIn([program = '', ...words]: readonly string[]): string | undefined {
  if (OTHERS.has(program)) return undefined
  if (program === 'npx') return ['tsc', 'vitest'].includes(words[0] ?? '') ? undefined : program
  if (program !== 'npm') return program
  const [verb = '', name = ''] = words.filter((word) => !word.startsWith('-'))
  if (['ci', 'install', 'test'].includes(verb)) return undefined
  return verb === 'run' && name in scripts ? undefined : `npm ${verb} ${name}`
}

describe('commands', () => {
  test('are found', () => {
    expect(blocks.length).toBeGreaterThan(20)
    expect(calls.length).toBeGreaterThan(50)
  })

  test.each(blocks)('exist with their flags: $name', ({ text, language }) => {
    const commands = commandsOf(text, language)
    expect(commands.length).toBeGreaterThan(0)
    const wrong = commands.map((words) => {
      const own = handbookIn(words)
      return own === undefined ? strangeIn(words) : refusalOf(own)
    })
    expect(wrong.filter((one) => one !== undefined)).toEqual([])
  })

  // `handbook mv` may be named without what it moves.
  test.each(calls)('named in a sentence exist: $name', ({ text }) => {
    const typed = text.replace('<command>', 'build')
    const refusals = commandsIn(typed).map((words) => refusalOf(words.slice(1)))
    expect([undefined, 'commander.missingArgument']).toContain(refusals[0])
    expect(refusals.length).toBe(1)
  })
})

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-manual-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function write(files: { readonly [name: string]: string }, below = '.'): void {
  writeFiles(path.join(dir, below), files)
}

async function handbook(
  words: readonly string[],
  cwd = dir,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const said = { out: '', err: '' }
  const code = await run(words, {
    out: { write: (text: string) => void (said.out += text) },
    err: { write: (text: string) => void (said.err += text) },
    env: { LANG: 'en_US.UTF-8' },
    cwd,
  })
  return { code, ...said }
}

/** A book that has what the lines of the manual name, where they name it. */
function gardenFor(text: string): { readonly [name: string]: string } {
  const install = text.includes('mv install.md') ? 'install.md' : 'guide/install.md'
  const section = text.includes('--forget') ? 'First steps' : 'Setup'
  return {
    'README.md': '# Garden\n\n![A bed](pictures/bed.svg) It grows.\n',
    'SUMMARY.md': `- [Garden](README.md)\n- [Install](${install})\n- [中文](zh/README.md)\n`,
    [install]: `# Install\n\n## ${section}\n\nDig.\n`,
    'zh/README.md': '# 花园\n\n种菜。\n',
    'pictures/bed.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
    ...(text.includes('--forget') && {
      '.handbook-urls': 'guide/install.html\n  #install\n  #setup\nguide/old.html\nindex.html\n',
    }),
  }
}

/** What a line does that no test may: it never ends, it writes outside of its folder, it takes long. */
function isTooMuch([command, ...words]: readonly string[]): boolean {
  return command === 'serve' || command === 'pdf' || words.some((word) => word.startsWith('/var/'))
}

const own = blocks
  .map((block) => ({
    ...block,
    commands: commandsOf(block.text, block.language)
      .map(handbookIn)
      .filter((words) => words !== undefined)
      .filter((words) => !isTooMuch(words)),
  }))
  .filter(({ commands, file }) => commands.length > 0 && file !== 'docs/questions.md')

describe('the lines of the manual', () => {
  test.each(own)('do their work: $name', async ({ text, commands }) => {
    if (text.includes('init')) mkdirSync(path.join(dir, 'new'))
    else write(gardenFor(text), text.includes('my-book') ? 'my-book' : '.')
    for (const words of commands) {
      const { code, err } = await handbook(words, text.includes('init') ? `${dir}/new` : dir)
      expect({ words, code, err: code === 0 ? '' : err }).toEqual({ words, code: 0, err: '' })
    }
  })
})

const shownIn = (file: string): readonly string[] =>
  examples.filter((one) => one.file === file && one.language === 'text').map(({ text }) => text)

/** The report of one problem, from its severity to the empty line behind it. */
const reportOf = (text: string, code: string): string =>
  text.split('\n\n').find((part) => part.includes(`[${code}]`)) ?? ''

/** What differs from machine to machine and from version to version is its type. */
const masked = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) =>
    ['seconds', 'path', 'written', 'message'].includes(key) ? typeof value : value,
  )

/** The number of settings grows. */
const count = (text: string): string => text.replace(/^\d+(?= more)/m, 'N')

describe('what the manual shows of reports', () => {
  test('is what check says of a misspelt anchor', async () => {
    write({
      'README.md': '# Garden\n',
      'SUMMARY.md': '- [A](README.md)\n- [B](guide/install.md)\n- [C](reference/cli.md)\n',
      'guide/install.md': `${'\n'.repeat(41)}See [the options](../reference/cli.md#optoins).\n`,
      'reference/cli.md': '# Commands\n\n## Options\n',
    })
    const { out, err } = await handbook(['check'])
    const [shown = ''] = shownIn('docs/check.md')
    expect(reportOf(out + err, 'links/missing-anchor').trimEnd()).toBe(shown.trimEnd())
  })

  test('is what build says of a missing file', async () => {
    write({ 'docs/README.md': '# A\n\n看[这里](没有.md)。\n', 'book.json': '{ "root": "docs" }' })
    const { err } = await handbook(['build'])
    const shown = shownIn('docs/commands.md').find((text) => text.startsWith('warning')) ?? ''
    expect(reportOf(err, 'links/missing-file')).toContain(shown.trimEnd())
  })

  test('is what config says of a book with plugins', async () => {
    write({
      'README.md': '# 花园\n\n种菜，浇水。\n',
      'book.json': `{
  "title": "A garden in the north",
  "plugins": ["github", "splitter", "ga", "-search", "page-toc-button"],
  "pluginsConfig": {
    // What the plugins say.
    "ga": { "token": "UA-1" },
    "github":
      {
        "url": "https://github.com/example/pond"
    },
    "page-toc-button": {
      "maxTocDepth": 1
    }
  }
}
`,
    })
    const shown = shownIn('docs/commands.md').find((text) => text.startsWith('title')) ?? ''
    expect(count((await handbook(['config'])).out)).toBe(count(shown))
  })

  test('is the object that build prints', async () => {
    write({ 'README.md': '# Garden\n\n[abc](nowhere.md)\n' })
    const shown = examples.find(
      ({ file, language }) => file === 'docs/commands.md' && language === 'json',
    )!
    const { out } = await handbook(['build', '--format', 'json'])
    expect(masked(out)).toEqual(masked(shown.text))
  })

  test('is the list of the addresses of a book', async () => {
    write({
      'README.md': '# Introduction\n',
      'SUMMARY.md': '- [A](README.md)\n- [B](guide/install.md)\n',
      'guide/install.md': '# Install\n\n## Setup\n',
    })
    expect([(await handbook(['urls'])).out]).toEqual(shownIn('docs/moving.md'))
  })
})
