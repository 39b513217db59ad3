import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'

/** A layout that Handlebars cannot read. */
export function layoutSyntax(at: Place, reason: string): Diagnostic {
  return {
    code: 'layout/syntax-error',
    severity: 'error',
    message: `The layout cannot be read: ${reason}`,
    at,
    hint: 'Every {{#if}} and {{#each}} needs its {{/if}} and {{/each}}, every {{ its }}',
  }
}

/** `{{name value}}` or `{{#name}}` where no helper has this name. */
export function unknownHelper(at: Place, name: string, helpers: readonly string[]): Diagnostic {
  const near = closest(name, helpers)
  return {
    code: 'layout/unknown-helper',
    severity: 'error',
    message: `Expected a helper, found "${name}", which is none`,
    at,
    hint: near === undefined ? `The helpers are ${helpers.join(', ')}` : `Did you mean "${near}"?`,
  }
}

/** A helper with too few or too many arguments, or used as a block although it is none. */
export function wrongUse(at: Place, name: string, expected: string, found: string): Diagnostic {
  return {
    code: 'layout/wrong-use',
    severity: 'error',
    message: `Expected "${name}" with ${expected}, found ${found}`,
    at,
  }
}

/** `{{> name}}` without a file. */
export function unknownPartial(at: Place, name: string, partials: readonly string[]): Diagnostic {
  const near = closest(name, partials)
  return {
    code: 'layout/unknown-partial',
    severity: 'error',
    message: `Expected a partial, found no file for "${name}"`,
    at,
    hint: near === undefined ? `Create _layouts/partials/${name}.hbs` : `Did you mean "${near}"?`,
  }
}

/** `{{> (expression)}}`: a layout must say which partial it means. */
export function dynamicPartial(at: Place): Diagnostic {
  return {
    code: 'layout/dynamic-partial',
    severity: 'error',
    message: 'Expected the name of a partial, found an expression',
    at,
    hint: 'Choose between partials with {{#if}} and {{else}}',
  }
}

/** `{{t 'key'}}` for a label that no language has. */
export function unknownLabel(at: Place, key: string, keys: readonly string[]): Diagnostic {
  const near = closest(key, keys)
  return {
    code: 'layout/unknown-label',
    severity: 'error',
    message: `Expected the key of a label, found "${key}"`,
    at,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  }
}
