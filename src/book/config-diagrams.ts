// Who draws the diagrams of a book.
import type { Config } from '../core/book.ts'
import type { Settings } from '../core/settings.ts'
import type { Locate } from './config-check.ts'

/** The script of the package, as it is installed. */
const OF_PACKAGE = 'node_modules/mermaid/dist/mermaid.min.js'

/** What `diagrams` says. */
export function diagramConfig(
  diagrams: Settings['diagrams'],
  locate: Locate,
): Pick<Config, 'diagrams' | 'diagramScript'> {
  if (typeof diagrams === 'boolean') return { diagrams }
  const own = diagrams === 'script' ? undefined : diagrams.script
  const at = locate(own === undefined ? ['diagrams'] : ['diagrams', 'script'], 'value')
  return { diagrams: 'script', diagramScript: { written: own ?? OF_PACKAGE, at } }
}
