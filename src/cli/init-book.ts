// A new book: the files with which it begins. The pages are those of `templates/new-book`, a folder for each language that has
// them; other languages begin with the English ones.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type BookPath, bookPath } from '../core/path.ts'
import { packageFolder } from '../files/package.ts'
import { type InitAnswers, editBase } from './init-answers.ts'
import type { Place } from './init-defaults.ts'
import { type Wanted, escapeTitle } from './init-plan.ts'

const TEMPLATES = path.join(packageFolder, 'templates')

/** Where GitHub looks for what publishes a book. */
export const WORKFLOW = '.github/workflows/pages.yml'

/** Files that stand once in a book of several languages. */
const SHARED = /^(?:images|examples)\//

/** Every file of a new book, those with the table of contents first. */
export function newBook(answers: InitAnswers, place: Place): readonly Wanted[] {
  const { languages, title, workflow } = answers
  const [only, ...others] = languages
  const isAlone = only !== undefined && others.length === 0
  const pages = isAlone
    ? pagesIn(only, title)
    : [
        wanted('LANGS.md', languageList(languages)),
        ...languages.flatMap((tag) => space(tag, title)),
      ]
  return unique([
    ...pages,
    wanted('book.json', settings(answers, place)),
    wanted('package.json', manifest()),
    wanted('.gitignore', 'node_modules/\n_book/\n.DS_Store\n'),
    ...(workflow ? [wanted(WORKFLOW, template('publishing/pages.yml'))] : []),
  ])
}

function wanted(name: string, content: string): Wanted {
  const target = bookPath(name)
  if (target === undefined) throw new Error(`A new book cannot have a file "${name}"`)
  return { path: target, content }
}

function template(name: string): string {
  return readFileSync(path.join(TEMPLATES, name), 'utf8')
}

/** The pages of a language, and the pictures and examples that all share. */
function pagesIn(language: string, title: string): readonly Wanted[] {
  const folder = /^zh(?:-hans|-cn|-sg)?$/.test(language) ? 'zh-Hans' : 'en'
  return [...filesBelow(`new-book/${folder}`), ...filesBelow('new-book/shared')].map(
    ([name, text]) =>
      wanted(
        name,
        text.replaceAll('{title}', () => headingText(title)),
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
      path.relative(path.join(TEMPLATES, folder), path.join(entry.parentPath, entry.name)),
    )
    .map((name) => name.split(path.sep).join('/'))
    .toSorted()
    .map((name) => [name, template(`${folder}/${name}`)] as const)
}

/** A language in a folder of its own: what is shared lies one folder higher. */
function space(language: string, title: string): readonly Wanted[] {
  return pagesIn(language, title).map(({ path: name, content }) =>
    SHARED.test(name)
      ? { path: name, content }
      : wanted(
          `${language}/${name}`,
          content.replaceAll(/\]\(\.\.\/(?=images\/|examples\/)/g, '](../../'),
        ),
  )
}

function unique(files: readonly Wanted[]): readonly Wanted[] {
  return [...new Map<BookPath, Wanted>(files.map((file) => [file.path, file])).values()]
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
function manifest(): string {
  const { name, source } = programPackage()
  return json({
    private: true,
    scripts: { start: 'handbook serve', check: 'handbook check --strict', build: 'handbook build' },
    ...(source === undefined ? {} : { devDependencies: { [name]: source } }),
  })
}

/**
 * The package of this program, and what a package.json has to say to get the same one again. That is unknown for a copy
 * on this machine: a package of this name somewhere else may be another program.
 */
export function programPackage(): { readonly name: string; readonly source: string | undefined } {
  const { name, version } = readJson(path.join(packageFolder, 'package.json')) as {
    readonly name: string
    readonly version: string
  }
  const folder = name.split('/').reduce((dir) => path.dirname(dir), packageFolder)
  const installed = path.basename(folder) === 'node_modules' ? installedFrom(folder, name) : ''
  if (!/^(?:git\+|https?:)/.test(installed)) return { name, source: undefined }
  // What comes from a registry has "/-/" in its address.
  return { name, source: installed.includes('/-/') ? `^${version}` : installed }
}

/** Where npm got a package from, as it notes beside the packages. */
function installedFrom(folder: string, name: string): string {
  try {
    const { packages } = readJson(path.join(folder, '.package-lock.json')) as {
      readonly packages?: { readonly [name: string]: { readonly resolved?: string } }
    }
    return packages?.[`node_modules/${name}`]?.resolved ?? ''
  } catch {
    return ''
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
