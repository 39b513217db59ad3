// Keys at a terminal while a command runs.
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { type KeyInput, listenForKeys, raiseSignal } from '../../src/cli/keys.ts'

function terminal(): KeyInput & EventEmitter & { modes: boolean[] } {
  const modes: boolean[] = []
  const input = Object.assign(new EventEmitter(), {
    isTTY: true,
    modes,
    setRawMode: (isRaw: boolean) => modes.push(isRaw),
    resume: () => undefined,
    pause: () => undefined,
  })
  return input as unknown as KeyInput & EventEmitter & { modes: boolean[] }
}

test('keys are told one by one, and Ctrl-C and Ctrl-Z do what they always do', () => {
  const input = terminal()
  const keys: string[] = []
  const signals: string[] = []
  const stop = listenForKeys(
    (key) => keys.push(key),
    input,
    (name) => signals.push(name),
  )
  input.emit('data', Buffer.from('w文'))
  input.emit('data', '\u0003')
  expect([keys, signals, input.modes]).toEqual([['w', '文'], ['SIGINT'], [true]])
  input.emit('data', '\u001A')
  expect([signals, input.modes]).toEqual([
    ['SIGINT', 'SIGTSTP'],
    [true, false],
  ])
  process.emit('SIGCONT')
  stop()
  input.emit('data', 'w')
  expect([keys, input.modes]).toEqual([
    ['w', '文'],
    [true, false, true, false],
  ])
})

test('nobody is listened to where there is no terminal', () => {
  const input = Object.assign(terminal(), { isTTY: false })
  listenForKeys(() => undefined, input)()
  expect(input.modes).toEqual([])
  expect(input.listenerCount('data')).toBe(0)
})

test('on Windows, which has no signals to send, those who wait for one are told', () => {
  const told: string[] = []
  const machine = (platform: string) => ({
    platform,
    pid: 7,
    kill: (pid: number, name: string) => told.push(`kill ${pid} ${name}`),
    emit: (name: string) => told.push(`emit ${name}`),
  })
  for (const platform of ['linux', 'win32'] as const)
    for (const name of ['SIGINT', 'SIGTSTP'] as const) raiseSignal(name, machine(platform))
  expect(told).toEqual(['kill 7 SIGINT', 'kill 7 SIGTSTP', 'emit SIGINT'])
})
