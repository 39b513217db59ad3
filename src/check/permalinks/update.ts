// The list as it will be: what lives, what redirects keep alive, and what vanished and was not given up.
import type { Diagnostic } from '../../core/diagnostic.ts'
import { closest } from '../../core/suggest.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'
import { LOCK_FILE, type Lock, addressesOf, lockText, mergeAddresses, parseLock } from './lock.ts'
import { type Site, findVanished } from './vanished.ts'

/** A new list, and how it differs from the old one. */
export interface UpdatedLock {
  readonly text: string
  readonly pages: number
  readonly anchors: number
  /** Addresses that the old list did not have. */
  readonly added: number
  /** Addresses that were given up. */
  readonly forgotten: number
  /** Still promised, and nobody answers. */
  readonly vanished: number
  readonly problems: readonly Diagnostic[]
}

/** The list of a book. `forget` names addresses that are given up; 'vanished' means all that nobody answers to. */
export function updateLock(
  site: Site,
  files: Files,
  forget: readonly string[] | 'vanished',
): UpdatedLock {
  const old = parseLock(files.text(LOCK_FILE)?.text ?? '')
  const gone = vanishedAddresses(old, site, files)
  const given = new Set(forget === 'vanished' ? gone : forget.map(asListed))
  const known = allAddresses(old)
  const problems = [...given]
    .filter((address) => !gone.has(address))
    .map((address) =>
      known.has(address)
        ? problem('urls/still-there', undefined, { address })
        : problem('urls/not-listed', undefined, { address, near: closest(address, known) }),
    )
  const kept = [...old.pages.values()]
    .filter(({ page }) => !given.has(page))
    .map(({ page, anchors }) => ({
      page,
      anchors: anchors.filter((id) => !given.has(`${page}#${id}`)),
    }))
  const living = addressesOf(site.results.values())
  const whole = mergeAddresses(living, kept)
  const text = lockText(whole)
  const fresh = allAddresses(parseLock(text))
  return {
    text,
    pages: whole.length,
    anchors: fresh.size - whole.length,
    added: [...fresh].filter((address) => !known.has(address)).length,
    forgotten: [...known].filter((address) => !fresh.has(address)).length,
    vanished: [...gone].filter((address) => fresh.has(address)).length,
    problems,
  }
}

/** `/guide/` and `guide/index.html` are the same address. */
function asListed(address: string): string {
  const [page = '', ...rest] = address.replace(/^\/+/, '').split('#')
  const listed = page === '' || page.endsWith('/') ? `${page}index.html` : page
  return [listed, ...rest].join('#')
}

function vanishedAddresses(lock: Lock, site: Site, files: Files): ReadonlySet<string> {
  const { pages, anchors } = findVanished(lock, site, files)
  return new Set([
    ...pages.flatMap(({ page, anchors: ids }) => [page, ...ids.map((id) => `${page}#${id}`)]),
    ...anchors.map(({ locked, id }) => `${locked.page}#${id}`),
  ])
}

function allAddresses(lock: Lock): ReadonlySet<string> {
  const all = [...lock.pages.values()]
  return new Set(
    all.flatMap(({ page, anchors }) => [page, ...anchors.map((id) => `${page}#${id}`)]),
  )
}
