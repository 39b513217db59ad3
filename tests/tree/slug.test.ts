import { describe, expect, it } from 'vitest'
import { createIdPool, slug, slugOfGithub } from '../../src/tree/slug.ts'

describe('slug', () => {
  it.each([
    ['Hello   World', 'hello---world'],
    ['a - b -- c', 'a---b----c'],
    ['-lead', 'lead'],
    ['--two', '-two'],
    ['1. Numbered', '1-numbered'],
    ['中文 标题，测试！', '中文-标题，测试！'],
    ['Ünï cödé ÉÀ', 'ünï-cödé-éà'],
    ['emoji 😀 x', 'emoji-😀-x'],
    ['a/b\\c~d^e|f', 'abcdef'],
    ['$x + $y = 100%', 'x--y--100'],
    ['©®™', ''],
    ['foo–bar — x', 'foo–bar-—-x'],
    ['snake_case', 'snakecase'],
    ['a\tb\u00A0c', 'a----b-c'],
    ['a\nb', 'a-b'],
    ['', ''],
  ])('of %j is %j', (text, id) => {
    expect(slug(text)).toBe(id)
  })
})

describe('the slug of GitHub', () => {
  it.each([
    ['🚀 Getting Started', '-getting-started'],
    ['What’s new?', 'whats-new'],
    ['Foo & Bar', 'foo--bar'],
    ['snake_case v1.2', 'snake_case-v12'],
    ['中文 标题，测试！', '中文-标题测试'],
    ['🚀', ''],
  ])('of %j is %j', (text, id) => {
    expect(slugOfGithub(text)).toBe(id)
  })
})

describe('ids of one page', () => {
  it('are unique, never empty, and leave reserved ones alone', () => {
    const pool = createIdPool()
    expect(pool.reserve('b')).toBe(true)
    expect(pool.reserve('b')).toBe(false)
    expect(['a', 'a', 'b', 'a-1', 'a', '', ''].map((wanted) => pool.claim(wanted))).toEqual([
      'a',
      'a-1',
      'b-1',
      'a-1-1',
      'a-2',
      'section',
      'section-1',
    ])
  })
})
