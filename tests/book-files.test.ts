// The files that the handbook of this repository shows must be what they claim to be.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readYaml } from '../src/files/yaml.ts'

const root = path.resolve(import.meta.dirname, '..')
const files = ['etc', 'manifests'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(folder, name),
  ),
)
const named = (ending: string): readonly string[] => files.filter((file) => file.endsWith(ending))
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

test.each(named('.json'))('%s is JSON', (file) => {
  expect(JSON.parse(read(file))).toBeTypeOf('object')
})

test.each(named('.yml'))('%s is YAML', (file) => {
  expect(readYaml(read(file))).toHaveProperty('value')
})

test.skipIf(process.platform === 'win32').each(named('.sh'))('%s is a shell script', (file) => {
  expect(execFileSync('bash', ['-n', path.join(root, file)], { encoding: 'utf8' })).toBe('')
})

test.each(named('.service'))('%s has sections of keys', (file) => {
  const lines = read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.filter((line) => !/^\[[A-Z][A-Za-z]*\]$|^[A-Z][A-Za-z]*=|^\s/.test(line))).toEqual(
    [],
  )
})
