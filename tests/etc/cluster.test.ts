// The scripts and commands of the cluster of the Mesos handbook, in front of servers that fail: none says that it succeeded when it did not see so, and
// none takes silence for an answer.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeServers, describeHere, file, json, kinds, pathWith, run, serve } from './scripts.ts'

afterAll(closeServers)

const metrics = (elected: number): ReturnType<typeof json> =>
  json({ 'master/elected': elected, 'registrar/log/recovered': 1, 'master/slaves_active': 3 })
const check = async (...answers: ReturnType<typeof json>[]): ReturnType<typeof run> => {
  const masters = await Promise.all(answers.map((answer) => serve(() => answer)))
  return run(
    'mesos/check-cluster.sh',
    masters.map(({ host }) => host),
  )
}

describeHere('check-cluster.sh', () => {
  test('wants exactly one leader', async () => {
    expect((await check(metrics(1), metrics(0), metrics(0))).status).toBe(0)
    expect((await check(metrics(0), metrics(0))).status).toBe(1)
    expect((await check(metrics(1), metrics(1))).status).toBe(1)
  })

  test.each(kinds)('goes on after a master that %s, and fails', async (_, failure) => {
    const { status, stdout } = await check(failure, metrics(1))
    expect(stdout.trim().split('\n')).toHaveLength(2)
    expect(stdout).toContain('没有得到指标')
    expect(stdout).toContain('elected=1')
    expect(status).toBe(1)
  })
})

// The script asks fixed ports, so curl is replaced by one that answers for each.
const wait = (answers: { readonly [port: string]: string }): ReturnType<typeof run> => {
  const cases = Object.entries(answers).map(
    ([port, body]) => `*:${port}/*) printf '%s' '${body}';;`,
  )
  const PATH = pathWith({
    curl: `for url; do :; done; case $url in ${cases.join(' ')} *) exit 7;; esac`,
    sleep: 'exec /bin/sleep 0.1',
  })
  return run('single-node/wait-ready.sh', ['127.0.0.1'], { PATH, LIMIT: '1' })
}
const ready = {
  5050: '{"master\\/elected":1.0}',
  5051: '{"slave\\/registered":1}',
  8080: '{"leader":"192.168.1.10:8080"}',
  8500: '"192.168.1.10:8300"',
  8123: '{"Service":"Mesos-DNS","Version":"v0.6.0"}',
}

describeHere('wait-ready.sh', () => {
  test('is ready when all parts work', async () => {
    const { status, stdout } = await wait(ready)
    expect(stdout.trim().split('\n')).toHaveLength(5)
    expect(status).toBe(0)
  })

  test.each([
    ['a master without leadership', '5050', '{"master\\/elected":0.0}'],
    ['an agent that is not registered', '5051', '{"slave\\/registered":0}'],
    ['a page of errors in place of Marathon', '8080', '<html>502</html>'],
    ['Consul without a leader', '8500', '""'],
    ['no answer of Mesos-DNS', '8123', ''],
  ])('is not ready with %s', async (_, port, body) => {
    const { status, stderr } = await wait({ ...ready, [port]: body })
    expect(stderr).toContain('超时')
    expect(status).toBe(1)
  })
})

const schedule = async (answer: ReturnType<typeof json>): ReturnType<typeof run> => {
  const { host } = await serve(() => answer)
  // As it is, but for how long it waits for a heartbeat.
  const written = readFileSync('etc/frameworks-demo/scheduler.py', 'utf8')
  const hasty = written.replace('self.framework, 45,', 'self.framework, 3,')
  expect(hasty).not.toBe(written)
  const PATH = pathWith({
    scheduler: `exec python3 ${file('scheduler.py', hasty)} --master ${host}`,
  })
  const script = file('run.sh', 'scheduler')
  return run(path.relative('etc', script), [], { PATH })
}

describeHere('scheduler.py', () => {
  test.each(kinds)('does not claim success when the master %s', async (_, failure) => {
    const { status, stdout } = await schedule(failure)
    expect(stdout).not.toMatch(/完成[1-9]/)
    expect(status).not.toBe(0)
  })
})

// Before 0.28 it is split into words as a shell does, and run without one.
const command = (): readonly string[] => {
  const text = readFileSync('etc/practice-lb/consul-template.hcl', 'utf8')
  const line = /command\s*=\s*"(.*)"/.exec(text)?.[1] ?? ''
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
}
const reload = async (haproxy: string): Promise<string> => {
  const [shell = '', option = '', text = ''] = command()
  expect([shell, option]).toEqual(['/bin/sh', '-c'])
  const script = file('reload.sh', `/bin/sh -c '${text}'`)
  const PATH = pathWith({
    haproxy,
    cp: 'echo replaced',
    systemctl: 'echo "$@"',
  })
  return (await run(path.relative('etc', script), [], { PATH })).stdout
}

describeHere('the command of consul-template', () => {
  test('loads a configuration that is right, and only such a one', async () => {
    expect(command()).toHaveLength(3)
    expect(await reload('exit 0')).toBe('replaced\nreload haproxy\n')
    expect(await reload('exit 1')).toBe('')
  })
})
