import { expect, test } from 'vitest'
import { localeOf } from '../../src/cli/locale.ts'

const chinese = (): string => 'zh-CN'

test('the variables of POSIX say it, in their order', () => {
  expect(localeOf({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh_CN.UTF-8')
  expect(localeOf({ LC_ALL: '', LC_MESSAGES: 'de_DE', LANG: 'en_US.UTF-8' })).toBe('de_DE')
  expect(localeOf({}, chinese)).toBe('')
})

test('on Windows, which has no such variables, its user has chosen a language', () => {
  expect(localeOf({ OS: 'Windows_NT' }, chinese)).toBe('zh-CN')
  expect(localeOf({ OS: 'Windows_NT', LANG: 'en' }, chinese)).toBe('en')
  expect(localeOf({ OS: 'Windows_NT' })).toBe(new Intl.DateTimeFormat().resolvedOptions().locale)
})
