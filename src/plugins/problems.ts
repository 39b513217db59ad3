import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** Plugins whose work is missing from the site. */
export function unsupportedPlugins(at: Place, names: readonly string[]): Diagnostic {
  const one = names.length === 1
  return {
    code: 'plugins/unsupported',
    severity: 'warning',
    message: `The site is built without what ${one ? 'this plugin' : 'these plugins'} added: ${names.join(', ')}`,
    at,
    hint: `Plugins are not run; take ${one ? 'it' : 'them'} out of "plugins" when the book can do without`,
  }
}

/** Settings that nothing on the site depends on. */
export function unusedOptions(at: Place, options: readonly string[]): Diagnostic {
  return {
    code: 'plugins/unused-options',
    severity: 'info',
    message: `These settings of plugins have no counterpart and are not used: ${options.join(', ')}`,
    at,
  }
}

/** Code to be shown from a file that is not there. */
export function missingCode(at: Place, written: string, reason: string): Diagnostic {
  return {
    code: 'plugins/missing-code',
    severity: 'warning',
    message: `Expected code to include from "${written}", ${reason}`,
    at,
    hint: 'Paths are relative to the page; "/" means the top of the book',
  }
}

/** A file of redirects that cannot be read. */
export function redirectsUnreadable(at: Place, file: BookPath | string): Diagnostic {
  return {
    code: 'plugins/redirects-unreadable',
    severity: 'warning',
    message: `Expected "${file}" to be a JSON file with "redirects", found none`,
    at,
    hint: 'Write { "redirects": [{ "from": "old.html", "to": "new.html" }] }, or use "redirects" in the configuration',
  }
}
