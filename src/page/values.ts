// What expressions of GitBook.com's pages see: the variables of the space, those of the page, and a reader of whom
// nothing is known.
import type { Space } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, frozen, objectOf } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import type { Files } from '../files/files.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import { readLooseYaml } from '../files/loose-yaml.ts'
import { problem } from '../messages/problem.ts'
import { valueOf } from '../template/value-of.ts'
import type { Evaluate } from '../tree/passes/values.ts'
import { factKey } from './context.ts'
import { pageFacts } from './facts.ts'

/** Whoever reads a site of files is nobody that it knows: what GitBook.com shows to such a reader is shown. */
export const ANONYMOUS: JsonObject = { claims: { unsigned: {} } }

/** Whose page it is, and what may be asked. */
export interface ValuesRequest {
  readonly path: BookPath
  readonly attributes: JsonObject
  readonly space: Space
  readonly files: Files
  readonly inputs: Inputs
}

/** One file serves every expression of a space. */
const readVars = rememberTexts((_path, { text }): JsonObject =>
  frozen(objectOf(readLooseYaml(text).value)),
)

/** `space`, `page` and `visitor`; what is of others than the page is read when an expression looks. */
export function modernVariables(request: ValuesRequest): { readonly [name: string]: unknown } {
  const { path, attributes, space, files, inputs } = request
  const vars = (): JsonObject => {
    const file = `${space.root}.gitbook/vars.yaml` as BookPath
    inputs.get('text', file)
    const source = files.text(file)
    return source === undefined ? {} : readVars(file, source)
  }
  return {
    get space() {
      return {
        vars: vars(),
        get title() {
          inputs.get('fact', factKey(space.id, 'book', 'title'))
          return space.config.title ?? titleIn(space, space.readme, inputs)
        },
      }
    },
    page: {
      get title() {
        return titleIn(space, path, inputs)
      },
      ...attributes,
      vars: objectOf(attributes['vars']),
    },
    visitor: ANONYMOUS,
  }
}

/** What SUMMARY calls a page; nothing where it does not name it. */
function titleIn(space: Space, path: BookPath, inputs: Inputs): Json | undefined {
  inputs.get('fact', factKey(space.id, 'page', path))
  return pageFacts(space, path)['title'] || undefined
}

/** Gives the values of expressions; what is wrong with one is told, and it stays as it is written. */
export function evaluatorOf(request: ValuesRequest, report: (one: Diagnostic) => void): Evaluate {
  const variables = modernVariables(request)
  return (expression, at: Place | undefined) => {
    if (expression === '') return ''
    for (const spelling of new Set([expression, unescaped(expression)])) {
      const { text, diagnostics } = valueOf({ path: request.path, expression: spelling, variables })
      const [wrong] = diagnostics
      if (wrong === undefined) return text
      if (wrong.code === 'template/undefined-value') {
        report({ ...wrong, ...(at && { at }) })
        return ''
      }
    }
    report(
      problem('template/unreadable-value', at ?? { file: request.path }, { written: expression }),
    )
    return undefined
  }
}

/** An expression without the backslashes that GitBook.com's editor writes before signs of Markdown. */
function unescaped(expression: string): string {
  return expression.replaceAll(/\\([_*[\]()<>~`#+\-.!|{}&])/g, '$1')
}
