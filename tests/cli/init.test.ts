// `handbook init` in a folder without a book: what it asks, what it writes, and that nobody has to mend the result.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type InitFlags,
  editBase,
  readLanguages,
  readRepository,
  readTitle,
} from '../../src/cli/init-answers.ts'
import { personAtTerminal } from '../../src/cli/init-ask.ts'
import { initDefaults } from '../../src/cli/init-defaults.ts'
import { initCommand } from '../../src/cli/init.ts'
import { run } from '../../src/cli/program.ts'
import { loadBook } from '../../src/book/load.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { createSession } from '../../src/cli/session.ts'
import { compare } from '../../src/core/diagnostic.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { writeFiles } from '../support/write-files.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'handbook-init-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const read = (name: string): string => readFileSync(path.join(cwd, name), 'utf8')
const json = (name: string): unknown => JSON.parse(read(name))
const put = (name: string, text: string): void => {
  writeFiles(cwd, { [name]: text })
}
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', cwd, ...args], { encoding: 'utf8' })

interface Said {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

async function handbook(
  args: readonly string[],
  env: { [name: string]: string } = {},
): Promise<Said> {
  let [out, err] = ['', '']
  const exitCode = await run(args, {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    env: { LANG: 'en_US.UTF-8', ...env },
    cwd,
  })
  return { exitCode, out, err }
}

/** Begins a book with somebody who gives these answers and then says no more; `questions` are what they were asked. */
async function initWith(
  answers: readonly (string | undefined)[],
  { flags = {}, env = {} }: { flags?: Partial<InitFlags>; env?: { [name: string]: string } } = {},
): Promise<Said & { readonly questions: readonly string[]; readonly isClosed: boolean }> {
  let [out, err, isClosed] = ['', '', false]
  const left = [...answers]
  const questions: string[] = []
  const terminal = {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    env: { LANG: 'en_US.UTF-8', ...env },
    cwd,
    messages: await loadMessages(env['LANG']),
  }
  const common = { strict: false, format: 'human', quiet: false, verbose: false } as const
  const session = createSession(terminal, common, 'my-book', [])
  const exitCode = await initCommand(session, { yes: false, ...flags }, () => ({
    ask: async (question) => {
      questions.push(question)
      return left.shift()
    },
    close: () => (isClosed = true),
  }))
  return { exitCode, out, err, questions, isClosed }
}

const pages = [
  'GLOSSARY.md',
  'README.md',
  'SUMMARY.md',
  'publishing/publishing.md',
  'writing/code.md',
  'writing/pages.md',
  'writing/pictures.md',
]
const once = ['.gitignore', 'book.json', 'package.json']
const shared = ['examples/backup.sh', 'images/from-text-to-site.svg']
const workflow = '.github/workflows/pages.yml'

function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(cwd, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(cwd, folder), path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted(compare)
}

describe('a new book', () => {
  test.each([
    ['en', 'Callout'],
    ['zh-hans', '提示框'],
    ['zh-CN', '提示框'],
    ['de', 'Callout'],
    ['ja', 'Callout'],
    ['ar', 'Callout'],
  ])('in %s is checked without a warning and built', async (tag, term) => {
    const made = await handbook([
      'init',
      '--yes',
      '--languages',
      tag,
      '--title',
      '我的 *书* {{x}} $&',
    ])
    expect(made).toMatchObject({ exitCode: 0, err: '' })
    expect(filesBelow('.')).toEqual([...pages, ...shared, ...once, workflow].toSorted(compare))
    expect(json('book.json')).toEqual({
      $schema: './node_modules/handbook-cli/schema/book.json',
      title: '我的 *书* {{x}} $&',
      language: tag.toLowerCase(),
    })
    const checked = await handbook(['check', '--strict'])
    expect(checked).toMatchObject({ exitCode: 0 })
    expect(checked.out + checked.err).not.toMatch(/warning|error/)
    expect(await handbook(['build', '--strict', '-q'])).toEqual({ exitCode: 0, out: '', err: '' })
    expect(read('_book/index.html')).toContain('<h1 id=')
    expect(read('_book/writing/pages.html')).toMatch(
      new RegExp(`<a[^>]*glossary[^>]*>${term}`, 'i'),
    )
    expect(read('_book/writing/code.html')).toContain('examples/backup.sh.html#L6')
    expect(read('_book/writing/pictures.html')).toContain('<figcaption>')
  })

  test('in several languages is a folder each, with pictures that all share', async () => {
    const made = await handbook(['init', '--yes', '--languages', 'en，zh-hans de'])
    expect(made).toMatchObject({ exitCode: 0, err: '' })
    const inEach = ['en', 'zh-hans', 'de'].flatMap((tag) => pages.map((page) => `${tag}/${page}`))
    expect(filesBelow('.')).toEqual(
      ['LANGS.md', ...inEach, ...shared, ...once, workflow].toSorted(compare),
    )
    expect(read('LANGS.md')).toBe(
      '# Languages\n\n- [English](en/)\n- [简体中文](zh-hans/)\n- [Deutsch](de/)\n',
    )
    expect(json('book.json')).not.toHaveProperty('language')
    const checked = await handbook(['check', '--strict'])
    expect(checked).toMatchObject({ exitCode: 0 })
    expect(checked.out + checked.err).not.toMatch(/warning|error/)
    expect(await handbook(['build', '--strict', '-q'])).toEqual({ exitCode: 0, out: '', err: '' })
  })

  test('from a checkout names it, and says that no host can install it', async () => {
    const made = await handbook(['init', '--yes'])
    const checkout = path.relative(cwd, path.resolve(import.meta.dirname, '../..'))
    expect(json('package.json')).toMatchObject({
      devDependencies: { 'handbook-cli': `file:${checkout.split(path.sep).join('/')}` },
    })
    expect(made.out).toContain('no host can install it')
  })

  test('of a repository on GitLab gets the file that GitLab reads', async () => {
    const made = await handbook(['init', '--yes', '--repository', 'https://gitlab.com/a/b.git'])
    expect(existsSync(path.join(cwd, '.gitlab-ci.yml'))).toBe(true)
    expect(existsSync(path.join(cwd, workflow))).toBe(false)
    expect(read('publishing/publishing.md')).toContain('`.gitlab-ci.yml`')
    expect(made.out).toContain('GitLab Pages')
  })

  test.each([
    'https://codeberg.org/a/b',
    'git@gitee.com:a/b.git',
    'https://bitbucket.org/a/b',
    'https://git.example.org/a/b',
  ])(
    'of a repository of which nobody knows that it reads a workflow gets none: %s',
    async (address) => {
      const made = await handbook(['init', '--yes', '--repository', address])
      expect(filesBelow('.').filter((name) => /^\.(?!gitignore)/.test(name))).toEqual([])
      expect(made.out).toContain('no workflow was written')
    },
  )

  test('changes no file that is there', async () => {
    put('.gitignore', 'mine\n')
    put('package.json', '{}')
    put('src/README.md', '# Code\n')
    const made = await handbook(['init', '--yes'])
    expect(made).toMatchObject({ exitCode: 0, err: '' })
    expect([read('.gitignore'), read('package.json')]).toEqual(['mine\n', '{}'])
    expect(made.out).toContain('npm install --save-dev --save-exact file:')
    expect(made.out).not.toContain('created package.json')
  })

  test.each(['README.md', 'SUMMARY.adoc', 'LANGS.md', 'notes.markdown', 'book.js', 'book.json'])(
    'is not begun where there is a %s',
    async (name) => {
      const texts: { readonly [name: string]: string } = {
        'book.json': '{}',
        'book.js': 'export default {}',
        'LANGS.md': '- [English](en/)\n',
      }
      put(name, texts[name] ?? 'mine')
      const { exitCode, err } = await handbook(['init', '--title', 'New', '--no-workflow'])
      expect(exitCode).toBe(0)
      expect(err).toContain('warning[cli/init-existing-book]: "--title", "--no-workflow" changed')
      expect(existsSync(path.join(cwd, 'package.json'))).toBe(false)
      expect(existsSync(path.join(cwd, 'writing'))).toBe(false)
    },
  )

  test.each([
    ['book.toml', '[book]\ntitle = "Bread"\n', 'src/'],
    ['.gitbook.yaml', 'root: ./text/\n', 'text/'],
  ])('is not begun beside one that %s says is elsewhere', async (name, config, folder) => {
    put(name, config)
    put(`${folder}SUMMARY.md`, '# Summary\n\n- [Flour](flour.md)\n- [Water](water.md)\n')
    put(`${folder}flour.md`, '# Flour\n')
    expect(await handbook(['init'])).toMatchObject({ exitCode: 0 })
    expect(readdirSync(cwd).sort(compare)).toEqual([name, folder.slice(0, -1)].sort(compare))
    expect(read(`${folder}water.md`)).toBe('# Water\n')
  })

  test('takes what the repository around it says, without passwords', async () => {
    git('init', '--quiet', '--initial-branch', 'trunk')
    git('remote', 'add', 'origin', 'https://user:secret@github.com/example/my-book.git')
    await handbook(['init', '--yes'])
    expect(json('book.json')).toMatchObject({
      repository: 'https://github.com/example/my-book',
      editLink: 'https://github.com/example/my-book/edit/trunk/',
    })
    expect(existsSync(path.join(cwd, workflow))).toBe(true)
  })

  test('on a branch of its own gets links to the default branch', async () => {
    git('init', '--quiet', '--initial-branch', 'draft')
    git('remote', 'add', 'origin', 'git@github.com:example/my-book.git')
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/2')
    await handbook(['init', '--yes'])
    expect(json('book.json')).toMatchObject({
      editLink: 'https://github.com/example/my-book/edit/release/2/',
    })
  })

  test('in a folder of a repository gets links to that folder, and no workflow that nobody reads', async () => {
    git('init', '--quiet', '--initial-branch', 'main')
    git('remote', 'add', 'upstream', 'git@gitlab.com:example/tool.git')
    const { out } = await handbook(['init', 'docs/手册', '--yes'])
    expect(json('docs/手册/book.json')).toMatchObject({
      repository: 'https://gitlab.com/example/tool',
      editLink: 'https://gitlab.com/example/tool/-/edit/main/docs/%E6%89%8B%E5%86%8C/',
    })
    expect(filesBelow('docs')).not.toContain(`手册/${workflow}`)
    expect(out).toContain('no workflow was written')
  })

  test.each([
    [
      ['--languages', 'english'],
      '"english" is no value for --languages',
      'Expected languages such',
    ],
    [['--language', 'en,en'], '"en,en" is no value for --language', 'each once'],
    [['--title', ' '], '" " is no value for --title', 'Expected a title'],
    [['--repository', 'x'], '"x" is no value for --repository', 'Expected an address'],
  ])('refuses %j', async (args, message, hint) => {
    const { exitCode, err } = await handbook(['init', ...args])
    expect(exitCode).toBe(2)
    expect(err).toContain(message)
    expect(err).toContain(hint)
    expect(readdirSync(cwd)).toEqual([])
  })
})

test.skipIf(process.platform !== 'linux')(
  'a folder that no file system makes ends init with a message',
  async () => {
    const { exitCode, err } = await handbook(['init', '/proc/none/book', '--yes'])
    expect(exitCode).toBe(1)
    expect(err).toContain('/proc/none')
  },
)

test('a folder below a file ends init with a message', async () => {
  put('notes', 'mine')
  const { exitCode, err } = await handbook(['init', 'notes/book', '--yes'])
  expect(exitCode).toBe(1)
  expect(err).toMatch(/^error/)
  expect(read('notes')).toBe('mine')
})

describe('questions', () => {
  test('have defaults, and wrong answers are asked for again', async () => {
    const said = await initWith(['', 'cn', 'en, zh-hans', 'x y', 'example/garden', 'maybe', 'n'])
    expect(said).toMatchObject({ exitCode: 0, err: '', isClosed: true })
    expect(said.questions).toEqual([
      'Title [My book]: ',
      'Language, or several with commas [en]: ',
      'Language, or several with commas [en]: ',
      'Address of the repository [none]: ',
      'Address of the repository [none]: ',
      'Publish to GitHub Pages with a workflow? [Y/n]: ',
      'Publish to GitHub Pages with a workflow? [Y/n]: ',
    ])
    expect(said.out).toContain(
      '  Expected languages such as "en" or "en, zh-hans", each once. Did you mean "zh-hans"?\n',
    )
    expect(json('my-book/book.json')).toMatchObject({
      title: 'My book',
      repository: 'https://github.com/example/garden',
    })
    expect(filesBelow('my-book')).toContain('zh-hans/README.md')
    expect(filesBelow('my-book')).not.toContain(workflow)
  })

  test('are not asked where a flag has answered, and speak Chinese in a Chinese locale', async () => {
    const flags = { title: '花园', repository: '', workflow: false }
    const said = await initWith([''], { flags, env: { LANG: 'zh_CN.UTF-8' } })
    expect(said.questions).toEqual(['语言，多种语言用逗号分开 [zh-hans]: '])
    expect(read('my-book/README.md')).toMatch(/^# 花园\n/)
  })

  test.each([0, 1, 2, 3])('stopped after %i answers leave nothing behind', async (count) => {
    const said = await initWith(['', '', '', ''].slice(0, count))
    expect(said).toMatchObject({ exitCode: 130, err: 'Nothing was written\n', isClosed: true })
    expect(readdirSync(cwd)).toEqual([])
  })

  test('are not asked with --yes', async () => {
    expect(await initWith([], { flags: { yes: true } })).toMatchObject({
      exitCode: 0,
      questions: [],
    })
  })

  test('are not asked when nobody is at the terminal', () => {
    const stream = { isTTY: false } as NodeJS.ReadStream & NodeJS.WriteStream
    expect(personAtTerminal(stream, stream)).toBeUndefined()
  })
})

describe('answers', () => {
  test.each([
    ['', ''],
    ['none', ''],
    ['无', ''],
    ['owner/name', 'https://github.com/owner/name'],
    ['https://github.com/owner/name.git', 'https://github.com/owner/name'],
    ['https://me:pass@git.example.org:8443/a/b/c/', 'https://git.example.org:8443/a/b/c'],
    ['git@github.com:owner/name.git', 'https://github.com/owner/name'],
    ['ssh://git@git.example.org:2222/a/b.git', 'https://git.example.org/a/b'],
    ['ssh://git@ssh.github.com:443/owner/name.git', 'https://github.com/owner/name'],
    ['ssh://git@altssh.gitlab.com:443/a/b/c.git', 'https://gitlab.com/a/b/c'],
    ['git@github.com-work:owner/name.git', 'https://github.com/owner/name'],
    ['git@gitee.com:owner/name.git', 'https://gitee.com/owner/name'],
  ])('the repository %j is %j', (written, expected) => {
    expect(readRepository(written)).toEqual({ value: expected })
  })

  test.each([
    'x',
    'file:///srv/book.git',
    '/srv/book',
    '../book',
    'https://github.com/',
    'C:\\book',
  ])('the repository %j has no address on the web', (written) => {
    expect(readRepository(written)).toEqual({ expected: 'repository' })
  })

  test('titles and languages are read strictly', () => {
    expect(readTitle(' 书 ')).toEqual({ value: '书' })
    expect(readTitle('a\nb')).toEqual({ expected: 'title' })
    expect(readTitle('x'.repeat(201))).toEqual({ expected: 'title' })
    expect(readLanguages('EN、zh-Hans')).toEqual({ value: ['en', 'zh-hans'] })
    expect(readLanguages('cn jp')).toEqual({ expected: 'languages', meant: 'zh-hans, ja' })
    for (const wrong of ['', '../x', 'en/', 'en en', 'qqq', 'e'])
      expect(readLanguages(wrong)).toEqual({ expected: 'languages' })
  })

  test('only hosts with a known address for editing get one', () => {
    expect(editBase('https://codeberg.org/a/b', 'main', 'docs/')).toBe(
      'https://codeberg.org/a/b/_edit/main/docs/',
    )
    expect(editBase('https://gitee.com/a/b', 'master', '')).toBe(
      'https://gitee.com/a/b/edit/master/',
    )
    expect(editBase('https://git.example.org/a/b', 'main', '')).toBeUndefined()
    expect(editBase('', 'main', '')).toBeUndefined()
  })

  test.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LC_ALL: 'zh_TW.UTF-8' }, 'zh-hant'],
    [{ LC_MESSAGES: 'zh_CN' }, 'zh-hans'],
    [{ LANG: 'de_AT@euro' }, 'de'],
  ])('in the locale %j a book is in %s', (env, language) => {
    expect(initDefaults(cwd, env).answers.languages).toEqual([language])
  })

  test.each([
    ['my-first_book', 'My first book'],
    ['我的书', '我的书'],
    ['-', 'Book'],
  ])('the folder %s holds a book called %s', (folder, title) => {
    expect(initDefaults(path.join(cwd, folder), {}).answers.title).toBe(title)
  })
})

