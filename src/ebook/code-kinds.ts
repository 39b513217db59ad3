// What code is for a highlighter, in four kinds that weight and slant tell apart without color.

/** A keyword, a string or a number, a comment, a name that is defined. */
export type CodeKind = 'k' | 's' | 'c' | 't'

const KINDS: { readonly [kind: string]: CodeKind } = {
  keyword: 'k',
  literal: 'k',
  built_in: 'k',
  type: 'k',
  'selector-tag': 'k',
  name: 'k',
  tag: 'k',
  string: 's',
  regexp: 's',
  number: 's',
  symbol: 's',
  'meta-string': 's',
  attr: 's',
  comment: 'c',
  quote: 'c',
  doctag: 'c',
  meta: 'c',
  title: 't',
  section: 't',
  class: 't',
  function: 't',
}

/** The kind of a run; undefined for the rest. */
export function codeKind(kind: string): CodeKind | undefined {
  return KINDS[kind.split('.')[0] ?? '']
}
