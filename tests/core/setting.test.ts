import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Config } from '../../src/core/book.ts'
import { completed } from '../../src/core/setting.ts'
import { SETTINGS, type Settings } from '../../src/core/settings.ts'

describe('settings', () => {
  test('that nobody wrote have the defaults of the table', () => {
    const settings = completed(SETTINGS, {})
    expect(settings).toMatchObject({
      root: '.',
      structure: { readme: 'README.md', langs: 'LANGS.md' },
      code: { lineNumbers: false, wrap: false },
      dates: true,
      pdf: { margin: { top: 56 } },
    })
    expect(settings).not.toHaveProperty('title')
    expect(settings.structure).not.toHaveProperty('languages')
  })

  test('of a group are filled in one by one, also where a group is one choice of several', () => {
    const settings = completed(SETTINGS, {
      structure: { readme: 'a.md' },
      sourcePages: { include: ['x'] },
      pageToc: { depth: 3 },
    })
    expect(settings.structure).toMatchObject({ readme: 'a.md', summary: 'SUMMARY.md' })
    expect(settings.sourcePages).toEqual({
      include: ['x'],
      exclude: [],
      kilobytes: SETTINGS.sourcePages.of[2].keys.kilobytes.default,
    })
    expect(settings.pageToc).toEqual({ enabled: true, inline: false, depth: 3, least: 1 })
  })

  test('that are empty texts count as none', () => {
    expect(completed(SETTINGS, { root: ' ', title: '', footer: ' x ' })).toMatchObject({
      root: '.',
      footer: 'x',
    })
  })

  test('that are maps of the author replace the default as a whole', () => {
    const styles = { website: 'a.css' }
    expect(completed(SETTINGS, { styles }).styles).toEqual(styles)
  })

  test('have the types that the table says', () => {
    expectTypeOf<Settings['root']>().toEqualTypeOf<string>()
    expectTypeOf<Settings['title']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Config['hosting']>().toEqualTypeOf<'netlify' | 'cloudflare' | undefined>()
    expectTypeOf<Settings['pdf']['margin']['top']>().toEqualTypeOf<number>()
    expectTypeOf<Settings['check']['ignore']>().toEqualTypeOf<readonly string[]>()
    expectTypeOf<Config['theme']['pageToc']['depth']>().toEqualTypeOf<number>()
  })
})
