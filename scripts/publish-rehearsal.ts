// Runs the publishing workflow on this machine: the same steps from the same files, in a clean copy of the repository, with
// the variables that GitHub sets. Actions of others are replaced by what `equivalents` says; an unknown one ends the rehearsal.
// Then the published folder is served below a path, and every page and link in it is visited.
//
//   npm run publish:rehearse -- [repository] [--workflow <file>] [--committed] [--keep]
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Contexts, fillIn, holds } from './publish/expressions.ts'
import { readPipeline } from './publish/gitlab.ts'
import { visit } from './publish/visit.ts'
import { type Job, type Step, type Texts, readAction, readWorkflow } from './publish/workflow.ts'

const PUBLIC = 'https://example.github.io/book/'

/** What a rehearsal has learned so far. */
interface Stage {
  /** The repository that is rehearsed. */
  readonly source: string
  readonly workspace: string
  readonly isCommittedOnly: boolean
  /** The folder that would be published. */
  published?: string
  deployed: boolean
}

/** What a step leaves for later ones. */
type Outputs = { [name: string]: string }

/** An action of somebody else: what its `with` may hold, and what happens here instead. */
interface Equivalent {
  readonly inputs: readonly string[]
  readonly run: (stage: Stage, values: Texts) => Outputs
}

const equivalents: { readonly [action: string]: Equivalent } = {
  'actions/checkout': {
    inputs: ['fetch-depth', 'filter', 'persist-credentials'],
    run: checkOut,
  },
  'actions/setup-node': {
    inputs: ['node-version', 'cache', 'package-manager-cache'],
    run: (_stage, values) => {
      const asked = values['node-version'] ?? ''
      const isSame = process.versions.node.split('.')[0] === asked.split('.')[0]
      say(`node ${process.versions.node}${isSame ? '' : `, where the workflow asks for ${asked}`}`)
      return {}
    },
  },
  'actions/cache': {
    inputs: ['path', 'key', 'restore-keys'],
    run: () => {
      say('the caches of this machine are used')
      return {}
    },
  },
  'actions/configure-pages': {
    inputs: [],
    run: () => ({ base_url: PUBLIC.replace(/\/$/, '') }),
  },
  'actions/upload-pages-artifact': {
    inputs: ['path', 'include-hidden-files'],
    run: upload,
  },
  'actions/deploy-pages': {
    inputs: [],
    run: (stage) => {
      if (stage.published === undefined) throw new Error('There is nothing to deploy')
      stage.deployed = true
      return { page_url: PUBLIC }
    },
  },
}

function say(text: string): void {
  console.log(`    ${text}`)
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 64_000_000 })
}

/** A clone, with the changes that are not committed yet unless they were refused. */
function checkOut(stage: Stage, values: Texts): Outputs {
  const depth = Number(values['fetch-depth'] ?? '1')
  const shallow = depth > 0 ? ['--depth', String(depth)] : []
  git(tmpdir(), 'clone', '--quiet', ...shallow, `file://${stage.source}`, stage.workspace)
  if (stage.isCommittedOnly) return {}
  const list = (...args: readonly string[]): readonly string[] =>
    git(stage.source, 'ls-files', '-z', ...args)
      .split('\0')
      .filter((name) => name !== '')
  const deleted = new Set(list('--deleted'))
  const changed = list('--modified', '--others', '--exclude-standard')
  for (const name of changed.filter((file) => !deleted.has(file))) {
    mkdirSync(path.dirname(path.join(stage.workspace, name)), { recursive: true })
    copyFileSync(path.join(stage.source, name), path.join(stage.workspace, name))
  }
  for (const name of deleted) rmSync(path.join(stage.workspace, name))
  say(`a clone, with ${new Set(changed).size} files that are not committed`)
  return {}
}

