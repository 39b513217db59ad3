// The table of docs/plugins.md: every plugin that something is done about, with the options that are read.
import { type Treatment, knownPlugins, pluginFact } from '../src/plugins/table.ts'

const BLOCK = /(<!-- plugins -->\n).*?(<!-- end of plugins -->)/s

const WORDS: { readonly [treatment in Treatment]: string } = {
  'built-in': 'built in',
  setting: 'a setting',
  ignored: 'ignored',
  unsupported: 'not supported',
}

/** The page with its table written anew. */
export function withPlugins(page: string): string {
  const rows = knownPlugins()
    .toSorted()
    .map((name) => {
      const { treatment, options } = pluginFact(name)
      const read = options.map((option) => (option === '*' ? 'all' : `\`${option}\``)).join(', ')
      return `| \`${name}\` | ${WORDS[treatment]} | ${read} |`
    })
  const table = ['| Plugin | What it is | Options that are read |', '| --- | --- | --- |', ...rows]
  return page.replace(
    BLOCK,
    (_block, start: string, end: string) => `${start}\n${table.join('\n')}\n\n${end}`,
  )
}
