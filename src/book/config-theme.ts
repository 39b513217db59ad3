// What the default theme is told.
import type { ThemeConfig } from '../core/book.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'

/** The theme's part of a configuration. */
export function themeConfig(settings: Settings): ThemeConfig {
  const { repository, footer, logo, favicon, readingTime, folding, code, reader, search } = settings
  const { dates, numbering: numbers, touchIcon, versions, backToTop, headingNumbers } = settings
  const { share, logoHeight } = settings
  const editLink = editLinkOf(settings.editLink)
  const brand = brandOf(settings.brand)
  const { label: dateLabel, format: dateFormat } = typeof dates === 'object' ? dates : {}
  return {
    numbers,
    dates: dates !== false,
    readingTime,
    share,
    logoHeight,
    folding,
    versions,
    backToTop,
    headingNumbers,
    search,
    code,
    reader,
    pageToc: pageToc(settings.pageToc),
    ...(repository === undefined ? {} : { repository }),
    ...(editLink === undefined ? {} : { editLink }),
    ...(footer === undefined ? {} : { footer }),
    ...(logo === undefined ? {} : { logo }),
    ...(favicon === undefined ? {} : { favicon }),
    ...(touchIcon === undefined ? {} : { touchIcon }),
    ...(brand === undefined ? {} : { brand }),
    ...(dateLabel === undefined ? {} : { dateLabel }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
  }
}

function editLinkOf(written: Settings['editLink']): ThemeConfig['editLink'] {
  const { base, label } = typeof written === 'string' ? { base: written } : (written ?? {})
  return base === undefined ? undefined : { base, ...(label === undefined ? {} : { label }) }
}

function brandOf(written: Settings['brand']): ThemeConfig['brand'] {
  const { light, dark } = typeof written === 'string' ? { light: written } : (written ?? {})
  if (light === undefined) return undefined
  return dark === undefined ? { light } : { light, dark }
}

function pageToc(written: Settings['pageToc']): ThemeConfig['pageToc'] {
  if (typeof written === 'object') return written
  return completed(SETTINGS.pageToc.of[1].keys, { enabled: written })
}
