// What the default theme is told: by keys of its own, else by the settings of the plugins that used to do the same.
import type { ThemeConfig } from '../core/book.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'

/** Settings of enabled plugins, by name. */
type Settings = (plugin: string) => JsonObject

/** The theme's part of a configuration. `language` chooses among labels in several languages. */
export function themeConfig(
  config: JsonObject,
  enabled: readonly string[],
  language: string | undefined,
): ThemeConfig {
  const all = isJsonObject(config['pluginsConfig']) ? config['pluginsConfig'] : {}
  const settings: Settings = (plugin) => {
    const found = enabled.includes(plugin) || plugin === 'theme-default' ? all[plugin] : undefined
    return isJsonObject(found) ? found : {}
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
  const button = isJsonObject(first) ? first : {}
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
