// What a book tells the templates in its pages, under the names that GitBook 3 gave it. Plain data: a page asks for it
// piece by piece (see context.ts), so that it is rendered again only when a piece it used has changed.
import type { Book, Chapter, Config, Space } from '../core/book.ts'
import { type Json, type JsonObject, frozen } from '../core/json.ts'
import { menuOf } from '../core/menu.ts'
import { type BookPath, isAsciidocPath } from '../core/path.ts'
import { version } from '../version.ts'

/** The variables of a space by area: `book`, `config`, `summary` … */
export type Facts = { readonly [area: string]: JsonObject }

/** GitBook's newest version: what old templates compare with. */
const GITBOOK_VERSION = '3.2.3'

/** Everything that is the same for all pages of a space. No page can change what the others see. */
export function spaceFacts(book: Book, space: Space): Facts {
  const language = space.id === '' ? {} : { language: space.id }
  return frozen({
    book: { ...namesOf(space.config), ...space.config.variables, ...language },
    config: configFacts(space),
    summary: {
      ...file(space.summaryFile),
      parts: menuOf(space).map(({ title, chapters }) => ({
        title,
        articles: chapters.map(article),
      })),
    },
    glossary: { ...file(space.glossaryFile), entries: glossaryEntries(space) },
    readme: file(space.readme),
    languages: book.multilingual
      ? { list: book.spaces.map(({ id, name }) => ({ id, title: name })) }
      : {},
    gitbook: { version: GITBOOK_VERSION },
    honkit: { version: GITBOOK_VERSION },
    handbook: { version },
    output: { name: 'website' },
  })
}

/** What a book says of itself, where no variable has that name. */
function namesOf({ title, description, author, isbn }: Config): JsonObject {
  const said = Object.entries({ title, description, author, isbn })
  return Object.fromEntries(said.filter(([, value]) => value !== undefined)) as JsonObject
}

/** What is particular to one page, without its front matter. */
export function pageFacts(space: Space, path: BookPath): JsonObject {
  const order = [...pagesInOrder(space)]
  const at = order.findIndex((chapter) => chapter.path === path)
  const chapter = order[at]
  const [previous, next] = [order[at - 1], at < 0 ? undefined : order[at + 1]]
  return {
    title: chapter?.title ?? '',
    level: chapter?.level ?? '',
    depth: chapter === undefined ? 0 : depth(chapter),
    ...(previous === undefined ? {} : { previous: article(previous) }),
    ...(next === undefined ? {} : { next: article(next) }),
    ...(chapter?.children.length ? { articles: chapter.children.map(article) } : {}),
  }
}

/** `file.*` of a page. */
export function fileFacts(path: BookPath): JsonObject {
  const type = isAsciidocPath(path) ? 'asciidoc' : 'markdown'
  return { path, type }
}

type PageChapter = Extract<Chapter, { kind: 'page' }>

function* pagesInOrder(space: Space): Generator<PageChapter> {
  const seen = new Set<BookPath>()
  const walk = function* (chapters: readonly Chapter[]): Generator<PageChapter> {
    for (const chapter of chapters) {
      if (chapter.kind === 'page' && chapter.anchor === undefined && !seen.has(chapter.path)) {
        seen.add(chapter.path)
        yield chapter
      }
      yield* walk(chapter.children)
    }
  }
  for (const part of menuOf(space)) yield* walk(part.chapters)
}

function depth(chapter: Chapter): number {
  return chapter.level.split('.').length - 1
}

function article(chapter: Chapter): JsonObject {
  const { title, level, children } = chapter
  return {
    title,
    level,
    depth: depth(chapter),
    ...reference(chapter),
    articles: children.map(article),
  }
}

function reference(chapter: Chapter): JsonObject {
  switch (chapter.kind) {
    case 'page':
    case 'asset': {
      const anchor = chapter.anchor === undefined ? {} : { anchor: `#${chapter.anchor}` }
      return { ref: chapter.path, path: chapter.path, ...anchor }
    }
    case 'link':
      return { ref: chapter.url, url: chapter.url }
    case 'draft':
      return chapter.missing === undefined ? {} : { ref: chapter.missing, path: chapter.missing }
  }
}

function file(path: BookPath | undefined): JsonObject {
  return path === undefined ? {} : { path, file: { path } }
}

function glossaryEntries(space: Space): Json {
  return Object.fromEntries(
    space.glossary.map(({ id, name, description }) => [id, { id, name, description }]),
  )
}

/** The configuration with the defaults that templates rely on. */
function configFacts({ config }: Space): JsonObject {
  const plain = {
    title: config.title,
    description: config.description,
    author: config.author,
    isbn: config.isbn,
    language: config.language,
    direction: config.direction,
  }
  const known = Object.entries(plain).filter(([, value]) => value !== undefined)
  return {
    ...config.raw,
    ...(Object.fromEntries(known) as JsonObject),
    structure: config.structure,
    variables: config.variables,
    pluginsConfig: config.pluginsConfig,
    plugins: config.plugins.map(({ name }) => name),
    styles: config.styles,
    pdf: config.pdf,
  }
}
