import { describe, expect, test } from 'vitest'
import type { Contents } from '../support/build-book.ts'
import { check, found } from './support.ts'
import type { Json } from '../../src/core/json.ts'

const findings = async (code: string, contents: Contents): Promise<readonly string[]> => {
  const rules = { [code]: 'warning' }
  const config = { language: 'en', check: { rules } }
  const files = { 'book.json': JSON.stringify(config), 'README.md': '# A\n', ...contents }
  return found(await check(files), new RegExp(`^${code}$`))
}

describe('configuration files', () => {
  test('of books and tools stay where they are looked for', async () => {
    const contents = {
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# A\n',
      'zh/README.md': '# 一\n',
      'zh/book.json': '{}',
      'wercker.yml': 'box: a',
      'azure-pipelines.yml': 'a: b',
      'etc/agent.yml': 'a: b',
      'en/agent.yml': 'a: b',
      'en/netlify.toml': 'a = 1',
    }
    expect(await findings('house/config-folders', contents)).toEqual([
      'house/config-folders en/agent.yml',
      'house/config-folders en/netlify.toml',
    ])
  })
})

describe('pages outside of SUMMARY', () => {
  test('belong to the SUMMARY of their language, or to none', async () => {
    const contents = {
      'LANGS.md': '* [English](en)\n* [한국어](ko)\n',
      'en/README.md': '# A\n',
      'en/SUMMARY.md': '* [A](README.md)\n',
      'en/lost.md': '# B\n',
      'ko/README.md': '# 가\n',
      'ko/part.md': '# 나\n',
      'de/part.md': '# C\n',
    }
    // Where a language has no SUMMARY, its files are its chapters.
    expect(await findings('house/listed', contents)).toEqual(['house/listed en/lost.md'])
  })
})

describe('an option that makes no sense', () => {
  test.each<[string, Json]>([
    ['a pattern that is none', { pattern: '[' }],
    ['a pattern that looks around', { pattern: '(?=a)a' }],
    ['a number for a list', { files: 3 }],
    ['a list with a number in it', { files: ['**', 3] }],
    ['a name that nobody knows', { constructor: 'x' }],
  ])('is reported, and the standard counts: %s', async (_what, options) => {
    const { diagnostics } = await check({
      'book.json': JSON.stringify({
        language: 'en',
        check: { rules: { 'house/file-names': ['warning', options] } },
      }),
      'README.md': '# A\n\n[b](b_c.md)\n',
      'b_c.md': '# B\n',
    })
    const codes = diagnostics.map(({ code }) => code)
    expect(codes).toContain('check/wrong-option')
    expect(codes).toContain('house/file-names')
  })
})

test('a pattern for names costs no more than their length', async () => {
  const name = 'a'.repeat(200)
  const { diagnostics } = await check({
    'book.json': JSON.stringify({
      check: { rules: { 'house/file-names': ['warning', { pattern: '(a+)+b|README' }] } },
    }),
    'README.md': `# A\n\n[b](${name}.md)\n`,
    [`${name}.md`]: '# B\n',
  })
  expect(diagnostics.map(({ code, at }) => `${code} ${at?.file}`)).toContain(
    `house/file-names ${name}.md`,
  )
})
