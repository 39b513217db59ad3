// The Markdown alternate of a page: what its author wrote, with templates expanded and without front matter. Alternates lie beside
// their pages, so that what leads somewhere from the page leads there from its alternate; links to pages lead to their alternates.
import type { MarkdownLink, PageResult } from '../../core/book.ts'
import { type BookPath, type OutputPath, decodeReference, relativeUrl } from '../../core/path.ts'
import { splitReference } from '../../core/reference.ts'

/** Where the alternate of a page would lie. */
export function alternatePath(output: OutputPath): OutputPath {
  return output.replace(/\.html$/, '.md') as OutputPath
}

/** What an alternate is made of. */
export interface AlternateRequest {
  readonly result: PageResult
  readonly title: string
  /** Where a link to a page shall lead: to its alternate, or to itself when it has none. */
  targetOf(page: BookPath): OutputPath
  /** What stands for a place of the site among the files for machines, such as `llms.txt` for the list of chapters. */
  readonly instead: ReadonlyMap<OutputPath, OutputPath>
}

/** The text of an alternate. */
export function alternateText(request: AlternateRequest): string {
  const { result, title } = request
  const text = withLinks(request)
    .replace(/^\s*\n/, '')
    .trimEnd()
  const heading = result.headings.some(({ level }) => level === 1) ? '' : `# ${title}\n\n`
  return `${`${heading}${text}`.trimEnd()}\n`
}

function withLinks(request: AlternateRequest): string {
  const { markdown = '', markdownLinks = [] } = request.result
  let text = ''
  let done = 0
  for (const link of markdownLinks) {
    text += markdown.slice(done, link.from)
    text += spelled(markdown.slice(link.from, link.to), urlOf(link, request))
    done = link.to
  }
  return text + markdown.slice(done)
}

function urlOf({ url, page }: MarkdownLink, request: AlternateRequest): string {
  const { output } = request.result
  const { query, hash } = splitReference(url)
  if (page !== undefined) return relativeUrl(output, request.targetOf(page)) + query + hash
  const place = [...request.instead].find(([from]) => relativeUrl(output, from) === url)
  return place === undefined ? url : relativeUrl(output, place[1])
}

/** The author's spelling where it leads to the same place and every reader of Markdown understands it. */
function spelled(written: string, url: string): string {
  return plain(written) === plain(url) && !/[\s\\&]/.test(written) ? written : url
}

function plain(url: string): string {
  return (url.includes('%') ? decodeReference(url) : url).normalize('NFC')
}
