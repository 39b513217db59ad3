// The scripts of the Mesos handbook as their readers run them: bash, curl and jq, with servers on the loopback that answer
// as a test says, and programs in front of the PATH that do what a test says.
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Why the scripts cannot be run here; undefined where they can. They are written for Linux servers. */
const missing: string | undefined =
  process.platform === 'linux'
    ? ['bash', 'curl', 'jq', 'openssl', 'python3'].find((tool) => !isInstalled(tool))
    : 'Linux'

/** A group of tests of one script, side by side; skipped, and saying why, where scripts cannot be run. */
export function describeHere(title: string, body: () => void): void {
  const reason = missing === undefined ? '' : ` (skipped: needs ${missing})`
  describe.skipIf(reason !== '')(title + reason, { timeout: 60_000, concurrent: true }, body)
}

export function isInstalled(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`])
    return true
  } catch {
    return false
  }
}

type Ran = {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
  /** Both streams together, in no order. */
  readonly said: string
}

/**
 * Runs a script of `etc/`, with these arguments and these variables. Its curl waits as long as the script says, but at most
 * three seconds: a silent server is as silent then as after the thirty of the scripts.
 */
export function run(
  script: string,
  args: readonly string[],
  variables: { readonly [name: string]: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      [path.join(root, 'etc', script), ...args],
      { cwd: root, env: { ...process.env, PATH: impatient(), ...variables }, timeout: 60_000 },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : (child.exitCode ?? -1)
        resolve({ status, stdout, stderr, said: stdout + stderr })
      },
    )
  })
}

let patience: string | undefined
function impatient(): string {
  patience ??= pathWith({
    curl: `case "$*" in *--max-time*) ;; *) exit 99;; esac; PATH=\${PATH#*:} exec curl "$@" --max-time 3`,
  })
  return patience
}

/** A folder of its own for the running test. */
export const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'handbook-etc-'))

/** A file with this content, or with this value as JSON. */
export function file(name: string, content: unknown): string {
  const target = path.join(scratch(), name)
  writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content))
  return target
}

/** A PATH whose first folder has these programs; each is the body of a shell script. */
export function pathWith(programs: { readonly [name: string]: string }): string {
  const folder = path.join(scratch(), 'bin')
  mkdirSync(folder)
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`)
    chmodSync(path.join(folder, name), 0o755)
  }
  return `${folder}:${process.env['PATH'] ?? ''}`
}

type Reply = {
  readonly status?: number
  readonly headers?: { readonly [name: string]: string }
  readonly body?: string
  /** Announces more than it sends, and hangs up. */
  readonly cut?: boolean
  /** Takes the request and never answers. */
  readonly silent?: boolean
}

type Asked = { readonly request: string; readonly body: string }

type Server = {
  readonly url: string
  readonly host: string
  readonly port: string
  /** What was asked so far, as `METHOD /path`. */
  readonly asked: readonly Asked[]
}

const servers = new Set<ReturnType<typeof createServer>>()

/** Ends all servers; for after the last test, as tests run beside each other. */
export function closeServers(): void {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  servers.clear()
}

/** A server on the loopback; it is asked for `METHOD /path`. */
export async function serve(answer: (asked: Asked, count: number) => Reply): Promise<Server> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = { request: `${request.method ?? ''} ${request.url ?? ''}`, body }
      asked.push(one)
      send(response, answer(one, asked.filter((old) => old.request === one.request).length))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  servers.add(server)
  const port = String((server.address() as AddressInfo).port)
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, asked }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.silent === true) return
  const body = reply.body ?? ''
  const length = Buffer.byteLength(body) + (reply.cut === true ? 100 : 0)
  response.writeHead(reply.status ?? 200, {
    'content-type': 'application/json',
    'content-length': String(length),
    ...reply.headers,
  })
  if (reply.cut === true) response.write(body, () => response.destroy())
  else response.end(body)
}

/** A reply of JSON. */
export const json = (value: unknown, status = 200): Reply => ({
  status,
  body: JSON.stringify(value),
})

/** The ways in which a server fails to answer; each stands for a day in a data center. */
const failures: { readonly [name: string]: Reply } = {
  'answers 503': { status: 503, body: 'Could not determine the current leader' },
  'answers with an error page of HTML': {
    body: '<html><body>502 Bad Gateway</body></html>',
    headers: { 'content-type': 'text/html' },
  },
  'answers nothing': { body: '' },
  'is silent': { silent: true },
  'hangs up in the middle': { body: '[{"id": "d1", "name', cut: true },
}

export const kinds = Object.entries(failures)

/** The kinds without silence, for loops that would wait for each one. */
export const quick = kinds.filter(([name]) => name !== 'is silent')
