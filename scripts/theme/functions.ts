// The templates of the theme as functions of JavaScript: each is one expression that joins its texts and values, without
// the look-ups and calls by which Handlebars finds out at run time what was known when the theme was compiled. They give
// what Handlebars gives (`tests/template/filled.test.ts`); what this file cannot write is refused, never guessed.
import type { Syntax } from '../../src/template/layout-syntax.ts'

/** A template as Handlebars reads it. */
export interface ParsedTemplate {
  readonly kind: 'layout' | 'partial'
  readonly name: string
  readonly tree: Syntax
}

/** JavaScript of a function that takes the tools of `src/template/filled.ts` and gives the layouts by name. */
export function functionsOf(templates: readonly ParsedTemplate[]): string {
  const made = templates.map(({ kind, name, tree }) => {
    const writer = new Writer(name)
    return `function ${functionName(kind, name)}(c0, root) {\nreturn ${writer.body(tree, ['c0'])}\n}`
  })
  const layouts = templates
    .filter(({ kind }) => kind === 'layout')
    .map(({ name }) => `${JSON.stringify(name)}: ${functionName('layout', name)}`)
  return `({ escape, text, is, or, isolate, label, each, once }) => {\n${made.join('\n')}\nreturn { ${layouts.join(', ')} }\n}`
}

const functionName = (kind: string, name: string): string =>
  `${kind}_${name.replaceAll(/[^\w$]/g, '_')}`

type Contexts = readonly string[]

class Writer {
  readonly #template: string

  constructor(template: string) {
    this.#template = template
  }

  /** What a program gives, as an expression. */
  body(program: unknown, contexts: Contexts): string {
    const statements = (program as { body?: readonly Syntax[] } | null | undefined)?.body ?? []
    const parts = statements.map((one) => this.#statement(one, contexts)).filter(Boolean)
    return parts.length === 0 ? "''" : parts.join(' +\n')
  }

  #statement(node: Syntax, contexts: Contexts): string {
    switch (node.type) {
      case 'ContentStatement':
        return node['value'] === '' ? '' : JSON.stringify(node['value'])
      case 'CommentStatement':
        return ''
      case 'MustacheStatement':
        return `${node['escaped'] === true ? 'escape' : 'text'}(${this.#call(node, contexts)})`
      case 'BlockStatement':
        return this.#block(node, contexts)
      case 'PartialStatement':
        return this.#partial(node, contexts)
      default:
        return this.#refuse(node)
    }
  }

  #block(node: Syntax, contexts: Contexts): string {
    const [value] = node['params'] as readonly Syntax[]
    const name = pathOf(node['path'])
    if (value === undefined || name === undefined) return this.#refuse(node)
    const given = this.#value(value, contexts)
    const inverse = this.body(node['inverse'], contexts)
    if (name === 'each') {
      const inner = `c${contexts.length}`
      return `each(${given}, ${this.#eachOf(node['program'] as Syntax, [...contexts, inner])}, () => ${inverse})`
    }
    const inside = this.body(node['program'], contexts)
    if (name === 'if') return `(is(${given}) ? ${inside} : ${inverse})`
    if (name === 'unless') return `(is(${given}) ? ${inverse} : ${inside})`
    return this.#refuse(node)
  }

  /** A list that is nothing but a partial for each of its members: what is the same on other pages is made once. */
  #eachOf(program: Syntax, contexts: Contexts): string {
    const [only, ...others] = program['body'] as readonly Syntax[]
    const inner = contexts.at(-1) ?? ''
    if (only?.type === 'PartialStatement' && others.length === 0 && isBare(only))
      return `(${inner}) => once(${inner}, ${this.#partialName(only)}, root)`
    return `(${inner}) => ${this.body(program, contexts)}`
  }

  #partial(node: Syntax, contexts: Contexts): string {
    const context = contexts.at(-1) ?? ''
    const { hash } = node as { hash?: { pairs: readonly { key: string; value: Syntax }[] } }
    if ((node['params'] as readonly unknown[]).length > 0) return this.#refuse(node)
    const pairs = (hash?.pairs ?? []).map(
      ({ key, value }) => `${JSON.stringify(key)}: ${this.#value(value, contexts)}`,
    )
    const given = pairs.length === 0 ? context : `{ ...${context}, ${pairs.join(', ')} }`
    return `${this.#partialName(node)}(${given}, root)`
  }

  #partialName(node: Syntax): string {
    const name = pathOf(node['name'])
    return name === undefined ? this.#refuse(node) : functionName('partial', name)
  }

  /** A value, or what a helper gives. */
  #call(node: Syntax, contexts: Contexts): string {
    const params = node['params'] as readonly Syntax[]
    if (params.length === 0) return this.#value(node['path'] as Syntax, contexts)
    const { hash } = node as { hash?: { pairs: readonly unknown[] } }
    if ((hash?.pairs.length ?? 0) > 0) return this.#refuse(node)
    const values = params.map((one) => this.#value(one, contexts))
    switch (pathOf(node['path']) ?? '') {
      case 't':
        return `label(root, ${values.join()})`
      case 'isolate':
        return `isolate(root, ${values.join()})`
      case 'or':
        return `or(${values.join(', ')})`
      case 'eq':
        return `(${values.join(' === ')})`
      default:
        return this.#refuse(node)
    }
  }

  #value(node: Syntax, contexts: Contexts): string {
    switch (node.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return JSON.stringify(node['value'])
      case 'SubExpression':
        return this.#call(node, contexts)
      case 'PathExpression':
        return this.#path(node, contexts)
      default:
        return this.#refuse(node)
    }
  }

  #path(node: Syntax, contexts: Contexts): string {
    const { depth, data, parts } = node as unknown as {
      readonly depth: number
      readonly data: boolean
      readonly parts: readonly string[]
    }
    const [first, ...rest] = parts
    if (data && first !== 'root') return this.#refuse(node)
    const start = data ? 'root' : contexts.at(-1 - depth)
    if (start === undefined) return this.#refuse(node)
    return start + (data ? rest : parts).map((part) => `?.[${JSON.stringify(part)}]`).join('')
  }

  #refuse({ type, loc }: Syntax): never {
    const { line = 0, column = 0 } = loc?.start ?? {}
    const place = `${this.#template}.hbs:${line}:${column + 1}`
    throw new Error(`${place}: no function is made of this ${type} (scripts/theme/functions.ts)`)
  }
}

/** The name that a path is, when it is one. */
function pathOf(path: unknown): string | undefined {
  const { original } = (path ?? {}) as { original?: unknown }
  return typeof original === 'string' ? original : undefined
}

function isBare(node: Syntax): boolean {
  const { hash } = node as { hash?: { pairs: readonly unknown[] } }
  return (node['params'] as readonly unknown[]).length === 0 && (hash?.pairs.length ?? 0) === 0
}
