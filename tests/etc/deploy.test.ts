// The scripts of the delivery pipeline of the Mesos handbook, in front of servers that fail: none says that it succeeded when it did not see so, and
// none takes silence for an answer.
import { afterAll, expect, test } from 'vitest'
import { closeServers, describeHere, file, json, kinds, quick, run, serve } from './scripts.ts'

afterAll(closeServers)

const image = 'registry.example.com/shop/api:2'
const definition = { id: '/shop/api', instances: 2, container: { docker: { image: 'old' } } }
const since = '2017-09-20T08:00:00.000Z'
const done = {
  app: {
    container: { docker: { image } },
    instances: 2,
    tasksRunning: 2,
    versionInfo: { lastConfigChangeAt: since },
    tasks: [{ version: since }, { version: since }],
  },
}
type Answers = {
  readonly put?: ReturnType<typeof json>
  readonly deployments: (count: number) => ReturnType<typeof json>
  readonly cancel?: ReturnType<typeof json>
  readonly app?: (count: number) => ReturnType<typeof json>
}
async function deploy(
  answers: Answers,
  timeout = '1',
): Promise<Awaited<ReturnType<typeof run>> & { asked: readonly string[] }> {
  const marathon = await serve(({ request }, count) => {
    if (request.startsWith('PUT ')) return answers.put ?? json({ deploymentId: 'd1' })
    if (request.startsWith('DELETE ')) return answers.cancel ?? json({ deploymentId: 'd2' })
    if (request.endsWith('/v2/deployments')) return answers.deployments(count)
    return answers.app?.(count) ?? json(done)
  })
  const variables = { MARATHON: marathon.url, TIMEOUT: timeout, INTERVAL: '0.1' }
  const ran = await run('practice-cd/deploy.sh', [file('api.json', definition), image], variables)
  return { ...ran, asked: marathon.asked.map(({ request }) => request) }
}

describeHere('deploy.sh', () => {
  test('is done when the deployment is gone and all instances are new', async () => {
    const { status, stdout } = await deploy(
      { deployments: (count) => json(count < 3 ? [{ id: 'd1' }] : []) },
      '20',
    )
    expect(stdout).toContain('完成')
    expect(status).toBe(0)
  })

  test.each(quick)('waits on while Marathon %s', async (_, failure) => {
    const { status, stdout, asked } = await deploy(
      {
        deployments: (count) =>
          count === 1 || count > 4 ? json(count > 6 ? [] : [{ id: 'd1' }]) : failure,
      },
      '20',
    )
    expect(asked.filter((one) => one.endsWith('/v2/deployments')).length).toBeGreaterThanOrEqual(7)
    expect(stdout).toContain('完成')
    expect(status).toBe(0)
  })

  test.each(kinds)('is never done while Marathon only %s', async (_, failure) => {
    const { status, stdout, stderr, asked } = await deploy({ deployments: () => failure })
    expect(stdout).not.toContain('完成')
    expect(stderr).toContain('读不到部署的状态')
    expect(asked.some((one) => one.startsWith('DELETE'))).toBe(false)
    expect(status).toBe(1)
  })

  test.each(kinds)('stops when Marathon %s to the definition', async (_, failure) => {
    const { status, stdout } = await deploy({ put: failure, deployments: () => json([]) })
    expect(stdout).not.toContain('完成')
    expect(status).toBe(1)
  })

  test.each(quick)('does not confirm when Marathon %s about the app', async (_, failure) => {
    const { status, stdout } = await deploy({ deployments: () => json([]), app: () => failure })
    expect(stdout).not.toContain('完成')
    expect(status).toBe(1)
  })

  test('rolls back after the limit, and says what failed', async () => {
    const { status, stderr, asked } = await deploy({
      deployments: () => json([{ id: 'd1' }]),
      app: () => json({ app: { lastTaskFailure: { message: 'Container exited with status 1' } } }),
    })
    expect(stderr).toContain('Container exited with status 1')
    expect(stderr).toContain('已回滚')
    expect(asked).toContain('DELETE /v2/deployments/d1')
    expect(status).toBe(1)
  })

  test.each(quick)('does not say that it rolled back when Marathon %s', async (_, failure) => {
    const { status, stderr } = await deploy({
      deployments: () => json([{ id: 'd1' }]),
      cancel: failure,
    })
    expect(stderr).not.toContain('已回滚')
    expect(stderr).toContain('人工')
    expect(status).toBe(1)
  })

  test.each([
    ['another image', { container: { docker: { image: 'other' } } }],
    [
      'an instance of the old definition',
      { tasks: [{ version: since }, { version: '2017-09-01T08:00:00.000Z' }] },
    ],
    ['too few instances', { tasksRunning: 1 }],
  ])('sees that a deployment was cancelled: %s', async (_, difference) => {
    const { status, stdout } = await deploy({
      deployments: () => json([]),
      app: () => json({ app: { ...done.app, ...difference } }),
    })
    expect(stdout).not.toContain('完成')
    expect(status).toBe(1)
  })
})

const expected: { readonly [path: string]: number } = {
  '/healthz': 200,
  '/v1/products': 200,
  '/v1/orders': 401,
  '/no-such-page': 404,
}
const status = (request: string): number => expected[request.replace('GET ', '')] ?? 500

describeHere('smoke-test.sh', () => {
  test('passes a service that answers as expected', async () => {
    const { url } = await serve(({ request }) => ({ status: status(request), body: 'x' }))
    expect((await run('practice-cd/smoke-test.sh', [url])).status).toBe(0)
  })

  test('does not pass an answer that is cut off, or a page of errors for everything', async () => {
    const cut = await serve(({ request }) => ({ status: status(request), body: 'x', cut: true }))
    expect((await run('practice-cd/smoke-test.sh', [cut.url])).status).toBe(1)
    const always = await serve(() => ({ body: '<html>maintenance</html>' }))
    expect((await run('practice-cd/smoke-test.sh', [always.url])).status).toBe(1)
  })

  test('does not pass a service that is not there', async () => {
    expect((await run('practice-cd/smoke-test.sh', ['http://127.0.0.1:9'])).status).toBe(1)
  })
})
