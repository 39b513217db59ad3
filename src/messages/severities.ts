// How bad a problem is, by its code: a whole area, and the codes in it that differ. What is not here is a warning.
import type { Severity } from '../core/diagnostic.ts'
import type { Code } from './messages.ts'

type Area = Code extends `${infer A}/${string}` ? `${A}/` : never

const SEVERITIES: { readonly [code in Code | Area]?: Severity | 'off' } = {
  'accessibility/': 'info',
  'accessibility/missing-alt': 'warning',
  'book/kept-pages': 'info',
  'book/no-readme': 'error',
  'book/too-large': 'error',
  'book/recognized': 'info',
  'check/duplicate-chapter': 'info',
  'check/merge-conflict': 'error',
  'check/unreachable-page': 'info',
  'check/unused-exception': 'info',
  'check/unused-file': 'info',
  'cli/': 'error',
  'cli/ignored-flag': 'info',
  'cli/not-asked': 'info',
  'cli/init-existing-book': 'warning',
  'diagrams/not-drawn': 'info',
  'config/cannot-load': 'error',
  'config/empty': 'info',
  'config/invalid-json': 'error',
  'config/not-an-object': 'error',
  'config/root-outside': 'error',
  'config/wrong-type': 'error',
  'config/wrong-value': 'error',
  'ebook/': 'info',
  'ebook/missing-glyph': 'warning',
  'ebook/no-alternative': 'error',
  'ebook/no-compiler': 'warning',
  'ebook/no-font': 'warning',
  'ebook/not-set': 'error',
  'ebook/unknown-chapter': 'error',
  'ebook/unknown-language': 'error',
  'house/': 'off',
  'html/stray-end-tag': 'info',
  'html/unclosed-element': 'info',
  'html/unknown-element': 'info',
  'layout/': 'error',
  'layout/cannot-render': 'warning',
  'links/address-moved': 'info',
  'links/address-unclear': 'info',
  'markdown/unused-footnote': 'info',
  'move/': 'error',
  'move/anchor-reused': 'warning',
  'move/no-redirect': 'warning',
  'output/': 'error',
  'output/case-collision': 'warning',
  'output/collision': 'warning',
  'output/displaced': 'warning',
  'output/file-and-folder': 'warning',
  'output/reserved-name': 'warning',
  'plugins/redirect-line': 'info',
  'plugins/unused-options': 'info',
  'serve/': 'error',
  'serve/watch-failed': 'warning',
  'publishing/edit-link-shows': 'info',
  'summary/lost-heading': 'info',
  'summary/mixed-indentation': 'info',
  'template/not-deterministic': 'info',
  'theme/shallow-clone': 'info',
  'urls/not-listed': 'error',
  'urls/still-there': 'error',
}

/** The severity of a code; `off` for what `check` looks for only when it is asked to. */
export function severityOf(code: Code): Severity | 'off' {
  const area = code.slice(0, code.indexOf('/') + 1) as Area
  return SEVERITIES[code] ?? SEVERITIES[area] ?? 'warning'
}
