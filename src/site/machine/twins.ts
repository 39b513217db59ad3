// The Markdown twin of a page: what its author wrote, with templates expanded and without front matter. Links lead to
// the twins of other pages; pictures and links outside stay as they are, because twins lie beside their pages.
import type { PageLink, PageResult } from '../../core/book.ts'
import { type OutputPath, decodeReference, relativeUrl, upToRoot } from '../../core/path.ts'

/** Where the twin of a page would lie. */
export function twinPath(output: OutputPath): OutputPath {
  return output.replace(/\.html$/, '.md') as OutputPath
}

/** What a twin is made of. */
export interface TwinRequest {
  readonly result: PageResult
  readonly title: string
  /** What a leading '/' means on the site: '' or the folder of the language, ending in '/'. */
  readonly root: string
  /** Where a link to a page shall lead: to its twin, or to itself when it has none. */
  targetOf(link: PageLink): OutputPath
}

const FENCE = /^ {0,3}(?:> ?)*(`{3,}|~{3,})/
/** Lines without any of this have no targets. */
const MAYBE = /\]\(|\]:|(?:href|src)=/
/** Code, which stays as it is; or the target of a link, a picture, a definition or a raw tag. */
const TARGET =
  /(?<code>(?<!`)(`+)(?!`).*?(?<!`)\2(?!`))|(?<before>\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)=["'])(?<target>[^\s)>"']+)/g

/** The text of a twin. */
export function twinText(request: TwinRequest): string {
  const { result, title } = request
  const text = (result.markdown ?? '').replace(/^\n+/, '').trimEnd()
  const heading = result.headings.some(({ level }) => level === 1) ? '' : `# ${title}\n\n`
  return `${`${heading}${withLinks(text, request)}`.trimEnd()}\n`
}

function withLinks(text: string, request: TwinRequest): string {
  const { result, root } = request
  const targets = new Map<string, string>()
  for (const link of result.links) {
    const written = plain(link.written)
    if (written.startsWith('#')) continue
    const anchor = link.anchor === undefined ? '' : `#${link.anchor}`
    const url = relativeUrl(result.output, request.targetOf(link)) + anchor
    if (plain(url) !== written) targets.set(written, url)
  }
  const hasRooted = /(?:\]\(\s*<?|\]:\s*<?|=["'])\/[^/]/.test(text)
  if (targets.size === 0 && !hasRooted) return text
  const top = upToRoot(result.output) + root
  const change = (target: string): string => {
    const found = targets.get(plain(target))
    if (found !== undefined) return found
    return /^\/[^/]/.test(target) ? top + target.slice(1) : target
  }
  return outsideFences(text, (line) => {
    if (!MAYBE.test(line)) return line
    return line.replaceAll(TARGET, (...found) => {
      const {
        code,
        before = '',
        target = '',
      } = found.at(-1) as { [name: string]: string | undefined }
      return code ?? before + change(target)
    })
  })
}

/** Changes the lines of a text that no code fence holds. */
function outsideFences(text: string, change: (line: string) => string): string {
  let open: string | undefined
  return text
    .split('\n')
    .map((line) => {
      const mark = line.includes('```') || line.includes('~~~') ? FENCE.exec(line)?.[1] : undefined
      if (open === undefined) {
        open = mark
        return mark === undefined ? change(line) : line
      }
      const closes = mark?.startsWith(open) === true && /^[\s>]*[`~]+\s*$/.test(line)
      if (closes) open = undefined
      return line
    })
    .join('\n')
}

function plain(written: string): string {
  return (written.includes('%') ? decodeReference(written) : written).normalize('NFC')
}
