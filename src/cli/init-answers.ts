// What somebody says about a new book, on the command line or when asked: read strictly, because it goes into files.
import { languageMeant } from '../core/language-names.ts'
import { repositoryAddress } from '../core/repository.ts'
import type { Messages } from '../messages/messages.ts'

/** A kind of answer. */
export type Expectation = 'title' | 'languages' | 'repository' | 'yes-or-no'

/** A value, or what was expected in its place. */
export type ParsedAnswer<T> = { readonly value: T } | Refused

/** What was expected, and what may have been meant. */
export interface Refused {
  readonly expected: Expectation
  readonly meant?: string
}

/** Why an answer is asked for again. */
export function refusal({ expected, meant }: Refused, { words, didYouMean }: Messages): string {
  const sentence = words.init.expected[expected]
  return meant === undefined ? sentence : words.init.meant(sentence, didYouMean(meant))
}

/** Flags of `init` beside those of all commands; undefined where nothing was said. */
export interface InitFlags {
  readonly title?: string
  readonly languages?: readonly string[]
  /** Empty for a book without a repository. */
  readonly repository?: string
  readonly workflow?: boolean
  /** True takes the defaults without asking. */
  readonly yes: boolean
}

/** Everything that a new book is made of. */
export interface InitAnswers {
  readonly title: string
  /** BCP 47 tags, lower case, at least one; several make a folder each. */
  readonly languages: readonly string[]
  /** Web address of the repository; empty when there is none. */
  readonly repository: string
  readonly workflow: boolean
}

/** A title: some text on one line. */
export function readTitle(text: string): ParsedAnswer<string> {
  const value = text.trim()
  const isFine = value !== '' && value.length <= 200 && !/\p{Cc}/u.test(value)
  return isFine ? { value } : { expected: 'title' }
}

/** Languages, with commas or spaces between them. */
export function readLanguages(text: string): ParsedAnswer<readonly string[]> {
  const value = text
    .toLowerCase()
    .split(/[\s,，、;]+/)
    .filter((tag) => tag !== '')
  const isFine = value.length > 0 && value.every(isLanguage) && new Set(value).size === value.length
  return isFine ? { value } : { expected: 'languages', ...languagesMeant(value) }
}

/** `cn` and `chinese` are no tags, and everybody knows what they mean. */
function languagesMeant(value: readonly string[]): { readonly meant?: string } {
  const tags = value.map((tag) => (isLanguage(tag) ? tag : languageMeant(tag)))
  const isClear = tags.length > 0 && tags.every((tag) => tag !== undefined)
  return isClear && new Set(tags).size === tags.length
    ? { meant: tags.join(', ').toLowerCase() }
    : {}
}

/** A tag that is well formed, and whose language has a name. */
function isLanguage(tag: string): boolean {
  try {
    const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
    return names.of(tag) !== undefined
  } catch {
    return false
  }
}

/** The web address of a repository, from any address that git understands; without user names and passwords. */
export function readRepository(text: string): ParsedAnswer<string> {
  const written = text.trim()
  if (/^(?:none|no|无|没有|-)?$/i.test(written)) return { value: '' }
  const value = repositoryAddress(written)
  return value === undefined ? { expected: 'repository' } : { value }
}

/** A host that publishes a book when it finds a file that says how. */
export type Host = 'GitHub' | 'GitLab'

/** The host of a repository: GitHub where there is none yet, undefined where nobody knows that it reads a file that we could write. */
export function hostOf(repository: string): Host | undefined {
  if (!URL.canParse(repository)) return 'GitHub'
  const { hostname } = new URL(repository)
  if (/(?:^|\.)gitlab\./.test(hostname)) return 'GitLab'
  return /(?:^|\.)github\.|\.ghe\.com$/.test(hostname) ? 'GitHub' : undefined
}

/** `yes` and `no`, in full or by their first letter, in English and Chinese. */
export function readYesNo(text: string): ParsedAnswer<boolean> {
  const written = text.trim().toLowerCase()
  if (/^(?:y|yes|是|好|要)$/.test(written)) return { value: true }
  if (/^(?:n|no|否|不|不要)$/.test(written)) return { value: false }
  return { expected: 'yes-or-no' }
}

/** The address that the path of a page is added to for editing it; undefined where the host is not known. */
export function editBase(repository: string, branch: string, prefix: string): string | undefined {
  if (!URL.canParse(repository)) return undefined
  const { hostname } = new URL(repository)
  const [, edit] = EDITORS.find(([host]) => host.test(hostname)) ?? []
  const tail = `${encodeURI(branch)}/${encodeURI(prefix)}`
  return edit === undefined ? undefined : `${repository}/${edit}/${tail}`
}

const EDITORS: readonly (readonly [host: RegExp, edit: string])[] = [
  [/^(?:github|gitee)\.com$/, 'edit'],
  [/^gitlab\./, '-/edit'],
  [/^(?:codeberg\.org|gitea\..+|.*\bforgejo\..+)$/, '_edit'],
]
