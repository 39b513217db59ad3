// A new book: the files with which it begins. The pages are those of `templates/new-book`, a folder for each language that has
// them; other languages begin with the English ones.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type BookPath, bookPath } from '../core/path.ts'
import { slashedWay } from '../files/host-path.ts'
import { packageFolder } from '../files/package.ts'
import { type Host, type InitAnswers, editBase, hostOf } from './init-answers.ts'
import type { Place } from './init-defaults.ts'
import { type PlannedFile, escapeTitle } from './init-plan.ts'
import { packProgram } from './program-archive.ts'
import { type Source, programPackage } from './program-source.ts'

const TEMPLATES = path.join(packageFolder, 'templates')

/** Where a host looks for what publishes a book. */
export const WORKFLOWS: { readonly [host in Host]: string } = {
  GitHub: '.github/workflows/pages.yml',
  GitLab: '.gitlab-ci.yml',
}

const TEMPLATE_OF: { readonly [host in Host]: string } = {
  GitHub: 'publishing/pages.yml',
  GitLab: 'publishing/gitlab-ci.yml',
}

/** Files that stand once in a book of several languages. */
const SHARED = /^(?:images|examples)\//

/** What is made of a book, its ebooks too: neither kept with it nor published. */
const IGNORED = [
  'node_modules/',
  '_book/',
  '/book.epub',
  '/book_*.epub',
  '/book.pdf',
  '/book_*.pdf',
  '.DS_Store',
  '',
]

type Page = PlannedFile & { readonly content: string }

/** Every file of a new book, those with the table of contents first. */
export function newBook(answers: InitAnswers, place: Place): readonly PlannedFile[] {
  const { languages, workflow } = answers
  const host = hostOf(answers.repository)
  const [only, ...others] = languages
  const isAlone = only !== undefined && others.length === 0
  const pages = isAlone
    ? pagesIn(only, answers)
    : [
        wanted('LANGS.md', languageList(languages)),
        ...languages.flatMap((tag) => space(tag, answers)),
      ]
  return unique([
    ...pages,
    wanted('book.json', settings(answers, place)),
    wanted('package.json', manifest(place)),
    ...archive(programPackage().source),
    wanted('.gitignore', IGNORED.join('\n')),
    ...(workflow && host !== undefined
      ? [wanted(WORKFLOWS[host], template(TEMPLATE_OF[host]))]
      : []),
  ])
}

function wanted<Content extends PlannedFile['content']>(
  name: string,
  content: Content,
): PlannedFile & { readonly content: Content } {
  const target = bookPath(name)
  if (target === undefined) throw new Error(`A new book cannot have a file "${name}"`)
  return { path: target, content }
}

function template(name: string): string {
  return readFileSync(path.join(TEMPLATES, name), 'utf8')
}

/** The pages of a language, and the pictures and examples that all share. */
function pagesIn(language: string, { title, repository }: InitAnswers): readonly Page[] {
  const workflow = WORKFLOWS[hostOf(repository) ?? 'GitHub']
  const folder = /^zh(?:-hans|-cn|-sg)?$/.test(language) ? 'zh-Hans' : 'en'
  return [...filesBelow(`new-book/${folder}`), ...filesBelow('new-book/shared')].map(
    ([name, text]) =>
      wanted(
        name,
        text.replaceAll('{title}', () => headingText(title)).replaceAll('{workflow}', workflow),
      ),
  )
}

/** A title as the text of a heading, where braces would begin a template. */
function headingText(title: string): string {
  return escapeTitle(title).replaceAll(/\{(?=[{%#])/g, '&#123;')
}

function filesBelow(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(path.join(TEMPLATES, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      slashedWay(path.join(TEMPLATES, folder), path.join(entry.parentPath, entry.name)),
    )
    .toSorted()
    .map((name) => [name, template(`${folder}/${name}`)] as const)
}

/** A language in a folder of its own: what is shared lies one folder higher. */
function space(language: string, answers: InitAnswers): readonly PlannedFile[] {
  return pagesIn(language, answers).map(({ path: name, content }) =>
    SHARED.test(name)
      ? { path: name, content }
      : wanted(
          `${language}/${name}`,
          content.replaceAll(/\]\(\.\.\/(?=images\/|examples\/)/g, '](../../'),
        ),
  )
}

function unique(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return [...new Map<BookPath, PlannedFile>(files.map((file) => [file.path, file])).values()]
}

function languageList(languages: readonly string[]): string {
  const entries = languages.map((tag) => {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
    return `- [${escapeTitle(name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))}](${tag}/)\n`
  })
  return `# Languages\n\n${entries.join('')}`
}

function settings({ title, languages, repository }: InitAnswers, place: Place): string {
  const [only, ...others] = languages
  const edit = editBase(repository, place.branch, place.prefix)
  return json({
    $schema: `./node_modules/${programPackage().name}/schema/book.json`,
    title,
    ...(others.length === 0 ? { language: only } : {}),
    ...(repository === '' ? {} : { repository }),
    ...(edit === undefined ? {} : { editLink: edit }),
  })
}

/** The program as a dependency of the book: everybody who builds it, and every host, gets the same version. */
function manifest(place: Place): string {
  const { name, source } = programPackage()
  return json({
    private: true,
    scripts: { start: 'handbook serve', check: 'handbook check --strict', build: 'handbook build' },
    devDependencies: { [name]: dependency(source, place) },
  })
}

/** What package.json says of a program from there. */
export function dependency(source: Source, { bookDir }: Pick<Place, 'bookDir'>): string {
  if ('spec' in source) return source.spec
  if (source.kind === 'unreleased') return `file:${archiveIn(source.name)}`
  return `file:${slashedWay(bookDir, source.path)}`
}

/** Where a book keeps the archive that its program came from: a folder that is never published. */
function archiveIn(file: string): string {
  return `.handbook/${path.basename(file)}`
}

/** A program that nobody can install from elsewhere comes along, so that every machine that has the book can install it. */
function archive(source: Source): readonly PlannedFile[] {
  return source.kind === 'unreleased'
    ? [wanted(archiveIn(source.name), packProgram(source.path))]
    : []
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
