// All components. Whoever reads this folder knows the language of blocks.
import { closest } from '../core/suggest.ts'
import { api, apiAnswer, apiField, apiSchemas, apiText } from './api.ts'
import {
  apiExample,
  apiMethod,
  apiMethodParts,
  apiParameter,
  apiParameters,
  apiResponse,
} from './api-method.ts'
import {
  code,
  exercise,
  exercisePart,
  filename,
  lineCode,
  highlight,
  listing,
  math,
} from './code.ts'
import { cardsInList } from './card-list.ts'
import { csv } from './csv.ts'
import { column, columns } from './columns.ts'
import type { Component, Spelling } from './define.ts'
import { emoji } from './emoji.ts'
import { expandable } from './expandable.ts'
import { hint } from './hint.ts'
import { embed, file, picture, reveal, vendor } from './media.ts'
import { container, emphasis, label } from './plain.ts'
import { prompt } from './prompt.ts'
import { reference } from './reference.ts'
import { step, stepper } from './stepper.ts'
import { tagList } from './tag-list.ts'
import { codegroup, codetabs, language, method, sample, tab, tabs } from './tabs.ts'
import { isForeign } from './foreign.ts'
import { unknown, unknownPart } from './unknown.ts'
import { update, updates } from './updates.ts'

const COMPONENTS: readonly Component[] = [
  hint,
  tabs,
  tab,
  codegroup,
  codetabs,
  language,
  method,
  sample,
  stepper,
  step,
  columns,
  column,
  cardsInList,
  expandable,
  code,
  listing,
  highlight,
  filename,
  math,
  csv,
  exercise,
  exercisePart,
  embed,
  reveal,
  file,
  reference,
  picture,
  vendor,
  updates,
  tagList,
  update,
  prompt,
  emoji,
  emphasis,
  label,
  container,
  api,
  apiSchemas,
  apiText,
  apiField,
  apiAnswer,
  apiMethod,
  ...apiMethodParts,
  apiParameters,
  apiParameter,
  apiResponse,
  apiExample,
  lineCode,
  unknown,
  unknownPart,
]

/** A tag with the component that it belongs to. */
export interface KnownTag extends Spelling {
  readonly component: Component
}

const BY_NAME = new Map(COMPONENTS.map((component) => [component.name, component]))
const BY_TAG = new Map(
  COMPONENTS.flatMap((component) =>
    component.tags.map((spelling): [string, KnownTag] => [
      spelling.tag,
      { ...spelling, component },
    ]),
  ),
)
/** Blocks by their names after `:::`: those of tags too, but for what stands in a line, holds code or divides others. */
const BY_CONTAINER = new Map(
  COMPONENTS.flatMap((component) =>
    [
      ...component.tags.flatMap(({ tag, kind, isInline, isVerbatim }) =>
        isInline === true || isVerbatim === true || kind === 'divides' ? [] : [tag],
      ),
      ...(component.containers ?? []),
    ].map((tag): [string, KnownTag] => [tag, { tag, kind: 'paired', component }]),
  ),
)

/** A component by its name. */
export function componentNamed(name: string): Component | undefined {
  return BY_NAME.get(name)
}

/** What a tag `{% name %}` is. */
export function knownTag(name: string): KnownTag | undefined {
  if (name.startsWith('@')) return { tag: name, kind: 'optional', component: vendor }
  return BY_TAG.get(name)
}

/** What `::: name` is. */
export function knownContainer(name: string): KnownTag | undefined {
  return BY_CONTAINER.get(name)
}

/** The tag that a name was meant to be: nothing is suggested for a word of its own. */
export function nearTag(name: string): string | undefined {
  return closest(name, [...BY_TAG.keys()])
}

/** The block that `::: name` was meant to be. */
export function nearContainer(name: string): string | undefined {
  return closest(name, [...BY_CONTAINER.keys()])
}

/** A tag that nobody knows. */
export function unknownTag(tag: string): KnownTag {
  return { tag, kind: 'optional', component: unknown }
}

/** A tag that nobody knows, without an end, in a block that nobody knows. */
export function unknownPartTag(tag: string): KnownTag {
  return { tag, kind: 'divides', component: unknownPart }
}

/** A part without what it is a part of: nothing of it is shown, and what follows is text. */
export function lostPartTag(tag: string): KnownTag {
  return { tag, kind: 'void', component: unknown }
}

/**
 * What a tag is in a line of text, where no block may begin: with its end in the same line a block, known or not, is what
 * stands in it, words or code; a part of a block is none. Undefined for samples of templates.
 */
export function lineTag(tag: string): KnownTag | undefined {
  const known = knownTag(tag)
  if (known === undefined && isForeign(tag)) return undefined
  if (known?.kind === 'divides') return lostPartTag(tag)
  if (known !== undefined && (known.isInline === true || known.kind !== 'paired')) return known
  const isOfLine = { kind: 'paired', isInline: true, endsOnLine: true } as const
  return known?.isVerbatim === true
    ? { tag, ...isOfLine, isVerbatim: true, component: lineCode }
    : { tag, ...isOfLine, component: unknown }
}

/** Code has no lines of text: what divides it may stand anywhere in it. */
export function dividerIn(around: KnownTag | undefined, name: string): KnownTag | undefined {
  const known = knownTag(name)
  if (around?.isVerbatim !== true || known?.kind !== 'divides') return undefined
  const owner = around.kind === 'divides' ? around.component.within : around.component.name
  return known.component.within === owner ? known : undefined
}
