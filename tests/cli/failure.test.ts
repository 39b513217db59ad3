import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { explainFailure } from '../../src/cli/failure.ts'
import { run } from '../../src/cli/program.ts'
import { createProgress } from '../../src/cli/progress.ts'
import type { Output, Terminal } from '../../src/cli/terminal.ts'
import { english } from '../../src/messages/en/index.ts'
import { WorldError } from '../../src/messages/failure.ts'
import { formatFailure } from '../../src/messages/format.ts'

function thrown(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('a failure', () => {
  test('of the world is one sentence and no stack', () => {
    const failure = { case: 'port-taken', host: 'localhost', port: 4000, strict: false } as const
    const error = new WorldError(failure, 'Port 4000 is in use', undefined)
    expect(explainFailure(error, false)).toEqual({ failure, exitCode: 1, stack: undefined })
    expect(formatFailure(failure, english)).toEqual({
      message: 'Cannot listen on port 4000 of localhost: it is already in use',
      hint: 'Choose another port with --port',
    })
    expect(explainFailure(error, true).stack).toContain('failure.test.ts')
  })

  test('of the operating system is told in our words, with the file', () => {
    const error = thrown(() => readFileSync('/nowhere/书.md'))
    for (const thing of [error, new Error('The book cannot be read', { cause: error })]) {
      const { failure, exitCode, stack } = explainFailure(thing, false)
      expect({ exitCode, stack }).toEqual({ exitCode: 1, stack: undefined })
      expect(formatFailure(failure, english).message).toBe(
        'Cannot read or write "/nowhere/书.md": there is no such file or folder',
      )
    }
  })

  test.each([[new TypeError('x is not a function')], ['text'], [undefined]])(
    'of ours asks for a report and shows its stack: %s',
    (error) => {
      const { failure, exitCode, stack } = explainFailure(error, false)
      expect(exitCode).toBe(70)
      const { message, hint } = formatFailure(failure, english)
      expect(message).toBe('handbook stopped unexpectedly')
      expect(hint).toContain('report')
      expect(stack).toContain(error instanceof Error ? error.message : String(error))
    },
  )
})

function recorder(more: Partial<Output> = {}): Output & { readonly texts: string[] } {
  const texts: string[] = []
  return { texts, write: (text) => texts.push(text), ...more }
}

test('a command that breaks by our mistake ends with status 70', async () => {
  const err = recorder()
  const out: Output = {
    write: () => {
      throw new RangeError('a bug')
    },
  }
  expect(await run(['--version'], { out, err, env: {}, cwd: '/' })).toBe(70)
  expect(err.texts.join('')).toMatch(
    /^RangeError: a bug\n\s+at [^]*error: handbook stopped unexpectedly\n/,
  )
})

const draw = (err: Output, env: Terminal['env']): void => {
  const terminal = { out: recorder(), err, env, cwd: '/' }
  const progress = createProgress(terminal, english.words.build.progress)
  for (let page = 1; page <= 100; page += 1) {
    vi.advanceTimersByTime(10)
    progress.onProgress(page, 100)
  }
  progress.end()
}

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  test('is one line that is drawn again and erased in the end', () => {
    const err = recorder({ isTTY: true, columns: 80 })
    draw(err, {})
    expect(err.texts[0]).toBe('\r\u001B[KRendering page 40 of 100')
    expect(err.texts).toHaveLength(9)
    expect(err.texts.at(-1)).toBe('\r\u001B[K')
    expect(err.texts.join('')).not.toContain('\n')
  })

  test.each([
    ['in a pipe', { isTTY: false }, {}],
    ['on a build server', { isTTY: true }, { CI: 'true' }],
    ['on a dumb terminal', { isTTY: true }, { TERM: 'dumb' }],
  ])('is not drawn %s', (_where, stream, env) => {
    const err = recorder(stream)
    draw(err, env)
    expect(err.texts).toEqual([])
  })
})
