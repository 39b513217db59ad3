// ZooKeeper, where it is installed (on Debian: libzookeeper-java and a Java), started three times with the configuration
// of the handbook. Only hosts and ports are changed, for three servers on one machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isInstalled, scratch } from './scripts.ts'

const jar = '/usr/share/java/zookeeper.jar'
const reason = existsSync(jar) && isInstalled('java') ? '' : ` (skipped: needs ${jar} and Java)`

const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

const configuration = (): string => readFileSync('etc/zookeeper/zoo.cfg', 'utf8')

function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  return Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.once('listening', () => {
            const { port } = server.address() as AddressInfo
            server.close(() => {
              resolve(port)
            })
          })
        }),
    ),
  )
}

type Member = { readonly id: number; readonly client: number; readonly peers: string }

/** One member of the ensemble; the log is what it says. */
function start({ id, client, peers }: Member): { log: () => string } {
  const folder = scratch()
  const data = path.join(folder, 'data')
  mkdirSync(data)
  writeFileSync(path.join(data, 'myid'), `${id}\n`)
  const text = configuration()
    .replace(/^dataDir=.*$/m, `dataDir=${data}`)
    .replace(/^clientPort=.*$/m, `clientPort=${client}`)
    .replace(/^server\.\d+=.*\n?/gm, '')
  const file = path.join(folder, 'zoo.cfg')
  writeFileSync(file, text + peers)
  const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain'
  const child = spawn(
    'java',
    ['-Xmx96m', '-cp', `${folder}:${jar}:/usr/share/java/slf4j-simple.jar`, main, file],
    { cwd: folder },
  )
  running.push(child)
  let log = ''
  const note = (part: Buffer): void => {
    log += part.toString('utf8')
  }
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  return { log: () => log }
}

/** What a server answers to one of its four-letter words; nothing while it does not listen. */
function say(port: number, word: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(word))
    socket.on('data', (part) => {
      text += part.toString('utf8')
    })
    socket.on('error', () => {
      resolve('')
    })
    socket.on('close', () => {
      resolve(text)
    })
  })
}

const mode = (answer: string): string | undefined => /^Mode: (\w+)$/m.exec(answer)?.[1]

describe.skipIf(reason !== '')(`ZooKeeper with zoo.cfg${reason}`, { timeout: 120_000 }, () => {
  test('elects one leader of three, and answers the words of the handbook', async () => {
    const ports = await freePorts(9)
    const peers = [0, 1, 2]
      .map((at) => `server.${at + 1}=127.0.0.1:${ports[3 + at]}:${ports[6 + at]}\n`)
      .join('')
    const members = ports.slice(0, 3).map((client, at) => start({ id: at + 1, client, peers }))
    const modes = async (): Promise<readonly (string | undefined)[]> =>
      (await Promise.all(ports.slice(0, 3).map((port) => say(port, 'srvr')))).map(mode)
    await expect
      .poll(
        async () => (await modes()).map(String).toSorted((one, other) => one.localeCompare(other)),
        { timeout: 90_000, interval: 500 },
      )
      .toEqual(['follower', 'follower', 'leader'])
    const first = ports[0] ?? 0
    expect(await say(first, 'ruok')).toBe('imok')
    for (const word of ['stat', 'mntr', 'conf', 'srvr'])
      expect(await say(first, word), word).not.toContain('whitelist')
    // A web page of its own would take the port of Marathon; nothing of it is even loaded.
    for (const { log } of members) {
      expect(log()).toMatch(/QuorumPeer/)
      expect(log()).not.toMatch(/AdminServer/)
    }
  })
})

describe('zoo.cfg', () => {
  test('lets through every four-letter word that the handbook says', () => {
    const chapters = [
      'cluster/verify',
      'cluster/three-masters',
      'operations/monitoring',
      'operations/troubleshooting',
      'operations/backup-recovery',
    ]
    const said = chapters.flatMap((chapter) => [
      ...readFileSync(`book/${chapter}.md`, 'utf8').matchAll(/echo (\w{4}) \\?\| *nc/g),
    ])
    const allowed = /^4lw\.commands\.whitelist=(.*)$/m.exec(configuration())?.[1]?.split(',') ?? []
    expect(said.length).toBeGreaterThan(3)
    expect(said.map(([, word]) => word).filter((word) => !allowed.includes(word ?? ''))).toEqual([])
  })
})
