// What a book adds to the head of its pages: names and values for machines, and elements, in the configuration or in a file of its own.
import type { HeadElement } from '../core/head.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { isJsonObject } from '../core/json.ts'
import { type BookPath, bookPath, pathOfSetting } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import type { Settings } from '../core/settings.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import { type Node, isElement } from '../tree/node.ts'
import { htmlTree } from '../tree/parse.ts'
import type { Locate } from './config-check.ts'

/** Elements that belong into a head and that an author may want there. */
const ALLOWED = ['meta', 'link', 'script', 'style', 'noscript'] as const

/** The elements that `head` stands for. A file is looked for below each of the folders. */
export function headElements(
  files: Files,
  written: Settings['head'],
  { folders, locate }: { readonly folders: readonly string[]; readonly locate: Locate },
): Outcome<readonly HeadElement[]> {
  if (isJsonObject(written))
    return { value: Object.entries(written).map(metaElement), diagnostics: [] }
  if (written === undefined) return { value: [], diagnostics: [] }
  const at = headPlace(locate)
  if (typeof written !== 'string') return elementsOf(written.join('\n'), () => at)
  const file = findFile(files, written, folders)
  const text = file && files.text(file)?.text
  if (file !== undefined && text !== undefined)
    return elementsOf(text, (from, to) => placeOf(file, text, from, to))
  return { value: [], diagnostics: [problem('theme/missing-file', at, { key: 'head', written })] }
}

/** Settings of plugins that become it. */
const ASKED: readonly (readonly string[])[] = [
  ['layout', 'headerPath'],
  ['head-append', 'code'],
  ['meta', 'data'],
]

/** Where the head is written: in the setting, or in that of a plugin. */
function headPlace(locate: Locate): Place {
  const own = locate(['head'], 'value')
  if (own.start !== undefined) return own
  const asked = ASKED.map((path) => locate(['pluginsConfig', ...path], 'value'))
  return asked.find(({ start }) => start !== undefined) ?? own
}

/** The file that a setting names, below the first of the folders that has it. */
export function findFile(
  files: Files,
  written: string,
  folders: readonly string[],
): BookPath | undefined {
  const name = pathOfSetting(written)
  return folders
    .map((folder) => bookPath(folder + name))
    .find((path) => path !== undefined && files.size(path) !== undefined)
}

/** Open Graph names its values by another attribute. */
function metaElement([name, content]: readonly [string, unknown]): HeadElement {
  const key = /^(?:og|article|book|profile|fb):/.test(name) ? 'property' : 'name'
  return {
    name: 'meta',
    attributes: [
      [key, name],
      ['content', String(content)],
    ],
  }
}

function elementsOf(
  text: string,
  place: (from: number, to: number) => Place,
): Outcome<readonly HeadElement[]> {
  const diagnostics: Diagnostic[] = []
  const nodes = htmlTree(text, { kind: 'html', place }, (one) => diagnostics.push(one))
  const value = nodes.flatMap((node): readonly HeadElement[] => {
    if (!isElement(node)) return []
    const { name, attributes, children, at } = node
    if (ALLOWED.some((known) => known === name)) {
      const inside = textOf(children)
      const written = attributes.map((one) => [one.name, one.value] as const)
      return [{ name, attributes: written, ...(inside === '' ? {} : { text: inside }) }]
    }
    const spot = place(at?.from ?? 0, at?.to ?? 0)
    diagnostics.push(problem('theme/no-head-element', spot, { name, allowed: ALLOWED }))
    return []
  })
  return { value, diagnostics }
}

/** What stands between the tags of a script or a style, which nobody looks into. */
function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => (node.kind === 'raw' ? node.html : node.kind === 'text' ? node.value : ''))
    .join('')
}
