// The scripts of the batch pipeline of the Mesos handbook, in front of servers that fail: none says that it succeeded when it did not see so, and
// none takes silence for an answer.
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  closeServers,
  describeHere,
  file,
  json,
  kinds,
  pathWith,
  quick,
  run,
  serve,
} from './scripts.ts'

afterAll(closeServers)

const check = async (
  answer: ReturnType<typeof json>,
  ...names: string[]
): ReturnType<typeof run> => {
  const { url } = await serve(() => answer)
  return run('practice-batch/check.sh', names, { CHRONOS: url, TZ: 'Asia/Shanghai' })
}

describeHere('check.sh of the batch jobs', () => {
  test('passes what succeeded today, and lists what did not', async () => {
    const now = new Date().toISOString()
    const jobs = json([
      { name: 'a', lastSuccess: now },
      { name: 'b', lastSuccess: '2017-09-19T18:42:10.551Z' },
      { name: 'c', lastSuccess: '' },
    ])
    expect((await check(jobs, 'a')).status).toBe(0)
    const late = await check(jobs, 'a', 'b', 'c', 'd')
    expect(late.stdout.trim().split('\n')).toEqual([
      'b：今天还没有成功，上次是2017-09-19T18:42:10.551Z',
      'c：今天还没有成功，上次是从未',
      'd：Chronos里没有这个任务',
    ])
    expect(late.status).toBe(1)
  })

  test.each(kinds)('does not know when Chronos %s', async (_, failure) => {
    const { status, stdout } = await check(failure, 'a')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

const definitions = ['extract', 'users', 'aggregate', 'publish'].map(
  (name) => `manifests/practice-batch-${name}.json`,
)

describeHere('submit.sh of the batch jobs', () => {
  test.each(kinds)('submits nothing when Chronos %s', async (_, failure) => {
    const chronos = await serve(() => failure)
    const ran = await run('practice-batch/submit.sh', definitions, { CHRONOS: chronos.url })
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain('一份也没有提交')
    expect(ran.status).toBe(1)
    expect(chronos.asked.filter(({ request }) => request.startsWith('POST'))).toEqual([])
  })

  test.each(kinds.filter(([name]) => !name.includes('HTML') && !name.includes('nothing')))(
    'fails at the job for which Chronos %s',
    async (_, failure) => {
      const chronos = await serve(({ request }, count) =>
        request.startsWith('GET') ? json([]) : count === 2 ? failure : { status: 204 },
      )
      const ran = await run('practice-batch/submit.sh', definitions, { CHRONOS: chronos.url })
      expect(ran.stdout).toBe('orders-extract 已提交\n')
      expect(ran.stderr).toContain('users-extract')
      expect(ran.status).toBe(1)
    },
  )

  test('submits nothing when one of the definitions is broken', async () => {
    const chronos = await serve(() => json([]))
    const broken = file('broken.json', '{"name": "x", ')
    const ran = await run('practice-batch/submit.sh', [...definitions, broken], {
      CHRONOS: chronos.url,
    })
    expect(ran.status).toBe(1)
    expect(chronos.asked.map(({ request }) => request)).toEqual(['GET /v1/scheduler/jobs'])
  })
})

type Job = { readonly [key: string]: unknown }

/** What is sent to Chronos for one definition, where it has these jobs: the request and the body. */
async function submitted(
  definition: Job,
  jobs: readonly Job[] = [],
): Promise<Awaited<ReturnType<typeof run>> & { sent: readonly Job[] }> {
  const chronos = await serve(({ request }) =>
    request.startsWith('GET') ? json(jobs) : { status: 204 },
  )
  const ran = await run('practice-batch/submit.sh', [file('job.json', definition)], {
    CHRONOS: chronos.url,
  })
  const sent = chronos.asked
    .filter(({ request }) => request.startsWith('POST'))
    .map(({ body }) => JSON.parse(body) as Job)
  return { ...ran, sent }
}

const daily = { name: 'a', command: 'x', schedule: 'R/2017-09-01T01:10:00+08:00/P1D' }
/** What Chronos shows of it: more keys, and the time of the next run. */
const known = {
  ...daily,
  retries: 2,
  schedule: 'R/2031-05-04T01:10:00.000+08:00/P1D',
  lastSuccess: '2031-05-03T02:00:00Z',
  successCount: 7,
  disabled: true,
}

describeHere('what submit.sh sends to Chronos', () => {
  test.each([
    ['R/2017-09-01T01:10:00+08:00/P1D', /^R\/(.*)T01:10:00\+08:00\/P1D$/, 86_400],
    ['R/2017-09-01T01:10:00Z/PT10M', /^R\/(.*)T\d\d:\d0:00Z\/PT10M$/, 600],
    ['R/2017-09-01T23:30:00-05:30/P1W', /^R\/(.*)T23:30:00-05:30\/P1W$/, 604_800],
  ])('moves a start in the past to the next time: %s', async (schedule, form, seconds) => {
    const { sent } = await submitted({ ...daily, schedule })
    const moved = String(sent[0]?.['schedule'])
    expect(moved).toMatch(form)
    const start = Date.parse(moved.split('/')[1] ?? '')
    expect(start).toBeGreaterThan(Date.now())
    expect(start).toBeLessThanOrEqual(Date.now() + seconds * 1000)
  })

  test('reads the clock of the named zone, whatever the offset says', async () => {
    const { sent } = await submitted({
      ...daily,
      schedule: 'R/2017-09-01T01:10:00Z/P1D',
      scheduleTimeZone: 'Asia/Shanghai',
    })
    const start = String(sent[0]?.['schedule']).split('/')[1] ?? ''
    const instant = Date.parse(start.replace('Z', '+08:00'))
    expect(start).toMatch(/T01:10:00Z$/)
    expect(instant).toBeGreaterThan(Date.now())
    expect(instant).toBeLessThanOrEqual(Date.now() + 86_400_000)
  })

  test.each(['R/2199-01-01T00:00:00Z/P1M', 'R3/2199-01-01T00:00:00Z/P1D', 'R1//PT1H'])(
    'leaves a start that is not in the past alone: %s',
    async (schedule) => {
      expect((await submitted({ ...daily, schedule })).sent[0]?.['schedule']).toBe(schedule)
    },
  )

  test.each([
    ['R/2017-09-01T00:00:00Z/P1M', '按月'],
    ['R3/2017-09-01T00:00:00Z/P1D', '次数又有限'],
    ['R/yesterday/P1D', '看不懂开始时间'],
    ['daily', '看不懂schedule'],
  ])('refuses what it cannot move: %s', async (schedule, reason) => {
    const { sent, stderr, status } = await submitted({ ...daily, schedule })
    expect(stderr).toContain(reason)
    expect(sent).toEqual([])
    expect(status).toBe(1)
  })

  test('does not send what Chronos has already', async () => {
    const { sent, stdout, status } = await submitted(daily, [known])
    expect(sent).toEqual([])
    expect(stdout).toBe('a 没有变化\n')
    expect(status).toBe(0)
  })

  test('keeps the next run, the record and the pause of a job that changes', async () => {
    const { sent } = await submitted({ ...daily, command: 'y' }, [known])
    expect(sent).toEqual([
      {
        ...daily,
        command: 'y',
        schedule: known.schedule,
        lastSuccess: known.lastSuccess,
        successCount: 7,
        disabled: true,
      },
    ])
  })

  test('takes the new time of a job that is moved', async () => {
    const { sent } = await submitted(
      { ...daily, schedule: 'R/2017-09-01T05:00:00+08:00/P1D', disabled: false },
      [known],
    )
    expect(sent[0]?.['schedule']).toMatch(/T05:00:00\+08:00\/P1D$/)
    expect(sent[0]).toMatchObject({ lastSuccess: known.lastSuccess, disabled: false })
  })

  test('sends jobs with parents last, in any order of parents', async () => {
    const child = { name: 'b', command: 'x', parents: ['a', 'c'] }
    expect((await submitted(child, [{ ...child, parents: ['c', 'a'], retries: 2 }])).sent).toEqual(
      [],
    )
    const chronos = await serve(({ request }) =>
      request.startsWith('GET') ? json([]) : { status: 204 },
    )
    const files = [file('b.json', child), file('a.json', daily)]
    await run('practice-batch/submit.sh', files, { CHRONOS: chronos.url })
    expect(chronos.asked.slice(1).map(({ request }) => request)).toEqual([
      'POST /v1/scheduler/iso8601',
      'POST /v1/scheduler/dependency',
    ])
  })

  test('sends nothing in a rehearsal', async () => {
    const chronos = await serve(() => json([]))
    const args = ['--dry-run', file('a.json', daily)]
    const { stdout } = await run('practice-batch/submit.sh', args, { CHRONOS: chronos.url })
    expect(stdout).toMatch(/^将提交 a，R\/20/)
    expect(chronos.asked).toHaveLength(1)
  })
})

const spoken = `echo '{"submissionId": "driver-20170921023001-0007"}'`
const etl = async (
  spark: string,
  answer: (count: number) => ReturnType<typeof json>,
  timeout = '20',
): ReturnType<typeof run> => {
  const { host } = await serve((_, count) => answer(count))
  const [folder = ''] = pathWith({ 'spark-submit': spark }).split(':')
  return run('practice-submit-etl.sh', ['2017-09-20'], {
    SPARK_HOME: path.dirname(folder),
    DISPATCHER: host,
    INTERVAL: '0.1',
    TIMEOUT: timeout,
  })
}
const state = (driverState: string, message = ''): ReturnType<typeof json> =>
  json({ driverState, message })

const finished = (task: string) => (): ReturnType<typeof json> =>
  state('FINISHED', `state: ${task}`)

describeHere('the script that submits a Spark job', () => {
  test('says what spark-submit said when it fails', async () => {
    const { status, stderr } = await etl('echo "JAVA_HOME is not set" >&2; exit 1', () => json({}))
    expect(stderr).toContain('JAVA_HOME is not set')
    expect(status).toBe(1)
  })

  test('has the result of the Mesos task', async () => {
    expect((await etl(spoken, finished('TASK_FINISHED'))).status).toBe(0)
    expect((await etl(spoken, finished('TASK_FAILED'))).status).toBe(1)
    expect((await etl(spoken, () => state('ERROR'))).status).toBe(1)
  })

  test.each(quick)('waits while the dispatcher %s', async (_, failure) => {
    const { status, stdout } = await etl(spoken, (count) =>
      count < 3 ? failure : state('FINISHED', 'state: TASK_FINISHED'),
    )
    expect(stdout).toContain('成功')
    expect(status).toBe(0)
  })

  test.each(kinds)('gives up at the limit when the dispatcher only %s', async (_, failure) => {
    const { status, stdout } = await etl(spoken, () => failure, '1')
    expect(stdout).not.toContain('成功')
    expect(status).toBe(1)
  })
})
