// What tags are called.
import type { Space } from '../core/book.ts'
import type { Inputs } from '../core/dependency.ts'
import { type Json, isJsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { readYaml } from '../files/yaml.ts'
import type { Tag } from '../tree/passes/head.ts'

/** Names of tags: `.gitbook/tags.yaml` of a book of GitBook.com gives them names and symbols. */
export function tagNames({
  space: { dialect, root },
  files,
  inputs,
}: {
  readonly space: Pick<Space, 'dialect' | 'root'>
  readonly files: Files
  readonly inputs: Inputs
}): (name: string) => Tag {
  if (dialect !== 'gitbook.com') return (label) => ({ label })
  const file = `${root}.gitbook/tags.yaml` as BookPath
  inputs.get('text', file)
  const known = namedTags(files.text(file)?.text ?? '')
  return (name) => known.get(name) ?? { label: name }
}

function namedTags(text: string): ReadonlyMap<string, Tag> {
  const read = readYaml(text)
  const list = 'value' in read && Array.isArray(read.value) ? (read.value as readonly Json[]) : []
  return new Map(
    list.filter(isJsonObject).flatMap(({ tag, label, icon, emoji }): [string, Tag][] => {
      if (typeof tag !== 'string') return []
      const name = typeof label === 'string' ? label : tag
      const shown =
        typeof emoji === 'string' && !/^[\da-f-]+$/i.test(emoji) ? `${emoji} ${name}` : name
      return [[tag, { label: shown, ...(typeof icon === 'string' ? { icon } : {}) }]]
    }),
  )
}
