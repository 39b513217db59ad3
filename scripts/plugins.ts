// The table of docs/plugins.md: every plugin that something is done about, with what becomes of its options.
import { english } from '../src/messages/en/index.ts'
import { type OptionFact, WHOLE } from '../src/plugins/option-fact.ts'
import { type PluginFact, knownPlugins, pluginFact } from '../src/plugins/table.ts'

const BLOCK = /(<!-- plugins -->\n).*?(<!-- end of plugins -->)/s

const { treatment: is, reason: because } = english.words.plugins

/** The page with its table written anew. */
export function withPlugins(page: string): string {
  const rows = knownPlugins()
    .toSorted()
    .map((name) => `| \`${name}\` | ${whatIs(pluginFact(name))} | ${optionsOf(pluginFact(name))} |`)
  const table = ['| Plugin | What becomes of it | Its options |', '| --- | --- | --- |', ...rows]
  return page.replace(
    BLOCK,
    (_block, start: string, end: string) => `${start}\n${table.join('\n')}\n\n${end}`,
  )
}

function whatIs({ treatment, reason }: PluginFact): string {
  return is[treatment] + (reason === undefined ? '' : `: ${because[reason]}`)
}

function optionsOf({ options }: PluginFact): string {
  const all = Object.entries(options)
  const read = all.flatMap(([name, fact]) => ('becomes' in fact ? [becoming(name, fact)] : []))
  const unread = all.flatMap(([name, fact]) => ('why' in fact ? [`\`${name}\``] : []))
  return [...read, ...(unread.length === 0 ? [] : [`not read: ${unread.join(', ')}`])].join('; ')
}

function becoming(name: string, { becomes }: Extract<OptionFact, { becomes: string }>): string {
  return `${name === WHOLE ? 'all' : `\`${name}\``} → \`${becomes}\``
}
