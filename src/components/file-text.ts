// Files that blocks show.
import type { ComponentKit } from './define.ts'

/** The text of a file: from the page, or else from the root of the book, where plugins looked. */
export function textOfFile(reference: string, kit: ComponentKit): string | undefined {
  const isFromHere = /^(?:\.\.|\/)/.test(reference)
  const text = kit.fileText(reference)
  return text ?? (isFromHere ? undefined : kit.fileText(`/${reference.replace(/^\.\//, '')}`))
}
