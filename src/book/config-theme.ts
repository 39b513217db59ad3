// What the default theme is told: by keys of its own, else by the settings of the plugins that used to do the same.
import type { PluginEntry, ThemeConfig } from '../core/book.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'

/** Settings of enabled plugins, by name. */
type PluginSettings = (plugin: string) => JsonObject

/** The theme's part of a configuration. `language` chooses among labels in several languages. */
export function themeConfig(
  settings: Settings,
  enabled: readonly PluginEntry[],
  language: string | undefined,
): ThemeConfig {
  const of: PluginSettings = (plugin) => {
    const isMeant = plugin === 'theme-default' || enabled.some(({ name }) => name === plugin)
    return objectOf(isMeant ? settings.pluginsConfig[plugin] : undefined)
  }
  const { logo, favicon, dates, readingTime, folding, code, reader } = settings
  const repository = settings.repository ?? repositoryOf(of)
  const editLink = editLinkOf(settings.editLink, of, language)
  const footer = settings.footer ?? footerOf(of)
  const brand = brandOf(settings.brand)
  const dateLabel = dateLabelOf(of)
  const dateFormat = dateFormatOf(of)
  return {
    // What an old setting says counts where the new one says nothing.
    numbers: settings.numbering || of('theme-default')['showLevel'] === true,
    dates,
    readingTime,
    folding,
    code,
    reader,
    pageToc: pageToc(settings.pageToc),
    ...(repository === undefined ? {} : { repository }),
    ...(editLink === undefined ? {} : { editLink }),
    ...(footer === undefined ? {} : { footer }),
    ...(logo === undefined ? {} : { logo }),
    ...(favicon === undefined ? {} : { favicon }),
    ...(brand === undefined ? {} : { brand }),
    ...(dateLabel === undefined ? {} : { dateLabel }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
  }
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

function dateLabelOf(of: PluginSettings): string | undefined {
  const label =
    textOf(of('page-footer-ex')['update_label']) ?? textOf(of('tbfed-pagefooter')['modify_label'])
  return textOf(label?.replaceAll(/<[^>]*>|[*_]/g, '').replace(/\s*[:：]?\s*$/, ''))
}

function dateFormatOf(of: PluginSettings): string | undefined {
  return (
    textOf(of('page-footer-ex')['update_format']) ?? textOf(of('tbfed-pagefooter')['modify_format'])
  )
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function repositoryOf(settings: PluginSettings): string | undefined {
  const url = textOf(settings('github')['url'])
  if (url !== undefined) return url
  const buttons = settings('github-buttons')
  const [first] = Array.isArray(buttons['buttons']) ? (buttons['buttons'] as readonly Json[]) : []
  const button = objectOf(first)
  const user = textOf(button['user'])
  const repo = textOf(button['repo']) ?? textOf(buttons['repo'])
  if (repo === undefined) return undefined
  return `https://github.com/${user === undefined ? '' : `${user}/`}${repo}`
}

function editLinkOf(
  own: Settings['editLink'],
  settings: PluginSettings,
  language: string | undefined,
): ThemeConfig['editLink'] {
  const candidates: readonly JsonObject[] = [
    typeof own === 'string' ? { base: own } : (own ?? {}),
    ...['edit-link', 'editlink', 'edit-link-plus'].map(settings),
  ]
  for (const candidate of candidates) {
    const base = textOf(candidate['base']) ?? textOf(candidate['defaultBase'])
    if (base === undefined) continue
    const label = labelIn(candidate['label'], language)
    return { base, ...(label === undefined ? {} : { label }) }
  }
  return undefined
}

/** A label, or the one for the language from an object of labels. */
function labelIn(value: Json | undefined, language: string | undefined): string | undefined {
  if (!isJsonObject(value)) return textOf(value)
  const [short = ''] = (language ?? 'en').split('-')
  const chosen = value[language ?? 'en'] ?? value[short] ?? value['en'] ?? Object.values(value)[0]
  return textOf(chosen)
}

function footerOf(settings: PluginSettings): string | undefined {
  for (const plugin of ['page-footer-ex', 'tbfed-pagefooter']) {
    const copyright = textOf(settings(plugin)['copyright'])
    if (copyright !== undefined) return copyright
  }
  return undefined
}
