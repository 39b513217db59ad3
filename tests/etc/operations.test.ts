// The scripts of operators of the Mesos handbook, in front of servers that fail: none says that it succeeded when it did not see so, and
// none takes silence for an answer.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeServers, describeHere, file, json, kinds, run, scratch, serve } from './scripts.ts'

afterAll(closeServers)

const agents = json({
  slaves: [
    { id: 'S1', hostname: 'agent4' },
    { id: 'S7', hostname: 'agent4' },
    { id: 'S2', hostname: 'agent5' },
  ],
})
const tasks = (...ids: string[]): ReturnType<typeof json> =>
  json({ frameworks: [{ tasks: ids.map((id) => ({ slave_id: id })) }] })
const drain = async (
  slaves: ReturnType<typeof json>,
  state: (count: number) => ReturnType<typeof json>,
  seconds = '1',
): ReturnType<typeof run> => {
  const { url } = await serve(({ request }, count) =>
    request.includes('/slaves') ? slaves : state(count),
  )
  return run('operations-drain.sh', ['agent4', seconds], { MESOS: url, INTERVAL: '0.1' })
}

describeHere('the drain script', () => {
  test('waits for the tasks of both ids of a host', async () => {
    const steps = [tasks('S1', 'S2'), tasks('S7', 'S2'), tasks('S2')]
    const { status, stdout } = await drain(agents, (count) => steps[count - 1] ?? tasks('S2'), '20')
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'agent4 上还有 1 个任务，等待……',
      'agent4 上还有 1 个任务，等待……',
      'agent4 已经没有任务',
    ])
    expect(status).toBe(0)
  })

  test.each(kinds)('is not done when Mesos %s', async (_, failure) => {
    const { status, stdout } = await drain(agents, () => failure)
    expect(stdout).not.toContain('已经没有任务')
    expect(status).toBe(1)
    expect((await drain(failure, () => tasks())).status).toBe(1)
  })

  test('waits over a failure', async () => {
    const { status } = await drain(
      agents,
      (count) => (count === 1 ? { status: 503 } : tasks()),
      '20',
    )
    expect(status).toBe(0)
  })
})

const quota = {
  role: 'services',
  guarantee: [
    { name: 'cpus', scalar: { value: 10 } },
    { name: 'mem', scalar: { value: 1024 } },
  ],
}
const apply = async (
  answer: (request: string, count: number) => ReturnType<typeof json> | undefined,
  redirect = true,
): Promise<Awaited<ReturnType<typeof run>> & { asked: readonly string[] }> => {
  const master = await serve(({ request }, count) => {
    if (request.includes('/master/redirect'))
      return redirect ? { status: 307, headers: { location: `${master.url}/` } } : { status: 503 }
    return answer(request, count) ?? json({ infos: [quota] })
  })
  const ran = await run('operations-apply.sh', [], { MESOS: master.url, INTERVAL: '0.1' })
  return { ...ran, asked: master.asked.map(({ request }) => request) }
}

describeHere('the script of weights and quotas', () => {
  test('replaces a quota that differs, at the leader', async () => {
    const { status, stdout, asked } = await apply((request) =>
      request.startsWith('GET') ? undefined : { status: 200 },
    )
    expect(stdout).toContain('权重已更新')
    expect(asked.slice(1)).toEqual([
      'PUT /weights',
      'GET /quota',
      'DELETE /quota/services',
      'POST /quota',
    ])
    expect(status).toBe(0)
  })

  test('changes nothing without a leader', async () => {
    const { status, stdout, asked } = await apply(() => undefined, false)
    expect(stdout).toBe('')
    expect(asked).toEqual(['GET /master/redirect'])
    expect(status).toBe(1)
  })

  test.each([...kinds, ['points elsewhere', { status: 307 }] as const])(
    'does not say that weights are set when the master %s',
    async (name, failure) => {
      const { status, stdout } = await apply(() => failure)
      // An empty page, or one of HTML, with status 200 is what Mesos itself answers to a PUT.
      const set = name.includes('HTML') || name.includes('nothing')
      expect(stdout.includes('权重已更新')).toBe(set)
      expect(status).toBe(1)
    },
  )

  test.each(kinds)('keeps the quota when the master %s about it', async (_, failure) => {
    const { status, asked } = await apply((request) =>
      request === 'GET /quota' ? failure : { status: 200 },
    )
    expect(asked.some((one) => one.startsWith('DELETE'))).toBe(false)
    expect(status).toBe(1)
  })

  test('tries again to set a quota that it removed, and cries when it cannot', async () => {
    const again = await apply((request, count) =>
      request.startsWith('GET')
        ? undefined
        : { status: request.startsWith('POST') && count < 3 ? 503 : 200 },
    )
    expect(again.status).toBe(0)
    const never = await apply((request) =>
      request.startsWith('GET') ? undefined : { status: request.startsWith('POST') ? 503 : 200 },
    )
    expect(never.stderr).toContain('现在没有配额')
    expect(never.status).toBe(1)
  })
})

