// llms.txt (llmstxt.org): the book as a list of links for language models. A book in several languages has one at its
// top that leads to those of the languages.
import { foldSpace } from '../../core/text.ts'
import type { PageResult } from '../../core/book.ts'
import { type BookPath, type OutputPath, encodePath, relativeUrl } from '../../core/path.ts'
import { labelsFor } from '../labels.ts'
import { menuOf, walkChapters } from '../../core/menu.ts'
import { pageTitle } from '../page-view.ts'
import { NOT_FOUND } from './not-found.ts'
import { llmsPath } from './addresses.ts'
import type { SiteUrl } from './site-url.ts'
import { type SpaceSite, isListed } from '../space-site.ts'

/** What the list of a space is made of. */
export interface LlmsRequest {
  readonly shared: SpaceSite
  /** The pages of the space by source. */
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly site: SiteUrl | undefined
  /** Where the list lies. */
  readonly output: OutputPath
}

/** The list of one space: the start page first, then the parts of SUMMARY, then pages that only links reach. */
export function llmsText(request: LlmsRequest): string {
  const { shared, results } = request
  const { space } = shared.navigation
  const { labels } = labelsFor(space.config.language)
  const seen = new Set<BookPath>()
  const take = (path: BookPath): string => {
    const result = results.get(path)
    if (result === undefined || seen.has(path) || result.output === NOT_FOUND) return ''
    seen.add(path)
    return row(request, result)
  }
  const start = take(space.readme)
  const parts = menuOf(space).map((part): Group => {
    const pages = [...walkChapters(part.chapters)]
    const rows = pages.map((chapter) => (chapter.kind === 'page' ? take(chapter.path) : ''))
    return [part.title, rows.join('')]
  })
  const rest = space.pages.map((path) => (path === space.tagsFile ? '' : take(path))).join('')
  // A section of this name is what readers in a hurry may leave out.
  const others: Group = ['Optional', [...results.keys()].map(take).join('')]
  const groups: readonly Group[] = [
    ['', start],
    ...parts,
    [labels['glossary'] ?? 'Glossary', rest],
    others,
  ]
  return join([
    ...head(shared.title, space.config.description ?? results.get(space.readme)?.description),
    ...sections(groups, labels['allChapters'] ?? 'All chapters'),
  ])
}

/** The list at the top of a book in several languages. */
export function llmsChoice(
  { title, description }: { readonly title: string; readonly description?: string | undefined },
  sites: readonly SpaceSite[],
  site: SiteUrl | undefined,
): string {
  const [first] = sites
  const rows = sites.filter(isListed).map((shared) => {
    const { space } = shared.navigation
    const url = place('llms.txt' as OutputPath, llmsPath(shared), site)
    const about = shared.title === title ? space.config.description : shared.title
    return item(space.name, url, about === description ? undefined : about)
  })
  const heading = labelsFor(first?.navigation.space.config.language).labels[
    first?.choice === 'book' ? 'chooseBook' : 'language'
  ]
  return join([...head(title, description), `## ${heading ?? 'Language'}\n\n${rows.join('')}`])
}

type Group = readonly [title: string, rows: string]

function head(title: string, description: string | undefined): readonly string[] {
  return [
    `# ${foldSpace(title)}\n`,
    ...(description === undefined ? [] : [`> ${foldSpace(description)}\n`]),
  ]
}

/** Groups as sections; rows without a title join those before them. */
function sections(groups: readonly Group[], untitled: string): readonly string[] {
  const merged: [title: string, rows: string][] = []
  for (const [title, rows] of groups) {
    const last = merged.at(-1)
    if (rows === '') continue
    if (last !== undefined && title === '') last[1] += rows
    else merged.push([title, rows])
  }
  return merged.map(
    ([title, rows]) => `## ${foldSpace(title === '' ? untitled : title)}\n\n${rows}`,
  )
}

function row({ shared, site, output }: LlmsRequest, result: PageResult): string {
  const { navigation, metadata } = shared
  const target =
    metadata.alternateOf(result) ?? (result.isSource ? sourceOf(result) : result.output)
  const title = pageTitle(result, navigation)
  return item(title, place(output, target, site), result.description)
}

/** The file itself, beside the page that shows it. */
function sourceOf({ output }: PageResult): OutputPath {
  return output.replace(/\.html$/, '') as OutputPath
}

/** Absolute when it can be: these lists travel without their address. */
function place(from: OutputPath, to: OutputPath, site: SiteUrl | undefined): string {
  const url = site === undefined ? relativeUrl(from, to) : site + encodePath(to)
  // Simple readers take the first parenthesis for the end.
  return url.replaceAll('(', '%28').replaceAll(')', '%29')
}

function item(title: string, url: string, description: string | undefined): string {
  const name = foldSpace(title).replaceAll(/[[\]\\]/g, String.raw`\$&`)
  const rest = description === undefined || description === '' ? '' : `: ${foldSpace(description)}`
  return `- [${name}](${url.replaceAll(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})${rest}\n`
}

function join(blocks: readonly string[]): string {
  return blocks.join('\n')
}
