// One expression by itself, outside of any tag: what GitBook.com has in its pages.
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import { expandTemplates } from './expand.ts'
import type { TemplateVariables } from './request.ts'

/** What an expression is evaluated with. */
export interface ExpressionRequest {
  readonly path: BookPath
  readonly expression: string
  readonly variables: TemplateVariables
}

/** The text of its value, and what is wrong with it. A name without a value is nothing. */
export function valueOf({ path, expression, variables }: ExpressionRequest): {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
} {
  return expandTemplates({
    path,
    text: `{{ ${expression} }}`,
    firstLine: 1,
    root: '' as FolderPrefix,
    variables,
    dialect: 'javascript',
    host: {
      text: () => undefined,
      codeRanges: () => [],
      body: (_, body) => ({ body, firstLine: 1 }),
    },
  })
}
