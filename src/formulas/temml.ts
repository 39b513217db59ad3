// The only door to Temml, which reads TeX and gives MathML as nodes. It is loaded with the first formula of a build.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A node of Temml: MathML, a text, or an element of HTML around some of it. */
export interface MathNode {
  /** Name of the element; absent for texts and for what is no MathML. */
  readonly type?: string
  readonly text?: string
  readonly attributes?: { readonly [name: string]: unknown }
  readonly classes?: readonly string[]
  readonly style?: { readonly [name: string]: unknown }
  readonly children?: readonly MathNode[]
}

/** How a formula is to be read. */
export interface TexOptions {
  readonly display: boolean
  /** By name with the backslash; definitions of the formula that are to last are added. */
  readonly macros: { [name: string]: string }
}

interface Temml {
  __renderToMathMLTree(tex: string, options: object): MathNode
}

let engine: Temml | undefined

/** TeX as MathML. Throws with a reason when it is no TeX that Temml knows. */
export function readTex(tex: string, { display, macros }: TexOptions): MathNode {
  engine ??= require('temml') as Temml
  // oxlint-disable-next-line no-underscore-dangle -- its name there
  const node = engine.__renderToMathMLTree(tex, {
    displayMode: display,
    annotate: false,
    throwOnError: true,
    trust: false,
    strict: false,
    // Neither a size nor an expansion of an author makes a page of any size.
    maxSize: [60, 1000],
    maxExpand: 1000,
    macros,
  })
  withLists(node)
  return node
}

/** An arrow of a diagram without a label has something else in the place of its children. */
function withLists(node: { children?: readonly MathNode[] }): void {
  if (node.children === undefined) return
  if (Array.isArray(node.children)) for (const child of node.children) withLists(child)
  else node.children = []
}
