// A flag that the engine does not know is told on the error stream of every build.
import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { flagsFor } from '../../src/cli/tuning.ts'

test('this Node knows its flags', () => {
  const code = `for (const flag of ${JSON.stringify(flagsFor(process.versions.node))}) require('v8').setFlagsFromString(flag)`
  expect(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stderr).toBe('')
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  for (const flag of flagsFor(process.versions.node))
    expect(known).toContain(` ${flag.split('=')[0]} `)
})

test.each([
  ['20.19.0', 3],
  ['22.12.0', 2],
  ['26.10.0', 2],
  ['99.0.0', 0],
])('Node %s is told %i of them', (node, count) => {
  expect(flagsFor(node)).toHaveLength(count)
})
