import type { Diagnostic } from '../core/diagnostic.ts'
import type { InitFlags } from './init-answers.ts'

/** The folder that should hold the book is not there. */
export function missingFolder(folder: string, near: string | undefined): Diagnostic {
  return {
    code: 'cli/missing-folder',
    severity: 'error',
    message: `There is no folder "${folder}"`,
    hint:
      near === undefined
        ? `\`handbook init ${quoted(folder)}\` begins a book there`
        : `Did you mean "${near}"?`,
  }
}

/** A file was given where a book's folder was expected. */
export function bookIsFile(file: string, folder: string): Diagnostic {
  return {
    code: 'cli/not-a-folder',
    severity: 'error',
    message: `"${file}" is a file, and a book is a folder`,
    hint: `Name the folder that holds it: "${folder}"`,
  }
}

/** Flags of GitBook and HonKit that are accepted so that old scripts go on working. */
export function ignoredFlags(flags: readonly string[]): Diagnostic {
  const names = flags.map((flag) => `"${flag}"`).join(', ')
  const verb = flags.length === 1 ? 'has' : 'have'
  return {
    code: 'cli/ignored-flag',
    severity: 'info',
    message: `${names} ${verb} no meaning any more and can be left out`,
  }
}

/** SUMMARY wants a file where handbook must not create one. */
export function outsideBook(target: string, because: string): Diagnostic {
  return {
    code: 'cli/init-outside-book',
    severity: 'error',
    message: `"${target}" was not created, because ${because}`,
    hint: 'Only files inside the folder of the book are created; change the target in SUMMARY',
  }
}

/** The operating system refused to create a file. */
export function cannotCreate(target: string, reason: string): Diagnostic {
  return {
    code: 'cli/init-cannot-create',
    severity: 'error',
    message: `"${target}" could not be created: ${reason}`,
  }
}

/** Flags that describe a new book, where there is one already. */
export function uselessInitFlags(flags: InitFlags): readonly Diagnostic[] {
  const names = (['title', 'languages', 'repository', 'workflow'] as const)
    .filter((name) => flags[name] !== undefined)
    .map((name) => (name === 'workflow' ? '"--no-workflow"' : `"--${name}"`))
  if (names.length === 0) return []
  return [
    {
      code: 'cli/init-existing-book',
      severity: 'warning',
      message: `${names.join(', ')} changed nothing, because the folder holds a book already`,
      hint: 'Write the title, the language and the repository into book.json',
    },
  ]
}

/** A baseline that is not there. */
export function noBaseline(file: string): Diagnostic {
  return {
    code: 'cli/no-baseline',
    severity: 'error',
    message: `There is no baseline "${file}"`,
    hint: `\`handbook check --baseline ${quoted(file)} --update-baseline\` writes one`,
  }
}

/** A file that is no baseline. */
export function notABaseline(file: string): Diagnostic {
  return {
    code: 'cli/not-a-baseline',
    severity: 'error',
    message: `Expected a baseline of handbook in "${file}", found something else`,
    hint: `\`handbook check --baseline ${quoted(file)} --update-baseline\` writes it anew`,
  }
}

/** A word as it has to be typed in a shell. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./~-]+$/u.test(word) ? word : `"${word}"`
}
