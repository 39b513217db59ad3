// The W3C's Nu checker over every page of a site. Books with raw HTML of their authors are not given to it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SHORT_RUN } from '../../tests/support/java.ts'
import type { Site } from './sites.ts'
import type { Verdict } from './verdict.ts'

interface Message {
  readonly type: string
  readonly subType?: string
  readonly url: string
  readonly lastLine?: number
  readonly message: string
  readonly extract?: string
}

interface MarkupOptions {
  /** Sentences of words drawn at random are of no language: the checker's guess at one is not asked for. */
  readonly randomWords?: boolean
}

/** So many pages take longer than a run of seconds. */
const LONG = 300

/** No error and no warning on any page. */
export function judgeMarkup(site: Site, { randomWords = false }: MarkupOptions = {}): Verdict {
  const verdict = { judge: 'nu', subject: site.name, figure: `${site.pages.length} pages` }
  const jar = String(createRequire(import.meta.url)('vnu-jar'))
  if (!existsSync(jar)) return { ...verdict, faults: [`${jar} is missing: run npm install`] }
  const flags = site.pages.length > LONG ? [] : SHORT_RUN
  const args = [
    ...flags,
    '-Xss4m',
    '-jar',
    jar,
    '--format',
    'json',
    '--exit-zero-always',
    '--skip-non-html',
  ]
  if (randomWords) args.push('--no-langdetect')
  const run = spawnSync('java', [...args, site.dir], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.error !== undefined)
    return { ...verdict, faults: ['java is missing: install a Java 17 runtime, or newer'] }
  const text = run.stderr.slice(run.stderr.indexOf('{'))
  const { messages } = JSON.parse(text) as { readonly messages: readonly Message[] }
  const faults = messages.filter((message) => !isGuessOfLanguage(message))
  return { ...verdict, faults: faults.map((message) => lineFor(message, site.dir)) }
}

/**
 * The checker guesses a page's language from the text that is in no list, table, link or code. Of a Chinese page full of
 * those some Latin names remain, and it takes them for Norwegian or Catalan.
 */
function isGuessOfLanguage({ message }: Message): boolean {
  return /appears to be written in (?!Chinese|Japanese|Korean).*has .lang="(?:zh|ja|ko)/i.test(
    message,
  )
}

function lineFor({ type, subType, url, lastLine, message, extract }: Message, dir: string): string {
  const file = decodeURIComponent(url)
    .split(`${path.basename(dir)}/`)
    .at(-1)
  return `${file}:${lastLine ?? 0}: ${subType ?? type}: ${message} ${JSON.stringify(extract ?? '')}`
}
