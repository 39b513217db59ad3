// Diagrams leave their colors to the theme, by classes. An ebook has no theme: here they are as print wants them.
import { type Element, classesOf } from '../../tree/node.ts'

const PAINT: { readonly [name: string]: string } = {
  page: '#ffffff',
  text: '#1a1a1a',
  soft: '#555555',
  line: '#555555',
  box: '#edf1f6',
  head: '#dfe5ec',
  group: '#f6f7f9',
  edge: '#7d848e',
  hair: '#c4c8cd',
  s1: '#1d3557',
  s2: '#2a7f9d',
  s3: '#c98b1b',
  s4: '#6f5aa8',
  s5: '#b8435a',
  s6: '#7d848e',
}

/** What the classes of a drawing's part mean, as attributes. */
export function paintOf(node: Element): string {
  const names = classesOf(node)
  const said = names.flatMap((name) => {
    const [, kind, color = ''] = /^d([fs])-(\w+)$/.exec(name) ?? []
    const value = PAINT[color]
    if (kind === undefined || value === undefined) return []
    return [` ${kind === 'f' ? 'fill' : 'stroke'}="${value}"`]
  })
  const font = names.includes('d-mono') ? 'monospace' : 'sans-serif'
  const isDiagramText = node.name === 'text' && names.some((name) => name.startsWith('d'))
  return said.join('') + (isDiagramText ? ` font-family="${font}"` : '')
}
