// The rehearsal of publishing must fail where GitHub would, and never skip what it does not know.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evaluate, fillIn, holds } from '../scripts/publish/expressions.ts'

const root = path.resolve(import.meta.dirname, '..')
const contexts = {
  github: { event_name: 'push' },
  inputs: { upload: 'false', book: '.' },
  steps: { pages: { outputs: { base_url: 'https://example.org/a' } } },
}

describe('expressions', () => {
  test.each([
    ["github.event_name != 'pull_request'", true],
    ["inputs.upload == 'true'", false],
    ["!(inputs.upload == 'true') && 'it''s'", "it's"],
    ["steps.none.outputs.x || 'empty'", 'empty'],
    ["format('{0}/manual', steps.pages.outputs.base_url)", 'https://example.org/a/manual'],
  ])('%s is %j', (expression, value) => {
    expect(evaluate(expression, contexts)).toBe(value)
  })

  test('fill texts', () => {
    expect(fillIn('${{ inputs.book }}/${{steps.none.outputs.x}}!', contexts)).toBe('./!')
    expect(holds(undefined, contexts)).toBe(true)
    expect(holds('${{ steps.none.outputs.x }}', contexts)).toBe(false)
  })

  test.each([
    ['inputs.gone', 'Nothing is known about "inputs.gone"'],
    ['secrets.TOKEN', 'There is no context "secrets"'],
    ["hashFiles('x')", 'no local equivalent of hashFiles()'],
    ['inputs.book inputs.book', 'Not understood'],
    ['a > b', 'Not understood'],
  ])('%s is an error', (expression, message) => {
    expect(() => evaluate(expression, contexts)).toThrow(message)
  })
})

const page = (body: string): string =>
  `mkdir -p _site && cd _site && echo {} > .handbook-manifest.json && echo '${body}' > index.html`
const publish = ['uses: actions/upload-pages-artifact@v1', 'uses: actions/deploy-pages@v1']

describe.skipIf(process.platform === 'win32')('a rehearsal', () => {
  let repository = ''
  beforeEach(() => {
    repository = mkdtempSync(path.join(tmpdir(), 'handbook-rehearsed-'))
    execFileSync('git', ['-C', repository, 'init', '--quiet'])
  })
  afterEach(() => rmSync(repository, { recursive: true, force: true }))

  function rehearse(steps: readonly string[]): {
    readonly status: number | null
    readonly said: string
  } {
    const file = path.join(repository, '.github/workflows/pages.yml')
    mkdirSync(path.dirname(file), { recursive: true })
    const lines = ['uses: actions/checkout@v1', ...steps].map((step) => `      - ${step}\n`)
    writeFileSync(file, `jobs:\n  build:\n    steps:\n${lines.join('')}`)
    const script = path.join(root, 'scripts/publish-rehearsal.ts')
    const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs')
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, repository], {
      encoding: 'utf8',
    })
    return { status, said: stdout + stderr }
  }

  test('publishes what the steps made, and visits it', () => {
    const { status, said } = rehearse([`run: ${page('<a href="./#x">x</a>')}`, ...publish])
    expect(said).toContain('1 pages of https://example.github.io/book/\n')
    expect(status).toBe(0)
  })

  test.each([
    [['uses: somebody/something@v1'], 'There is no local equivalent of somebody/something@v1'],
    [['run: "echo $GITHUB_REPOSITORY; exit 3"'], 'The step ended with status 3'],
    [['run: "false | true"'], 'The step ended with status 1'],
    [["run: 'true'\n        timeout-minutes: 1"], 'nobody can rehearse: timeout-minutes'],
    [["run: 'true'"], 'Nothing was published'],
    [['run: mkdir _site', ...publish], 'There is no index.html'],
    [[`run: ${page('<a href="gone.html">x</a>')}`, ...publish], '1 addresses are wrong'],
    [[`run: ${page('<link rel="canonical" href="https://example.org/">')}`, ...publish], 'wrong'],
  ])('fails for %j', (steps, message) => {
    const { status, said } = rehearse(steps)
    expect(said).toContain(message)
    expect(status).toBe(1)
  })
})
