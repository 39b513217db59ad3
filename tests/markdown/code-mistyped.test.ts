import { expect, test } from 'vitest'
import { meantLanguage } from '../../src/markdown/rules/code-mistyped.ts'

test.each([
  ['pyhton', 'python'],
  ['Javscript', 'javascript'],
  ['typscript', 'typescript'],
  ['jsno', 'json'],
  ['jason', 'json'],
  ['dockerfiel', 'dockerfile'],
  ['jss', 'js'],
  ['PYY', 'py'],
])('%s was meant to be %s', (written, meant) => {
  expect(meantLanguage(written)).toBe(meant)
})

test.each(
  'js css jsx tsx abc code note list test mode tree schema state shell-session jsonnet prisma solidity liquid csv hcl hpkp env'.split(
    ' ',
  ),
)('%s is left alone', (written) => {
  expect(meantLanguage(written)).toBeUndefined()
})
