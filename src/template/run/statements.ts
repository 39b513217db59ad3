import { choice, condition, loop, set } from './control.ts'
import { extending, importing, importingNames, include } from './files.ts'
import type { Handler } from './handler.ts'
import { block, call, filter, macro } from './macros.ts'

/** What the statements of the language do. */
export const STATEMENTS: { readonly [name: string]: Handler } = {
  block,
  call,
  extends: extending,
  filter,
  for: loop,
  from: importingNames,
  if: condition,
  import: importing,
  include,
  macro,
  set,
  switch: choice,
}
