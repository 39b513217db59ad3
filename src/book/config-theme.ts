// What the default theme is told: by keys of its own, else by the settings of the plugins that used to do the same.
import type { ThemeConfig } from '../core/book.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'

/** Settings of enabled plugins, by name. */
type Settings = (plugin: string) => JsonObject

/** The theme's part of a configuration. `language` chooses among labels in several languages. */
export function themeConfig(
  config: JsonObject,
  enabled: readonly string[],
  language: string | undefined,
): ThemeConfig {
  const all = objectOf(config['pluginsConfig'])
  const settings: Settings = (plugin) => {
    const found = enabled.includes(plugin) || plugin === 'theme-default' ? all[plugin] : undefined
    return objectOf(found)
  }
  const repository = textOf(config['repository']) ?? repositoryOf(settings)
  const editLink = editLinkOf(config, settings, language)
  const footer = textOf(config['footer']) ?? footerOf(settings)
  const numbering = config['numbering'] ?? settings('theme-default')['showLevel']
  return {
    numbers: numbering === true,
    ...(repository === undefined ? {} : { repository }),
    ...(editLink === undefined ? {} : { editLink }),
    ...(footer === undefined ? {} : { footer }),
    ...lookConfig(config),
    ...dateConfig(config, settings),
  }
}

function lookConfig(
  config: JsonObject,
): Pick<ThemeConfig, 'brand' | 'logo' | 'favicon' | 'folding' | 'pageToc' | 'code'> {
  const { logo, favicon } = { logo: textOf(config['logo']), favicon: textOf(config['favicon']) }
  const written = config['brand']
  const colors = isJsonObject(written) ? written : { light: written ?? null }
  const light = textOf(colors['light'])
  const dark = textOf(colors['dark'])
  const toc = objectOf(config['pageToc'])
  const code = objectOf(config['code'])
  const depth = toc['depth']
  return {
    ...(light === undefined ? {} : { brand: { light, ...(dark === undefined ? {} : { dark }) } }),
    ...(logo === undefined ? {} : { logo }),
    ...(favicon === undefined ? {} : { favicon }),
    folding: config['folding'] === true,
    pageToc: {
      enabled: config['pageToc'] !== false && toc['enabled'] !== false,
      depth: typeof depth === 'number' ? depth : 2,
    },
    code: { lineNumbers: code['lineNumbers'] === true, wrap: code['wrap'] === true },
  }
}

function dateConfig(
  config: JsonObject,
  settings: Settings,
): Pick<ThemeConfig, 'dates' | 'dateLabel' | 'readingTime'> {
  const label =
    textOf(settings('page-footer-ex')['update_label']) ??
    textOf(settings('tbfed-pagefooter')['modify_label'])
  const plain = label?.replaceAll(/<[^>]*>|[*_]/g, '').replace(/\s*[:：]?\s*$/, '')
  return {
    dates: config['dates'] !== false,
    ...(plain ? { dateLabel: plain } : {}),
    readingTime: config['readingTime'] !== false,
  }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function repositoryOf(settings: Settings): string | undefined {
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
  config: JsonObject,
  settings: Settings,
  language: string | undefined,
): ThemeConfig['editLink'] {
  const own = config['editLink']
  const candidates: readonly JsonObject[] = [
    isJsonObject(own) ? own : { base: own ?? null },
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

function footerOf(settings: Settings): string | undefined {
  for (const plugin of ['page-footer-ex', 'tbfed-pagefooter']) {
    const copyright = textOf(settings(plugin)['copyright'])
    if (copyright !== undefined) return copyright
  }
  return undefined
}
