// What becomes of each plugin that a book names.
import type { Book } from '../core/book.ts'
import { type PluginReason, type Treatment, pluginFact } from '../plugins/table.ts'

/** One entry of `plugins`, in any language of the book. */
export interface TreatedPlugin {
  readonly name: string
  readonly treatment: Treatment | 'off'
  readonly reason?: PluginReason
}

/** Every plugin once: those that are listed, then those that are turned off. */
export function treatments(book: Pick<Book, 'config' | 'spaces'>): readonly TreatedPlugin[] {
  const configs = [book.config, ...book.spaces.map(({ config }) => config)]
  const listed = new Set(configs.flatMap(({ plugins }) => plugins.map(({ name }) => name)))
  const off = new Set(configs.flatMap(({ disabledPlugins }) => disabledPlugins))
  return [
    ...[...listed].map((name) => {
      const { treatment, reason } = pluginFact(name)
      return { name, treatment, ...(reason && { reason }) }
    }),
    ...[...off]
      .filter((name) => !listed.has(name))
      .map((name) => ({ name, treatment: 'off' as const })),
  ]
}