describe('a folder of Markdown without a SUMMARY', () => {
  test('gets one that says what it is read as', async () => {
    put('README.md', '# The garden\n')
    put('guide/README.md', '# Guide [draft]\n')
    put('guide/first steps.md', '# First steps\n')
    put('how-to/dig.md', '---\ntitle: "Dig *deep*"\n---\n')
    put('50% more #1.md', '# More\n')
    const { exitCode, out } = await handbook(['init'])
    expect(exitCode).toBe(0)
    expect(out).toContain('created SUMMARY.md')
    expect(read('SUMMARY.md')).toBe(
      [
        '# Summary',
        '',
        '* [The garden](README.md)',
        '* [More](<50%25 more %231.md>)',
        String.raw`* [Guide \[draft\]](guide/README.md)`,
        '  * [First steps](<guide/first steps.md>)',
        '* How to',
        String.raw`  * [Dig \*deep\*](how-to/dig.md)`,
        '',
      ].join('\n'),
    )
  })

  test('is the same book before and after', async () => {
    put('index.md', '# Home\n')
    put('c++/README.md', '# C++\n')
    put('c++/a_b_c.md', '# a_b_c\n')
    const shape = async (): Promise<unknown> => {
      const book = (await loadBook(diskFiles(cwd))).value
      return JSON.parse(
        JSON.stringify(book?.spaces[0]?.parts, (key, value: unknown) =>
          key === 'at' ? undefined : value,
        ),
      )
    }
    const before = await shape()
    await handbook(['init'])
    expect(existsSync(path.join(cwd, 'README.md'))).toBe(false)
    expect(existsSync(path.join(cwd, 'SUMMARY.md'))).toBe(true)
    expect(await shape()).toEqual(before)
  })

  test.each(['docs', 'en'])('is not made of a folder with a book in %s', async (folder) => {
    put(`${folder}/SUMMARY.md`, '* [Start](README.md)\n')
    put(`${folder}/README.md`, '# Start\n')
    put('book.json', '{}')
    const { exitCode } = await handbook(['init'])
    expect(exitCode).toBe(0)
    expect(existsSync(path.join(cwd, 'SUMMARY.md'))).toBe(false)
    expect(existsSync(path.join(cwd, 'README.md'))).toBe(false)
  })
})