const backup = async (
  answer: (request: string) => ReturnType<typeof json>,
): Promise<Awaited<ReturnType<typeof run>> & { folders: readonly string[] }> => {
  const { url } = await serve(({ request }) => answer(request))
  const target = scratch()
  const nowhere = path.join(target, 'none')
  const ran = await run('operations-backup.sh', [target], {
    MESOS: url,
    MARATHON: url,
    CHRONOS: url,
    ZOOKEEPER_DATA: nowhere,
    MESOS_WORK_DIR: nowhere,
  })
  return { ...ran, folders: readdirSync(target) }
}

describeHere('the script of backups', () => {
  test('keeps what the interfaces answer', async () => {
    const { status, folders } = await backup(() => json({ ok: true }))
    expect(status).toBe(0)
    expect(folders).toHaveLength(1)
    expect(folders[0]).not.toContain('partial')
  })

  test.each(kinds)(
    'leaves nothing that looks like a backup when a server %s',
    async (_, failure) => {
      const { status, stdout, folders } = await backup((request) =>
        request.includes('/quota') ? failure : json({ ok: true }),
      )
      expect(stdout).not.toContain('已备份')
      expect(folders.filter((name) => !name.endsWith('.partial'))).toEqual([])
      expect(status).toBe(1)
    },
  )
})

const apps = {
  apps: [
    { id: '/a', instances: 1, tasksRunning: 1 },
    { id: '/b', instances: 2 },
  ],
}
const restore = async (
  content: unknown,
  answer: (request: string) => ReturnType<typeof json>,
): ReturnType<typeof run> => {
  const { url } = await serve(({ request }) => answer(request))
  return run('operations-restore-marathon.sh', [file('apps.json', content)], { MARATHON: url })
}

describeHere('the script that restores apps', () => {
  test('submits the apps of a backup', async () => {
    const { status, stdout } = await restore(apps, () => json({}, 201))
    expect(stdout).toBe('/a：HTTP 201\n/b：HTTP 201\n')
    expect(status).toBe(0)
  })

  test('goes on after an app that is refused, and fails in the end', async () => {
    const { status, stdout, stderr } = await restore(apps, (request) =>
      request.endsWith('/a') ? json({ message: 'invalid' }, 422) : json({}),
    )
    expect(stdout).toBe('/a：HTTP 422\n/b：HTTP 200\n')
    expect(stderr).toContain('没有成功：/a')
    expect(status).toBe(1)
  })

  test.each([
    ['an empty file', ''],
    ['no apps', { apps: [] }],
    ['half a file', '{"apps": [{"id": "/a"'],
    ['a page of errors', '<html></html>'],
  ])('does not restore %s', async (_, content) => {
    const { status, stdout } = await restore(content, () => json({}))
    expect(stdout).toBe('')
    expect(status).toBe(1)
  })

  test('does not count an answer that is cut off', async () => {
    const { status } = await restore(apps, () => ({ body: '{"version"', cut: true }))
    expect(status).toBe(1)
  })
})
