// What of a file of the book a link leads to: its page, a page that shows it, or the file itself.
import { type OutputPath, decodeReference, isAsciidocPath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'
import type { Reference } from '../tree/host.ts'
import type { LocatedTarget } from '../core/target.ts'

/** Query and fragment of a link. */
interface Parts {
  readonly suffix: string
  readonly fragment: string
}

/** Where a link to a file of the book leads. */
export interface LinkDestination {
  readonly output: OutputPath
  readonly suffix: string
  /** The part of the page that is meant; undefined when no page is. */
  readonly anchor?: string
  /** A page is shown, not a file. */
  readonly isPage: boolean
}

/** Says it. `hasMarkdown`: the Markdown of pages is published beside them. */
export function leadTo(
  target: LocatedTarget,
  suffix: string,
  asked: Reference,
  hasMarkdown: boolean,
): LinkDestination {
  const { hash } = splitReference(suffix)
  const parts = { suffix, fragment: decodeReference(hash.slice(1)) }
  const shown = pageFor(target, parts, asked)
  if (shown === undefined) return { output: target.output, suffix: parts.suffix, isPage: false }
  const anchor = firstLine(shown, parts.fragment)
  const file = asked.download ? fileOf(target, hasMarkdown) : undefined
  if (file !== undefined) return { output: file, suffix: parts.suffix, anchor, isPage: false }
  const led = shown.isSource ? lineAnchor(parts) : parts.suffix
  return { output: shown.output, suffix: led, anchor, isPage: true }
}

/** The page that a link leads to; `isSource` when it shows a file. */
interface LinkedPage {
  readonly output: OutputPath
  readonly isSource: boolean
}

/** Undefined when the link leads to the file itself. A picture is shown for words, not for a smaller picture of it. */
function pageFor(
  target: LocatedTarget,
  { suffix }: Parts,
  asked: Reference,
): LinkedPage | undefined {
  if (target.kind !== 'asset') return { output: target.output, isSource: target.kind === 'source' }
  const isWanted = !asked.html && !asked.picture && /^(?:#L\d.*)?$/.test(suffix)
  return target.shown === undefined || !isWanted
    ? undefined
    : { output: target.shown, isSource: true }
}

function firstLine({ isSource }: LinkedPage, fragment: string): string {
  return isSource ? fragment.replace(/^(L\d+)-L?\d+$/, '$1') : fragment
}

/** What a reader saves who asks for the file and not for a page; undefined when only a page is there. */
function fileOf(
  { kind, path, output }: LocatedTarget,
  hasMarkdown: boolean,
): OutputPath | undefined {
  if (kind === 'asset') return output
  if (kind === 'source') return withoutPage(output)
  if (!hasMarkdown || isAsciidocPath(path)) return undefined
  return output.replace(/\.html$/, '.md') as OutputPath
}

/** The file itself, behind the page that shows it. */
export function withoutPage(output: OutputPath): OutputPath {
  return output.replace(/\.html$/, '') as OutputPath
}

/** Of a range of lines (`#L10-L20`) the browser can show the first. */
function lineAnchor({ suffix }: Parts): string {
  return suffix.replace(/(#L\d+)-L?\d+$/, '$1')
}
