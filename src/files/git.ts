// The only place that starts git. Repositories of strangers are asked, and so are folders that only look like one:
// whatever a configuration, an attribute or a hook of theirs says, no program of theirs is started, and no network is
// used that the caller did not name.
import { execFile, execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Reason } from '../messages/messages.ts'

/** What a caller of git decides. */
export interface GitCall {
  readonly cwd: string
  /** The repository; without it the one at the top of `cwd` itself, never one further up. */
  readonly gitDir?: string
  /** The only protocol that may be spoken: `https`, `ssh`, `file`. None without it. */
  readonly protocol?: string
  /** What git reads from its standard input. */
  readonly input?: string
  /** In milliseconds. */
  readonly timeout?: number
  /** In bytes. */
  readonly largest?: number
  readonly encoding?: 'utf8' | 'latin1'
}

/** Why git has no answer. */
export class GitProblem extends Error {
  readonly reason: Reason

  constructor(reason: Reason, cause?: unknown) {
    super('git has no answer', { cause })
    this.reason = reason
  }
}

/** A history of a million commits is read in less. */
const PATIENCE = 120_000
const LARGEST = 512 * 1024 * 1024
const NOTHING = '/dev/null'

/** On the command line, so that they outweigh the configuration of a repository and reach the programs that git starts. */
const SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ['safe.bareRepository', 'explicit'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', NOTHING],
  ['core.attributesFile', NOTHING],
  ['core.pager', 'cat'],
  ['core.quotePath', 'off'],
  ['credential.helper', ''],
  ['gc.auto', '0'],
  ['log.showSignature', 'false'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
  // A server that has stopped talking is left after half a minute.
  ['http.lowSpeedLimit', '100'],
  ['http.lowSpeedTime', '30'],
]

/** What git prints; undefined when it fails, takes too long or is not installed. */
export function askGit(args: readonly string[], call: GitCall): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = execFile('git', commandLine(args, call), options(call), (error, stdout) =>
      resolve(error === null ? stdout : undefined),
    )
    // A git that ended early reads nothing: its answer says so already.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(call.input)
  })
}

/** The same for those who cannot wait; throws a GitProblem. */
export function askGitNow(args: readonly string[], call: GitCall): string {
  try {
    return execFileSync('git', commandLine(args, call), {
      ...options(call),
      ...(call.input === undefined ? {} : { input: call.input }),
      stdio: [call.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
  } catch (error) {
    throw new GitProblem(reasonOf(error, call), error)
  }
}

function commandLine(args: readonly string[], { gitDir }: GitCall): readonly string[] {
  const settings = SETTINGS.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const where = gitDir === undefined ? [] : [`--git-dir=${gitDir}`]
  return ['--no-pager', '--literal-pathspecs', ...settings, ...where, ...args]
}

function options(call: GitCall) {
  return {
    cwd: call.cwd,
    env: environment(call),
    encoding: call.encoding ?? 'utf8',
    timeout: call.timeout ?? PATIENCE,
    maxBuffer: call.largest ?? LARGEST,
    windowsHide: true,
  } as const
}

/** Variables of git that say where the user's own settings are. All others could lead it elsewhere. */
const KEPT = /^GIT_(?:CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|EXEC_PATH)$/

function environment({ cwd, protocol = 'none' }: GitCall): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || KEPT.test(name),
  )
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_ASKPASS: 'true',
    GIT_ATTR_NOSYSTEM: '1',
    // Git looks upward only from below a ceiling: it stays in the folder that we found.
    GIT_CEILING_DIRECTORIES: path.dirname(cwd),
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=30',
    GIT_TERMINAL_PROMPT: '0',
    SSH_ASKPASS: 'true',
  }
}

function reasonOf(error: unknown, { timeout = PATIENCE, largest = LARGEST }: GitCall): Reason {
  const { code, stderr } = error as { code?: string; stderr?: string | Buffer }
  if (code === 'ENOENT') return { case: 'git-missing' }
  if (code === 'ETIMEDOUT') return { case: 'no-answer-within', seconds: timeout / 1000 }
  if (code === 'ENOBUFS') return { case: 'too-large', megabytes: largest / 1e6 }
  const [first = ''] = String(stderr ?? '')
    .trim()
    .split('\n')
  const said = first.replace(/^(?:fatal|error): /, '')
  return said === '' ? { case: 'git-gave-up' } : said
}
