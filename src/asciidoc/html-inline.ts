// Inline nodes: references are noted with the spelling that the author used, the rest follows the Markdown pages.
import { formulaClass } from './html-code.ts'
import { escapeHtml } from '../core/html.ts'
import { decodeText } from '../tree/parse.ts'
import {
  type NodeConverter,
  type ConverterContext,
  attribute,
  idAndClass,
} from './converter-context.ts'
import { type AsciidocNode, spotOf } from './processor.ts'
import { type Notes, spelledWithin } from './references.ts'

/**
 * What `relfilesuffix` is set to: Asciidoctor takes the extension from a cross reference to another source and puts
 * this in its place, so that we know where there was one.
 */
export const SOURCE_SUFFIX = '\uFDD2'

const SOURCE_EXTENSIONS = ['.adoc', '.asciidoc', '.asc', '.ad']
const HAS_EXTENSION = /\.[a-z][a-z0-9]*$/i

const anchor: NodeConverter = async (node, kit, standard) => {
  if (node.type === 'xref') return crossReference(node, kit, await standard())
  const id = escapeHtml(node.id ?? '')
  if (node.type === 'ref') return `<a id="${id}"></a>`
  if (node.type === 'bibref') return `<a id="${id}"></a>[${node.text || id}]`
  return link(node, kit)
}

async function link(node: AsciidocNode, kit: ConverterContext): Promise<string> {
  const written = decodeText(await targetOf(node))
  const spot = spotOf(node)
  const href = kit.notebook.note({ written, spot, spellings: [written, decoded(written)] })
  return `<a${idAndClass(node)} href="${href}"${constraints(node)}>${node.text ?? ''}</a>`
}

function crossReference(node: AsciidocNode, kit: ConverterContext, standard: string): string {
  const target = decodeText(node.target ?? '')
  // The page itself, or one included into it.
  const { unsaid, text, ...noted } = target.startsWith('#')
    ? localReference(node, target, standard)
    : pageReference(node, target)
  const href = kit.notebook.note({ ...noted, spot: spotOf(node) })
  return `<a${idAndClass(node)}${unsaid} href="${href}"${constraints(node)}>${text}</a>`
}

/** What is noted of a cross reference, and what it shows. */
interface CrossReference extends Omit<Notes, 'spot' | 'unsaid'> {
  readonly text: string
  readonly unsaid: string
}

function localReference({ text }: AsciidocNode, target: string, standard: string): CrossReference {
  return {
    written: target.replace(SOURCE_SUFFIX, ''),
    spellings: localSpellings(target),
    local: text ? 'worded' : 'wordless',
    text: text || standard.replace(/^<a[^>]*>|<\/a>$/g, ''),
    unsaid: '',
  }
}

function pageReference(node: AsciidocNode, target: string): CrossReference {
  const [path = '', fragment] = target.split(SOURCE_SUFFIX)
  const isSource = fragment !== undefined && !HAS_EXTENSION.test(path)
  const written = isSource ? `${path}.adoc${fragment}` : target.replace(SOURCE_SUFFIX, '')
  return {
    written,
    spellings: sourceSpellings(path, fragment ?? '', isSource),
    ...(isSource ? { stem: { path, suffix: fragment } } : {}),
    ...wordsFor(node, isSource ? path : written),
  }
}

/** Asciidoctor knows of other pages only their names: whoever renders components calls them by their titles. */
function wordsFor(
  { text }: AsciidocNode,
  name: string,
): { readonly text: string; readonly unsaid: string } {
  return text ? { text, unsaid: '' } : { text: escapeHtml(name), unsaid: ' data-mention="unsaid"' }
}

/** Where an inline node leads, as its author wrote it. */
export async function targetOf(node: AsciidocNode): Promise<string> {
  const { target = '' } = node
  return (await node.getParent()?.restorePassthroughs?.(target)) ?? target
}

function localSpellings(target: string): readonly string[] {
  const id = target.slice(1)
  const whole = [id, target].flatMap((name) => [`<<${name}>>`, `<<${name},`])
  return [...whole, `xref:${id}[`, `xref:${target}[`, `<<${id}`, target, id]
}

function sourceSpellings(path: string, fragment: string, isSource: boolean): readonly string[] {
  if (!isSource) return [`${path}${fragment}`, path]
  // Without a fragment it would be found in another reference to the same page.
  const alone = [...SOURCE_EXTENSIONS, ''].flatMap((extension) => [
    spelledWithin('<<', path + extension, '>>'),
    spelledWithin('<<', path + extension, ','),
    spelledWithin('<<', path + extension, '#>>'),
    spelledWithin('<<', path + extension, '#,'),
    spelledWithin('xref:', path + extension, '['),
    spelledWithin('xref:', path + extension, '#['),
  ])
  return [
    ...(fragment === '' ? alone : []),
    ...SOURCE_EXTENSIONS.map((extension) => `${path}${extension}${fragment}`),
    `${path}${fragment}`,
    path,
  ]
}

/** Spaces reach us percent-encoded when the author wrote them plainly. */
function decoded(written: string): string {
  return written.replaceAll('%20', ' ')
}

/** `window=_blank` and the options `nofollow` and `noopener`. */
export function constraints(node: AsciidocNode): string {
  const target = attribute(node, 'window')
  const rel = [
    ...(node.hasOption('nofollow') ? ['nofollow'] : []),
    ...(target === '_blank' || node.hasOption('noopener') ? ['noopener'] : []),
  ]
  const window = target === '' ? '' : ` target="${escapeHtml(target)}"`
  return rel.length === 0 ? window : `${window} rel="${rel.join(' ')}"`
}

const footnote: NodeConverter = (node) => {
  const index = attribute(node, 'index')
  // Asciidoctor has said already that there is no such footnote.
  if (index === '') return Promise.resolve(`<sup class="footnote-ref">[${node.text ?? ''}]</sup>`)
  const id = node.type === 'xref' ? '' : ` id="_footnoteref_${index}"`
  return Promise.resolve(
    `<sup class="footnote-ref"><a href="#_footnotedef_${index}"${id}>${index}</a></sup>`,
  )
}

/** Marks at the ends of lines of code: `code.ts` looks for this shape. */
const callout: NodeConverter = (node) =>
  Promise.resolve(`<b class="conum">(${node.text ?? ''})</b>`)

/** Formulas as they are written; those in TeX are set when the page is a tree. */
const quoted: NodeConverter = async (node, _kit, standard) =>
  node.type === 'asciimath' || node.type === 'latexmath'
    ? `<code class="${formulaClass(node.type)}">${node.text ?? ''}</code>`
    : standard()

/** The inline nodes that are not as Asciidoctor makes them. */
export const inlineConverters: Readonly<Record<string, NodeConverter>> = {
  inline_anchor: anchor,
  inline_footnote: footnote,
  inline_callout: callout,
  inline_quoted: quoted,
}
