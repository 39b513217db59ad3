// How a description is divided into pages: by its tags, as GitBook.com divides it.
import { oncePer } from '../core/attempt.ts'
import { type JsonObject, objectOf, scalarText } from '../core/json.ts'
import { type ApiDocument, listOf } from './document.ts'
import { type Operation, operationsOf } from './operation.ts'

/** What a tag of a description is a page of. */
export interface ApiTag {
  readonly name: string
  readonly title: string
  readonly icon?: string | undefined
  /** One sentence, without marks. */
  readonly lead?: string | undefined
  /** Markdown. */
  readonly description?: string | undefined
  readonly operations: readonly Operation[]
  readonly children: readonly ApiTag[]
}

/** The tags of a description in its order, those that only operations name behind them. Each of its pages asks. */
export const tagsOf: (document: ApiDocument) => readonly ApiTag[] = oncePer(readTags)

function readTags(document: ApiDocument): readonly ApiTag[] {
  const given = listOf(document.root['tags']).map(objectOf)
  const declared = new Map(given.map((one) => [scalarText(one['name']) ?? '', one]))
  const byTag = new Map<string, Operation[]>()
  for (const name of declared.keys()) byTag.set(name, [])
  for (const operation of operationsOf(document))
    for (const name of new Set(operation.tags)) {
      const own = byTag.get(name)
      if (own === undefined) byTag.set(name, [operation])
      else own.push(operation)
    }
  byTag.delete('')
  const below = (parent: string | undefined): readonly ApiTag[] =>
    [...byTag].flatMap(([name, operations]) => {
      if (parentIn(declared, name) !== parent) return []
      const tag = tagOf(name, declared.get(name) ?? {}, { operations, children: below(name) })
      return isEmpty(tag) ? [] : [tag]
    })
  return below(undefined)
}

/** Operations that no tag has. */
export function untagged(document: ApiDocument): readonly Operation[] {
  return operationsOf(document).filter(({ tags }) => tags.every((name) => name === ''))
}

/** One tag of a description by its name; undefined when nothing is of it. */
export function findTag(document: ApiDocument, name: string): ApiTag | undefined {
  const find = (tags: readonly ApiTag[]): ApiTag | undefined => {
    for (const tag of tags) {
      const found = tag.name === name ? tag : find(tag.children)
      if (found !== undefined) return found
    }
    return undefined
  }
  return find(tagsOf(document))
}

function tagOf(
  name: string,
  written: JsonObject,
  inside: Pick<ApiTag, 'operations' | 'children'>,
): ApiTag {
  const title = scalarText(written['x-page-title']) ?? scalarText(written['x-displayName'])
  return {
    name,
    title: title ?? inWords(name),
    icon: scalarText(written['x-page-icon']),
    lead: scalarText(written['x-page-description']),
    description: scalarText(written['description']),
    ...inside,
  }
}

function isEmpty({ operations, children, description }: ApiTag): boolean {
  return operations.length === 0 && children.length === 0 && description === undefined
}

/** The tag above one; undefined for one of the top, and for one that would be above itself. */
function parentIn(declared: ReadonlyMap<string, JsonObject>, name: string): string | undefined {
  const above = (one: string): string | undefined => {
    const parent = scalarText(declared.get(one)?.['x-parent'] ?? declared.get(one)?.['parent'])
    return parent !== undefined && declared.has(parent) ? parent : undefined
  }
  const seen = new Set([name])
  for (let one = above(name); one !== undefined; one = above(one)) {
    if (seen.has(one)) return undefined
    seen.add(one)
  }
  return above(name)
}

/** `user-accounts` as a title. */
function inWords(name: string): string {
  const words = name.replaceAll(/[-_\s]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
