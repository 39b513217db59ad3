// Pages that GitBook.com makes of the description of an interface, where SUMMARY asks for them (`type: builtin:openapi`): one
// for each tag, or one for each operation below the name of its tag. Their texts are Markdown like that of others.
import type { ChapterTarget, Config } from '../core/book.ts'
import type { MadePage } from '../core/made-page.ts'
import { filesOfApi } from '../core/api-files.ts'
import { type JsonObject, objectOf, scalarText } from '../core/json.ts'
import { type BookPath, type FolderPrefix, baseName } from '../core/path.ts'
import { isDotted } from '../files/dotted.ts'
import type { Files } from '../files/files.ts'
import { readYaml } from '../files/yaml.ts'
import { type ApiDocument, readApi, schemasOf } from '../openapi/document.ts'
import type { Operation } from '../openapi/operation.ts'
import { type ApiTag, tagsOf, untagged } from '../openapi/pages.ts'
import { apiWords } from '../openapi/words.ts'
import { pageSlugOfGitbookCom } from '../tree/slug-gitbook-com.ts'

/** A chapter that nobody wrote. */
export interface MadeChapter {
  readonly title: string
  readonly target?: ChapterTarget
  readonly children: readonly MadeChapter[]
}

/** What an item of SUMMARY asks for, or why it does not get it. */
export type MadeChapters = { readonly name: string } & (
  | { readonly made: readonly MadeChapter[] }
  | { readonly made?: undefined; readonly why: 'missing' | 'unreadable' }
)

/** Where pages are made. */
export interface MakingScope {
  readonly root: FolderPrefix
  readonly config: Pick<Config, 'openapi' | 'language'>
  readonly files: Files
  /** A file of the book. */
  readonly isListed: (path: string) => boolean
}

/** Makes pages for a space, and remembers their texts. */
export class PageMaker {
  readonly #scope: MakingScope
  readonly #pages = new Map<string, MadePage>()

  constructor(scope: MakingScope) {
    this.#scope = scope
  }

