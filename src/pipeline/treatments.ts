// What becomes of each plugin that a book names.
import type { Book } from '../core/book.ts'
import { type Treatment, pluginFact } from '../plugins/table.ts'

/** One entry of `plugins`, in any language of the book. */
export interface TreatedPlugin {
  readonly name: string
  readonly treatment: Treatment | 'off'
}

/** Every plugin once: those that are listed, then those that are turned off. */
export function treatments(book: Pick<Book, 'config' | 'spaces'>): readonly TreatedPlugin[] {
  const configs = [book.config, ...book.spaces.map(({ config }) => config)]
  const listed = new Set(configs.flatMap(({ plugins }) => plugins.map(({ name }) => name)))
  const off = new Set(configs.flatMap(({ disabledPlugins }) => disabledPlugins))
  return [
    ...[...listed].map((name) => ({ name, treatment: pluginFact(name).treatment })),
    ...[...off]
      .filter((name) => !listed.has(name))
      .map((name) => ({ name, treatment: 'off' as const })),
  ]
}
