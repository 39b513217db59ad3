import type { Diagnostic, Place } from '../core/diagnostic.ts'

/** An `include::` of a file that is not in the book. */
export function missingInclude(at: Place, target: string): Diagnostic {
  return {
    code: 'asciidoc/missing-include',
    severity: 'error',
    message: `Expected a file to include, found none called "${target}"`,
    at,
    hint: 'Paths are relative to the file that includes; include::file.adoc[opts=optional] allows it to be absent',
  }
}

/** An `include::` of an address. */
export function remoteInclude(at: Place, target: string): Diagnostic {
  return {
    code: 'asciidoc/remote-include',
    severity: 'warning',
    message: `Expected a file of the book to include, found the address "${target}"; a link is shown instead`,
    at,
    hint: 'A build reads nothing from the network: download the file into the book and include it from there',
  }
}

/** A file that includes itself, directly or through others. */
export function includeCycle(at: Place, target: string): Diagnostic {
  return {
    code: 'asciidoc/include-cycle',
    severity: 'error',
    message: `"${target}" is being included already, so including it here would never end`,
    at,
    hint: 'Remove this include, or select a part of the file with tags=name',
  }
}

/** More included files than a page can reasonably have. */
export function tooManyIncludes(at: Place, limit: number): Diagnostic {
  return {
    code: 'asciidoc/too-many-includes',
    severity: 'error',
    message: `Expected at most ${limit} included files in a page, found more; the rest is left out`,
    at,
    hint: 'Look for files that include each other again and again',
  }
}

/** A tag that an `include::` asks for and the file lacks. */
export function missingTag(at: Place, tag: string, target: string): Diagnostic {
  return {
    code: 'asciidoc/missing-tag',
    severity: 'warning',
    message: `This include asks for the tag "${tag}", and "${target}" has none of that name`,
    at,
    hint: `Mark the part with tag::${tag}[] and end::${tag}[] in comments`,
  }
}

/** A message of Asciidoctor that has a code of its own. */
interface Known {
  readonly pattern: RegExp
  readonly code: Diagnostic['code']
  /** `$1`, `$2` are the groups of the pattern. */
  readonly message: string
  readonly hint: string
}

const KNOWN: readonly Known[] = [
  {
    pattern: /^unterminated (\S+) block/,
    code: 'asciidoc/unterminated-block',
    message: 'This $1 block is never closed; it goes on to the end',
    hint: 'Close it with the same line of characters that opens it, of the same length',
  },
  {
    pattern: /^section title out of sequence: expected levels? (.*), got level (\d+)/,
    code: 'asciidoc/heading-level',
    message: 'Expected a heading of level $1 here, found level $2',
    hint: 'Levels go down one at a time: == then === then ====',
  },
  {
    pattern: /^id assigned to (\S+) already in use: (.*)/,
    code: 'asciidoc/duplicate-id',
    message: 'The id "$2" of this $1 is used before',
    hint: 'Links lead to the first one; give this one another id',
  },
  {
    pattern: /^callout list item index: expected (\d+), got (\d+)/,
    code: 'asciidoc/callout-order',
    message: 'Expected callout <$1> next, found <$2>',
    hint: 'Number the callouts below the code in order: <1>, <2>, <3>, or write <.> for each',
  },
  {
    pattern: /^no callout found for <(\d+)>/,
    code: 'asciidoc/missing-callout',
    message: 'This line explains callout <$1>, and the code above has no such mark',
    hint: 'Put <$1> at the end of the line of code that it is about',
  },
  {
    pattern: /^list item index: expected (\S+), got (\S+)/,
    code: 'asciidoc/list-number',
    message: 'Expected number $1 in this list, found $2',
    hint: 'The page counts for itself; write a dot (. item) to leave the numbers out',
  },
  {
    pattern: /^dropping cells from incomplete row/,
    code: 'asciidoc/incomplete-row',
    message: 'The last row of this table has too few cells and is left out',
    hint: 'Count the columns of cols= or of the first row; an empty cell is a single |',
  },
  {
    pattern: /^invalid footnote reference: (.*)/,
    code: 'asciidoc/unknown-footnote',
    message: 'There is no footnote with the id "$1"',
    hint: 'Define it where it is used first: footnote:$1[text]',
  },
  {
    pattern:
      /^unmatched preprocessor directive: (.*)|^detected unterminated preprocessor conditional directive: (.*)/,
    code: 'asciidoc/unbalanced-condition',
    message: 'The condition "$1$2" has no other end',
    hint: 'Each ifdef::, ifndef:: and ifeval:: block ends with endif::[]',
  },
]

/** A message of Asciidoctor as a diagnostic. */
export function asciidocMessage(at: Place, text: string): Diagnostic {
  for (const { pattern, code, message, hint } of KNOWN) {
    const match = pattern.exec(text)
    if (match === null) continue
    const fill = (words: string): string =>
      words.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
    return { code, severity: 'warning', message: fill(message), at, hint: fill(hint) }
  }
  const first = text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '')
  return { code: 'asciidoc/message', severity: 'warning', message: first, at }
}
