import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WorldError, explainFailure } from '../../src/cli/failure.ts'
import { run } from '../../src/cli/program.ts'
import { createProgress } from '../../src/cli/progress.ts'
import type { Output, Terminal } from '../../src/cli/terminal.ts'
import { wordsFor } from '../../src/cli/words.ts'

function thrown(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('a failure', () => {
  test('of the world is one sentence and no stack', () => {
    const error = new WorldError('Port 4000 is in use', { hint: 'Use --port' })
    expect(explainFailure(error, false)).toEqual({
      message: 'Port 4000 is in use',
      hint: 'Use --port',
      exitCode: 1,
      stack: undefined,
    })
    expect(explainFailure(error, true).stack).toContain('failure.test.ts')
  })

  test('of the operating system is told in its words, without the code', () => {
    const error = thrown(() => readFileSync('/nowhere/书.md'))
    expect(explainFailure(error, false)).toMatchObject({
      message: "No such file or directory, open '/nowhere/书.md'",
      exitCode: 1,
      stack: undefined,
    })
    const wrapped = new Error('The book cannot be read', { cause: error })
    expect(explainFailure(wrapped, false)).toMatchObject({
      message: 'The book cannot be read',
      exitCode: 1,
    })
  })

  test.each([[new TypeError('x is not a function')], ['text'], [undefined]])(
    'of ours asks for a report and shows its stack: %s',
    (error) => {
      const failure = explainFailure(error, false)
      expect(failure).toMatchObject({ exitCode: 70, message: 'handbook stopped unexpectedly' })
      expect(failure.hint).toContain('report')
      expect(failure.stack).toContain(error instanceof Error ? error.message : String(error))
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
  const progress = createProgress(terminal, wordsFor({}))
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
