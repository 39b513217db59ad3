import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** A configuration that is not JSON. */
export function invalidJson(at: Place, message: string, hint?: string): Diagnostic {
  return {
    code: 'config/invalid-json',
    severity: 'error',
    message,
    at,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** A `.gitbook.yaml` that is not YAML. */
export function invalidYaml(at: Place, reason: string): Diagnostic {
  return {
    code: 'config/invalid-yaml',
    severity: 'warning',
    message: `Expected YAML, found something else: ${reason}; the file is not used`,
    at,
  }
}

/** A key that is written twice in one object. */
export function duplicateKey(at: Place, key: string): Diagnostic {
  return {
    code: 'config/duplicate-key',
    severity: 'warning',
    message: `Expected each key once, found "${key}" again; the last one counts`,
    at,
    hint: 'Merge the two entries',
  }
}

/** A configuration module that throws or cannot be compiled. */
export function cannotLoad(at: Place, reason: string, hint?: string): Diagnostic {
  return {
    code: 'config/cannot-load',
    severity: 'error',
    message: `This configuration cannot be loaded: ${reason}`,
    at,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** A configuration that is something else than an object. */
export function notAnObject(at: Place, found: string): Diagnostic {
  return {
    code: 'config/not-an-object',
    severity: 'error',
    message: `Expected the configuration to be an object, found ${found}`,
    at,
    hint:
      found === 'a function'
        ? 'Export the object itself, not a function that returns it'
        : 'Write { "title": "…" }',
  }
}

/** Two configurations side by side. */
export function severalConfigs(file: BookPath, used: BookPath): Diagnostic {
  return {
    code: 'config/several-files',
    severity: 'warning',
    message: `Expected one configuration, found also "${file}"; "${used}" is used`,
    at: { file },
    hint: 'Remove one of them',
  }
}

/** What a value should have been. */
export interface WrongValue {
  readonly key: string
  readonly expected: string
  readonly found: string
  readonly mild: boolean
  readonly hint?: string
}

/** A value of another type than the key takes. */
export function wrongType(at: Place, { key, expected, found, mild, hint }: WrongValue): Diagnostic {
  return {
    code: 'config/wrong-type',
    severity: mild ? 'warning' : 'error',
    message: `Expected "${key}" to be ${expected}, found ${found}`,
    at,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** A value of the right type that the key does not know. */
export function wrongValue(
  at: Place,
  { key, expected, found, mild, hint }: WrongValue,
): Diagnostic {
  return {
    code: 'config/wrong-value',
    severity: mild ? 'warning' : 'error',
    message: `Expected "${key}" to be ${expected}, found ${found}`,
    at,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** A key that nobody reads. */
export function unknownKey(at: Place, key: string, near: string | undefined): Diagnostic {
  return {
    code: 'config/unknown-key',
    severity: 'warning',
    message: `"${key}" is not a key of the configuration`,
    at,
    hint:
      near === undefined
        ? 'Values for templates belong in "variables", settings of plugins in "pluginsConfig"'
        : `Did you mean "${near}"?`,
  }
}

/** Settings of a plugin that stand beside `pluginsConfig` instead of in it. */
export function misplacedPluginSettings(at: Place, plugin: string, snippet: string): Diagnostic {
  return {
    code: 'config/misplaced-plugin-settings',
    severity: 'warning',
    message: `The settings of the plugin "${plugin}" stand outside "pluginsConfig"; they are used all the same`,
    at,
    hint: `Write ${snippet}`,
  }
}

/** A `root` that is no folder of the book. */
export function rootOutside(at: Place, root: string): Diagnostic {
  return {
    code: 'config/root-outside',
    severity: 'error',
    message: `Expected "root" to be a folder inside the book, found "${root}"`,
    at,
    hint: 'Move the configuration up, beside that folder',
  }
}