  /** The pages that were made, by their paths. */
  pages(): { readonly [path: string]: MadePage } {
    return Object.fromEntries(this.#pages)
  }

  /** The chapters that are asked for, in a folder; the name of the description alone where none can be made. */
  chapters(asked: string, folder: FolderPrefix): MadeChapters {
    const wish = wishOf(asked)
    const { name } = wish
    const found = wish.isOpenapi ? this.#find(name) : undefined
    if (found === undefined) return { name, why: 'missing' }
    const site = { folder, scope: this.#scope, pages: this.#pages }
    const made = found === 'unreadable' ? [] : new Chapters(wish, found, site).all()
    return made.length === 0 ? { name, why: 'unreadable' } : { name, made }
  }

  /** The description of this name. */
  #find(name: string): Description | 'unreadable' | undefined {
    const { files, isListed } = this.#scope
    for (const path of filesOfApi(name, this.#scope)) {
      const file = isListed(path) || !isDotted(path) ? files.text(path) : undefined
      if (file === undefined) continue
      const document = readApi(file.text)
      return document === undefined ? 'unreadable' : { document, path }
    }
    return undefined
  }
}

/** A description, and the file that holds it. */
interface Description {
  readonly document: ApiDocument
  readonly path: BookPath
}

/** What an item of SUMMARY asks for. */
interface Wish {
  readonly isOpenapi: boolean
  readonly name: string
  readonly isByOperation: boolean
  readonly hasModels: boolean
  readonly hasDownload: boolean
}

function wishOf(asked: string): Wish {
  const yaml = readYaml(asked)
  const written = 'value' in yaml ? objectOf(yaml.value) : {}
  const props = objectOf(written['props'])
  const { spec } = objectOf(written['dependencies'])
  const { ref } = objectOf(spec)
  const names = [ref, spec].flatMap((one) => [objectOf(one)['spec'], one])
  return {
    isOpenapi: written['type'] === 'builtin:openapi',
    name: names.map(scalarText).find((name) => name !== undefined) ?? 'API',
    isByOperation: props['grouping'] === 'by-operation',
    hasModels: isOn(props, 'models'),
    hasDownload: isOn(props, 'downloadLink'),
  }
}

function isOn(props: JsonObject, key: string): boolean {
  return props[key] === true || props[key] === 'true'
}

/** Where the pages of one item lie. */
interface Site {
  readonly folder: FolderPrefix
  readonly scope: MakingScope
  readonly pages: Map<string, MadePage>
}

/** The chapters of one item. */
class Chapters {
  readonly #wish: Wish
  readonly #description: Description
  readonly #site: Site

  constructor(wish: Wish, description: Description, site: Site) {
    this.#wish = wish
    this.#description = description
    this.#site = site
  }

  all(): readonly MadeChapter[] {
    const { document, path } = this.#description
    const { folder, scope } = this.#site
    const rest = untagged(document)
    const info = objectOf(document.root['info'])
    const others = { name: '', title: scalarText(info['title']) ?? this.#wish.name, children: [] }
    const tags = [
      ...tagsOf(document),
      ...(rest.length > 0 ? [{ ...others, operations: rest }] : []),
    ]
    return [
      ...tags.map((tag) =>
        this.#wish.isByOperation ? this.#label(tag, folder) : this.#tag(tag, folder),
      ),
      ...this.#models(),
      ...(this.#wish.hasDownload && scope.isListed(path)
        ? [{ title: baseName(path), target: { kind: 'asset', path } as const, children: [] }]
        : []),
    ]
  }

  /** A page for a tag, with those of the tags below it. */
  #tag(tag: ApiTag, folder: FolderPrefix): MadeChapter {
    const { title, name, operations, children } = tag
    const blocks =
      name === ''
        ? operations.map((one) => this.#block(one))
        : [this.#openapi('openapi', { tag: name })]
    const path = this.#add(title, folder, textOf(tag, blocks))
    const inner = `${path.slice(0, -'.md'.length)}/` as FolderPrefix
    return {
      title,
      target: { kind: 'page', path },
      children: children.map((one) => this.#tag(one, inner)),
    }
  }

  /** The name of a tag, with a page for each of its operations. */
  #label({ title, operations, children }: ApiTag, folder: FolderPrefix): MadeChapter {
    const inner = `${folder}${slugOf(title, 'api')}/` as FolderPrefix
    const pages = operations.map((one) => {
      const name = one.summary ?? `${one.method} ${one.path}`
      const path = this.#add(name, inner, textOf({ title: name }, [this.#block(one)]))
      return { title: name, target: { kind: 'page', path } as const, children: [] }
    })
    return { title, children: [...pages, ...children.map((one) => this.#label(one, inner))] }
  }

  #models(): readonly MadeChapter[] {
    if (!this.#wish.hasModels || Object.keys(schemasOf(this.#description.document)).length === 0)
      return []
    const title = apiWords(this.#site.scope.config.language).models
    const text = textOf({ title }, [this.#openapi('openapi-schemas', {})])
    const path = this.#add('models', this.#site.folder, text)
    return [{ title, target: { kind: 'page', path }, children: [] }]
  }

  #block({ path, method }: Operation): string {
    return this.#openapi('openapi', { path, method: method.toLowerCase() })
  }

  #openapi(tag: string, given: { readonly [name: string]: string }): string {
    const all = Object.entries({ spec: this.#wish.name, ...given }).map(
      ([name, value]) => ` ${name}="${value.replaceAll(/[\\"]/g, String.raw`\$&`)}"`,
    )
    return `{% ${tag}${all.join('')} %}{% end${tag} %}`
  }

  /** Keeps a page under a name that no file and no other page has. */
  #add(title: string, folder: FolderPrefix, text: string): BookPath {
    const { pages, scope } = this.#site
    const name = folder + slugOf(title, 'operation')
    for (let number = 0; ; number++) {
      const path = `${name}${number === 0 ? '' : `-${number}`}.md` as BookPath
      if (pages.has(path) || scope.files.size(path) !== undefined) continue
      pages.set(path, { text, from: this.#description.path })
      return path
    }
  }
}

/** What a title is in the path of a page: nothing that is hidden, or leads elsewhere. */
export function slugOf(title: string, otherwise: string): string {
  const slug = pageSlugOfGitbookCom(title).replace(/^\.+/, '')
  return slug === '' ? otherwise : slug
}

/** A page of blocks below its title. */
function textOf(
  { title, icon, lead }: Pick<ApiTag, 'title' | 'icon' | 'lead'>,
  blocks: readonly string[],
): string {
  const head = { title, ...(icon && { icon }), ...(lead && { description: lead }) }
  const front = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const shown = title.replaceAll(/[[\]\\`*_<>&{}$#|~]/g, String.raw`\$&`)
  return ['---', ...front, '---', '', `# ${shown}`, ...blocks.flatMap((one) => ['', one]), ''].join(
    '\n',
  )
}
