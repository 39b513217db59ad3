// Where a link of a wiki leads: to the page of that name, whether it exists or, in a folder of notes, where it does.
import type { Space } from '../core/book.ts'
import type { Inputs } from '../core/dependency.ts'
import { encodePath, writtenBelow } from '../core/path.ts'
import { wikiName } from '../core/reference.ts'
import type { PageNamed } from '../markdown/page.ts'

/** What a page may be called: conditions of a shell, and numbers in code, are no names. */
const NAME = /^(?!\d+$)[\p{L}\p{N}](?:[^\n]*[^\s])?$/u

/** Finds pages by their names; undefined in books whose brackets are brackets. */
export function pageNamedIn({
  space: { id, root, wikiLinks },
  inputs,
}: {
  readonly space: Pick<Space, 'id' | 'root' | 'wikiLinks'>
  readonly inputs: Inputs
}): PageNamed | undefined {
  if (wikiLinks === undefined) return undefined
  return (written) => {
    const { name, hash } = wikiName(written)
    if (/^https?:/i.test(name)) return { href: name + hash, isFound: true }
    if (name === '') return hash === '' ? undefined : { href: hash, isFound: true }
    const path = inputs.get('named', `${id}/${name}`)
    if (path !== '')
      return { href: `/${encodePath(writtenBelow(root, path))}${hash}`, isFound: true }
    if (inputs.get('listed', root + name)) return { href: `/${encodePath(name)}`, isFound: true }
    if (wikiLinks === 'existing' || !NAME.test(written)) return undefined
    return { href: encodePath(name.replaceAll(' ', '-')) + hash, isFound: false }
  }
}
