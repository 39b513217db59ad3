import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'

const AS_WRITTEN = 'it stays in the page as written'
const RAW_HINT =
  'If it is meant for readers, put it into backticks or between {% raw %} and {% endraw %}'

function warning(code: Diagnostic['code'], at: Place, message: string, hint?: string): Diagnostic {
  return { code, severity: 'warning', message, at, ...(hint === undefined ? {} : { hint }) }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

/** A tag that the engine cannot read. */
export function syntaxProblem(at: Place, written: string, reason: string): Diagnostic {
  return warning(
    'template/syntax',
    at,
    `"${shortened(written)}" is not a template tag (${reason}); ${AS_WRITTEN}`,
    RAW_HINT,
  )
}

/** An opening delimiter alone. */
export function unclosedTag(at: Place, opening: string): Diagnostic {
  const close = opening === '{{' ? '}}' : '%}'
  return warning(
    'template/syntax',
    at,
    `Expected "${close}" after "${opening}", found none before the end of the paragraph; ${AS_WRITTEN}`,
    RAW_HINT,
  )
}

/** `{% raw %}` to the end of the page. */
export function unclosedRaw(at: Place): Diagnostic {
  return warning(
    'template/syntax',
    at,
    'Expected "{% endraw %}" after "{% raw %}", found none; nothing below it is expanded',
  )
}

/** Half of a statement. */
export function unpairedTag(at: Place, name: string, expected: string): Diagnostic {
  return warning(
    'template/syntax',
    at,
    `Expected "{% ${expected} %}" to go with "{% ${name} %}", found none; ${AS_WRITTEN}`,
    RAW_HINT,
  )
}

/** A statement that nobody registered. */
export function unknownTag(at: Place, name: string): Diagnostic {
  return warning(
    'template/unknown-tag',
    at,
    `Nobody defines the tag "${name}"; ${AS_WRITTEN}`,
    RAW_HINT,
  )
}

/** A variable that nobody defined. */
export function unknownVariable(at: Place, name: string, known: Iterable<string>): Diagnostic {
  const near = closest(name, known)
  return warning(
    'template/unknown-variable',
    at,
    `Nobody defines the variable "${name}"; the tag stays in the page as written`,
    near === undefined ? RAW_HINT : `Did you mean "${near}"?`,
  )
}

/** A filter that nobody defined. */
export function unknownFilter(at: Place, name: string): Diagnostic {
  return warning(
    'template/unknown-filter',
    at,
    `Nobody defines the filter "${name}"; the tag stays in the page as written`,
    RAW_HINT,
  )
}

/** A variable without a value. */
export function undefinedValue(at: Place, path: string): Diagnostic {
  const variable = path.startsWith('book.')
    ? 'Set it in the `variables` of book.json'
    : 'Check the name, or give a value for this case: {{ name | default("…") }}'
  return warning(
    'template/undefined-value',
    at,
    `"${path}" has no value; nothing is printed`,
    variable,
  )
}

/** An error of a tag while it ran. */
export function failedTag(at: Place, written: string, reason: string): Diagnostic {
  return warning(
    'template/failed',
    at,
    `"${shortened(written)}" could not be expanded (${reason}); ${AS_WRITTEN}`,
  )
}

/** More failures than a page is given chances. */
export function tooManyFailures(at: Place, limit: number): Diagnostic {
  return warning(
    'template/failed',
    at,
    `Expected at most ${limit} failing tags in a page, found more; nothing in it is expanded`,
  )
}

/** An include of a file that does not exist. */
export function missingInclude(at: Place, written: string): Diagnostic {
  return warning(
    'template/missing-include',
    at,
    `This tag asks for "${written}", and there is no such file; ${AS_WRITTEN}`,
    'Paths are relative to the file that holds the tag; one that begins with "/" starts at the top of the book. With `ignore missing` nothing is shown instead',
  )
}

/** An include that climbs out of the book. */
export function outsideBook(at: Place, written: string): Diagnostic {
  return warning(
    'template/outside-book',
    at,
    `This tag asks for a file outside the book: "${written}"; ${AS_WRITTEN}`,
    'Move the file into the book, or include it from a repository with git+https://',
  )
}

/** A file that includes itself, by whatever way. */
export function includeCycle(at: Place, chain: readonly string[]): Diagnostic {
  return warning(
    'template/include-cycle',
    at,
    `These files include each other: ${chain.join(' → ')}; the last step is left out`,
  )
}

/** Includes in includes without end. */
export function includeDepth(at: Place, limit: number): Diagnostic {
  return warning(
    'template/include-depth',
    at,
    `Expected includes at most ${limit} deep, found more; the last one is left out`,
  )
}

/** An include from a git repository that could not be read. */
export function gitInclude(at: Place, written: string, reason: string): Diagnostic {
  return warning(
    'template/git-include',
    at,
    `"${shortened(written)}" could not be read from its repository: ${reason}; ${AS_WRITTEN}`,
  )
}

/** Something whose result would differ from build to build. */
export function notDeterministic(at: Place, filter: string, instead: string): Diagnostic {
  return {
    code: 'template/not-deterministic',
    severity: 'info',
    message: `The filter "${filter}" gives another result in each build; ${instead}`,
    at,
  }
}
