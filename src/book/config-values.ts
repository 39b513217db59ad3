// Values of a configuration that have the right type and mean nothing: a language that nobody speaks, a repository that no
// browser opens. The book is built with them as they are; its author is told.
import type { Diagnostic } from '../core/diagnostic.ts'
import { type JsonObject, objectOf } from '../core/json.ts'
import { repositoryAddress } from '../core/repository.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import type { Locate } from './config-check.ts'
import { isLanguageTag, languageMeant } from '../core/language-names.ts'
import { parsePlugins } from './plugins.ts'

/** What is wrong with the values of a configuration, beyond their types. */
export function checkValues(checked: JsonObject, locate: Locate): readonly Diagnostic[] {
  return [
    ...languageProblem(checked, locate),
    ...repositoryProblem(checked, locate),
    ...editLinkProblem(checked, locate),
    ...strayPluginSettings(checked, locate),
  ]
}

function languageProblem({ language }: JsonObject, locate: Locate): readonly Diagnostic[] {
  if (typeof language !== 'string') return []
  const tag = isLanguageTag(language) ? otherRegion(language) : languageMeant(language)
  if (isLanguageTag(language) && tag === undefined) return []
  const meant = tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
  const args = { written: language, meant }
  return [problem('config/unknown-language', locate(['language'], 'value'), args)]
}

/** `en-UK`: what people call a region, where its code is another one. */
function otherRegion(tag: string): string | undefined {
  const [canonical = tag] = Intl.getCanonicalLocales(tag)
  const region = /(?<=-)[a-z]{2}$/i
  const [written, meant] = [region.exec(tag)?.[0], region.exec(canonical)?.[0]]
  return written?.toUpperCase() === meant?.toUpperCase() ? undefined : canonical
}

function repositoryProblem({ repository }: JsonObject, locate: Locate): readonly Diagnostic[] {
  if (typeof repository !== 'string' || /^https?:\/\/[^/\s]/i.test(repository)) return []
  const args = { written: repository, better: repositoryAddress(repository.trim()) }
  return [problem('publishing/unusable-repository', locate(['repository'], 'value'), args)]
}

/** `/blob/` and `/tree/` are the addresses that a browser shows when somebody looks at a file or a folder. */
function editLinkProblem({ editLink }: JsonObject, locate: Locate): readonly Diagnostic[] {
  if (typeof editLink !== 'string') return []
  const better = editLink.replace(
    /^(https:\/\/(?:github\.com|gitlab\.[^/]+)\/.+?\/)(?:blob|tree)\//,
    '$1edit/',
  )
  if (better === editLink) return []
  return [problem('publishing/edit-link-shows', locate(['editLink'], 'value'), { better })]
}

/** Settings under a name that is almost that of a plugin in the list. */
function strayPluginSettings(checked: JsonObject, locate: Locate): readonly Diagnostic[] {
  const { enabled, disabled } = parsePlugins(checked['plugins'])
  const listed = enabled.map(({ name }) => name)
  return Object.keys(objectOf(checked['pluginsConfig'])).flatMap((name) => {
    if (listed.includes(name) || disabled.includes(name)) return []
    const near = closest(name, listed)
    if (near === undefined) return []
    return [
      problem('plugins/unknown-settings', locate(['pluginsConfig', name], 'key'), { name, near }),
    ]
  })
}
