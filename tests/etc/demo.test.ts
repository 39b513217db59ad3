// The example framework of the Mesos handbook, in front of a master of our own making: one that is not the leader, one
// whose stream is cut anywhere, one that wants to know who asks.
import { execFile } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { describeHere } from './scripts.ts'

type Call = {
  readonly type: string
  readonly accept?: {
    readonly operations: readonly {
      readonly launch: { readonly task_infos: readonly { readonly task_id: unknown }[] }
    }[]
  }
}

const record = (event: unknown): Buffer => {
  const body = Buffer.from(JSON.stringify(event))
  return Buffer.concat([Buffer.from(`${body.length}\n`), body])
}

/** A master that runs every task at once; its events come in pieces of seven bytes. */
async function master(
  finalState: string,
  authorization?: string,
): Promise<{ host: string; calls: Call[]; close: () => void }> {
  const calls: Call[] = []
  let stream: ServerResponse | undefined
  const send = (event: unknown): void => {
    const bytes = record(event)
    for (let at = 0; at < bytes.length; at += 7) stream?.write(bytes.subarray(at, at + 7))
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (authorization !== undefined && request.headers.authorization !== authorization) {
        response.writeHead(401).end('who are you?')
        return
      }
      const call = JSON.parse(Buffer.concat(parts).toString('utf8')) as Call
      calls.push(call)
      if (call.type === 'SUBSCRIBE') {
        response.writeHead(200, { 'mesos-stream-id': 's1' })
        stream = response
        send({ type: 'SUBSCRIBED', subscribed: { framework_id: { value: 'f1' } } })
        send({ type: 'HEARTBEAT' })
        const resources = ['cpus', 'mem'].map((name) => ({
          name,
          type: 'SCALAR',
          scalar: { value: 1024 },
        }))
        send({
          type: 'OFFERS',
          offers: { offers: [{ id: { value: 'o1' }, agent_id: { value: 'a1' }, resources }] },
        })
        return
      }
      response.writeHead(202).end()
      for (const { launch } of call.accept?.operations ?? [])
        for (const { task_id } of launch.task_infos)
          send({
            type: 'UPDATE',
            update: {
              status: {
                task_id,
                agent_id: { value: 'a1' },
                state: finalState,
                uuid: 'u',
                message: '命令结束了',
              },
            },
          })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { host, calls, close }
}

const schedule = (...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      'python3',
      ['etc/frameworks-demo/scheduler.py', ...args],
      (_, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })

describeHere('the example framework', () => {
  test('runs its tasks, acknowledges them and takes leave', async () => {
    const { host, calls, close } = await master('TASK_FINISHED')
    const { status, stdout } = await schedule('--master', host, '--tasks', '3')
    close()
    expect(stdout).toContain('demo-2 -> TASK_FINISHED 命令结束了')
    expect(stdout).toContain('完成3个，失败0个')
    expect(status).toBe(0)
    expect(calls.map(({ type }) => type)).toEqual([
      'SUBSCRIBE',
      'ACCEPT',
      'ACKNOWLEDGE',
      'ACKNOWLEDGE',
      'ACKNOWLEDGE',
      'TEARDOWN',
    ])
  })

  test('fails when its tasks fail', async () => {
    const { host, close } = await master('TASK_FAILED')
    expect((await schedule('--master', host, '--tasks', '1')).status).toBe(1)
    close()
  })

  test('goes where a master points that is not the leader', async () => {
    const leader = await master('TASK_FINISHED')
    const standby = createServer((_, response) => {
      response.writeHead(307, { location: `//${leader.host}/api/v1/scheduler` }).end()
    })
    await new Promise<void>((resolve) => {
      standby.listen(0, '127.0.0.1', resolve)
    })
    const port = String((standby.address() as AddressInfo).port)
    const { status } = await schedule('--master', `127.0.0.1:${port}`, '--tasks', '1')
    leader.close()
    standby.close()
    expect(status).toBe(0)
  })

  test('says who it is in every request, where masters ask', async () => {
    const { host, calls, close } = await master(
      'TASK_FINISHED',
      `Basic ${Buffer.from('demo:CHANGE-ME-demo').toString('base64')}`,
    )
    const args = ['--master', host, '--tasks', '1', '--principal', 'demo']
    expect((await schedule(...args, '--secret', 'CHANGE-ME-demo')).status).toBe(0)
    expect(calls[0]).toMatchObject({ subscribe: { framework_info: { principal: 'demo' } } })
    const refused = await schedule(...args, '--secret', 'wrong')
    close()
    expect(refused.stderr).toContain('401')
    expect(refused.status).not.toBe(0)
  })
})
