// What is loaded only when a page has use for it.
import { loadEmoji } from '../components/emoji.ts'
import type { Space } from '../core/book.ts'
import { loadEngines } from '../diagrams/draw.ts'

/** Loads what the text of a page asks for. */
export async function loadFor(text: string, { config, dialect }: Space): Promise<void> {
  if (config.diagrams) await loadEngines(text)
  if (dialect === 'gitbook.com') await loadEmoji(text)
}
