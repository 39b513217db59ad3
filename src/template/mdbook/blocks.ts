// What preprocessors of mdBook made of pages and books rely on: the panels of mdbook-tabs, which begin with
// `{{#tab name="Linux"}}`, and the listings of the book about Rust, `<Listing number="2-1" file-name="a.rs" caption="…">`
// around a block of code. They become blocks and elements that pages have anyway.
import { tagValue } from '../tag-value.ts'

export type BlockName = 'tabs' | 'tab' | 'endtab' | 'endtabs' | 'listing' | 'endlisting'

const BLOCKS: { readonly [written: string]: BlockName } = {
  tabs: 'tabs',
  tab: 'tab',
  endtab: 'endtab',
  endtabs: 'endtabs',
  '/tab': 'endtab',
  '/tabs': 'endtabs',
  Listing: 'listing',
  '/Listing': 'endlisting',
}

/** The block that begins or ends with this word; undefined for any other. */
export function blockNamed(written: string): BlockName | undefined {
  return Object.hasOwn(BLOCKS, written) ? BLOCKS[written] : undefined
}

const NAMES: ReadonlySet<string> = new Set(Object.values(BLOCKS))

/** Does a directive with this name make blocks? */
export function isBlockName(name: string): name is BlockName {
  return NAMES.has(name)
}

/** Makes blocks of directives, one after the other. */
export class Blocks {
  /** What stands below the listings that are open. */
  readonly #captions: string[] = []

  /** What a directive is in a page; undefined when it means nothing. Lines but the first begin with `indent`. */
  made(name: BlockName, rest: string, indent: string): string | undefined {
    if (name === 'tab') return `{% tab title="${tagValue(valueOf(rest, 'name') ?? rest)}" %}`
    if (name === 'listing') return this.#opened(rest, indent)
    if (name === 'endlisting') return this.#closed(indent)
    return `{% ${name} %}`
  }

  #opened(attributes: string, indent: string): string {
    const number = valueOf(attributes, 'number') ?? ''
    const caption = valueOf(attributes, 'caption') ?? ''
    const label = number === '' ? '' : `Listing ${number}`
    this.#captions.push([label, caption].filter((part) => part !== '').join(': '))
    const file = valueOf(attributes, 'file-name') ?? ''
    return paragraphs(
      ['<figure>', file === '' ? '' : `{% filename %}${tagValue(file)}{% endfilename %}`, ''],
      indent,
    )
  }

  #closed(indent: string): string | undefined {
    const caption = this.#captions.pop()
    if (caption === undefined) return undefined
    const below = caption === '' ? [] : ['<figcaption>', caption, '</figcaption>']
    return paragraphs(['', ...below, '</figure>', ''], indent)
  }
}

/** Blocks of Markdown, with empty lines between them. */
function paragraphs(parts: readonly string[], indent: string): string {
  return parts
    .filter((part, index) => part !== '' || index === 0 || index === parts.length - 1)
    .join(`\n\n${indent}`)
}

function valueOf(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    if (key === name) return (double ?? single ?? '').trim()
  return undefined
}