/** What GitHub demands of an artifact: a start page, no links, at most a gigabyte. */
function upload(stage: Stage, values: Texts): Outputs {
  const folder = path.resolve(stage.workspace, values['path'] ?? '_site')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const link = entries.find((entry) => entry.isSymbolicLink())
  if (link !== undefined) throw new Error(`A site holds no symbolic links, found ${link.name}`)
  if (statSync(path.join(folder, 'index.html'), { throwIfNoEntry: false }) === undefined)
    throw new Error(`There is no index.html in ${folder}`)
  const bytes = files.reduce(
    (sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size,
    0,
  )
  if (bytes > 1_000_000_000) throw new Error(`A site has at most 1 GB, found ${bytes} bytes`)
  say(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`)
  stage.published = folder
  return {}
}

/** Runs steps one after another; a composite action runs its own in their place. */
function play(steps: readonly Step[], stage: Stage, given: Contexts): void {
  const outputs: { [id: string]: { outputs: Outputs } } = {}
  const contexts = { ...given, steps: outputs }
  for (const step of steps) {
    const title = step.name ?? step.uses?.replace(/@.*/, '') ?? step.run?.split('\n')[0] ?? ''
    if (!holds(step.if, contexts)) {
      console.log(`  - ${title} (skipped)`)
      continue
    }
    console.log(`  - ${title}`)
    const filled = (texts: Texts): Texts =>
      Object.fromEntries(Object.entries(texts).map(([key, it]) => [key, fillIn(it, contexts)]))
    const left =
      step.uses === undefined
        ? command(fillIn(step.run ?? '', contexts), stage, filled(step.env))
        : use(step.uses, stage, filled(step.with), given)
    if (step.id !== undefined) outputs[step.id] = { outputs: left }
  }
}

function use(name: string, stage: Stage, values: Texts, given: Contexts): Outputs {
  if (name.startsWith('./')) {
    const folder = path.resolve(stage.workspace, name)
    const { inputs, steps } = readAction(folder)
    refuseUnknown(name, values, Object.keys(inputs))
    const defaults = Object.entries(inputs).map(([key, it]) => [key, it.default ?? ''] as const)
    const github = { ...(given['github'] as Contexts), action_path: folder }
    play(steps, stage, { ...given, github, inputs: { ...Object.fromEntries(defaults), ...values } })
    return {}
  }
  const equivalent = equivalents[name.replace(/@.*/, '')]
  if (equivalent === undefined) throw new Error(`There is no local equivalent of ${name}`)
  refuseUnknown(name, values, equivalent.inputs)
  return equivalent.run(stage, values)
}

function refuseUnknown(name: string, values: Texts, known: readonly string[]): void {
  const unknown = Object.keys(values).filter((key) => !known.includes(key))
  if (unknown.length > 0) throw new Error(`${name} has no input ${unknown.join(', ')}`)
}

/** Runs a script as GitHub does, and gives what it wrote to GITHUB_OUTPUT. */
function command(script: string, { workspace }: Stage, env: Texts): Outputs {
  const notes = mkdtempSync(path.join(tmpdir(), 'handbook-step-'))
  const note = (name: string): string => {
    writeFileSync(path.join(notes, name), '')
    return path.join(notes, name)
  }
  const file = path.join(notes, 'script.sh')
  writeFileSync(file, script)
  const { PATH = '', HOME = '' } = process.env
  const told = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_OUTPUT: note('output'),
    GITHUB_REPOSITORY: 'example/book',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_STEP_SUMMARY: note('summary'),
    GITHUB_WORKSPACE: workspace,
  }
  const shell = ['--noprofile', '--norc', '-eo', 'pipefail', file]
  const options = { cwd: workspace, encoding: 'utf8', maxBuffer: 64_000_000 } as const
  const { status, stdout, stderr } = spawnSync('bash', shell, {
    ...options,
    env: { PATH, HOME, LANG: 'C.UTF-8', ...told, ...env },
  })
  for (const line of `${stdout}${stderr}`.trim().split('\n')) say(line)
  const output = readFileSync(path.join(notes, 'output'), 'utf8')
  rmSync(notes, { recursive: true })
  if (status !== 0) throw new Error(`The step ended with status ${status}`)
  return Object.fromEntries(
    [...output.matchAll(/^([^=\n]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  )
}

function isPipeline(workflow: string): boolean {
  return path.basename(workflow) === '.gitlab-ci.yml'
}

/** What the file of the host says; GitLab checks out by itself. */
function jobsOf(stage: Stage, workflow: string): readonly Job[] {
  if (!isPipeline(workflow)) return readWorkflow(path.join(stage.source, workflow))
  checkOut(stage, { 'fetch-depth': '0' })
  const { workspace } = stage
  const told = { CI_PROJECT_DIR: workspace, CI_PAGES_URL: PUBLIC.replace(/\/$/, '') }
  return readPipeline(path.join(workspace, workflow), told)
}

/** What GitHub tells about a push to the default branch of a repository. */
function contextsOf(source: string): Contexts {
  const branch = git(source, 'symbolic-ref', '--short', 'HEAD').trim()
  return {
    github: {
      event_name: 'push',
      event: { repository: { default_branch: branch } },
      ref_name: branch,
      repository: 'example/book',
      run_id: 1,
      run_attempt: 1,
    },
    runner: { os: 'Linux' },
  }
}

async function rehearse(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workflow: { type: 'string', default: '.github/workflows/pages.yml' },
      committed: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  })
  const source = path.resolve(positionals[0] ?? '.')
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-rehearsal-'))
  const workspace = path.join(folder, 'book')
  const stage: Stage = { source, workspace, isCommittedOnly: values.committed, deployed: false }
  const contexts = contextsOf(source)
  try {
    const jobs = jobsOf(stage, values.workflow)
    for (const job of jobs) {
      if (!holds(job.if, contexts)) continue
      console.log(`${job.name}:`)
      play(job.steps, stage, contexts)
    }
    if (isPipeline(values.workflow)) {
      // GitLab takes what the last job leaves in the folder of this name.
      upload(stage, { path: 'public' })
      stage.deployed = true
    }
    if (stage.published === undefined || !stage.deployed) throw new Error('Nothing was published')
    const { pages, files, between, problems } = await visit(stage.published, PUBLIC)
    console.log(`published below ${PUBLIC}:`)
    for (const [book, count] of pages) say(`${count} pages of ${PUBLIC}${book}`)
    say(`${files} addresses visited, ${between} links from one book to another`)
    for (const problem of problems) say(problem)
    if (problems.length > 0) throw new Error(`${problems.length} addresses are wrong`)
  } finally {
    if (values.keep) console.log(`kept: ${folder}`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

try {
  await rehearse()
} catch (error) {
  console.error(`The rehearsal failed: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
