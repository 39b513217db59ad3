import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath, OutputPath } from '../core/path.ts'

const elsewhere = 'Name another folder: `handbook build [book] [output]`'

/** The site would be written among the sources of the book. */
export function outputIsBook(folder: string): Diagnostic {
  return {
    code: 'output/is-book',
    severity: 'error',
    message: `The output folder "${folder}" is the folder of the book itself`,
    hint: `${elsewhere}; without one, the site goes to "_book" inside the book`,
  }
}

/** The book is somewhere below the output folder. */
export function outputContainsBook(folder: string): Diagnostic {
  return {
    code: 'output/contains-book',
    severity: 'error',
    message: `The output folder "${folder}" contains the book`,
    hint: `${elsewhere}; it may lie inside the book, not around it`,
  }
}

/** The folder has content, and nothing says that handbook wrote it. */
export function foreignFiles(folder: string, found: readonly string[]): Diagnostic {
  return {
    code: 'output/foreign-files',
    severity: 'error',
    message: `The output folder "${folder}" is not empty, and handbook did not write what is in it: ${list(found)}`,
    hint: 'Choose an empty folder. If this is an old build of another tool, delete the folder first',
  }
}

/** There is a list of what handbook wrote, and it cannot be understood. */
export function brokenManifest(folder: string, manifest: string): Diagnostic {
  return {
    code: 'output/foreign-files',
    severity: 'error',
    message: `The output folder "${folder}" has a ${manifest} that this version of handbook cannot read, so nobody knows which files are its own`,
    hint: 'Delete the output folder and build again',
  }
}

/** Something else than a folder has the name of the output folder. */
export function notAFolder(folder: string): Diagnostic {
  return {
    code: 'output/not-a-folder',
    severity: 'error',
    message: `The output "${folder}" is a file, and the site needs a folder`,
    hint: elsewhere,
  }
}

/** A new file of the site has the place of a file that handbook did not write. */
export function foreignCollision(
  output: OutputPath,
  inTheWay: string,
  from?: BookPath,
): Diagnostic {
  const what =
    output === inTheWay
      ? `"${output}" of the site is already in the output folder`
      : `"${output}" of the site cannot be written, because "${inTheWay}" is in the way`
  return {
    code: 'output/foreign-collision',
    severity: 'error',
    message: `${what}, and handbook did not put it there`,
    ...(from === undefined ? {} : { at: { file: from } }),
    hint: `Move or delete "${inTheWay}" in the output folder, or rename the page or file of the book`,
  }
}

/** A file of the book wants a name that handbook needs for its own records. */
export function reservedName(output: OutputPath, from?: BookPath): Diagnostic {
  return {
    code: 'output/reserved-name',
    severity: 'error',
    message: `"${output}" is a name that handbook keeps for its own records in the output folder`,
    ...(from === undefined ? {} : { at: { file: from } }),
    hint: 'Rename the file, or leave it out with .bookignore',
  }
}

/** Two outputs are one file on this disk. */
export function sameOnThisDisk(first: OutputPath, second: OutputPath): Diagnostic {
  return {
    code: 'output/case-collision',
    severity: 'error',
    message: `"${first}" and "${second}" differ only in case, and on this disk they are the same file`,
    hint: 'Rename one of the two sources',
  }
}

/** One output is a file where another needs a folder. */
export function fileAndFolder(file: OutputPath, below: OutputPath): Diagnostic {
  return {
    code: 'output/file-and-folder',
    severity: 'error',
    message: `"${file}" of the site would be a file, and also the folder of "${below}"`,
    hint: 'Rename the page or the folder in the book',
  }
}

/** Another process is writing into the same folder. */
export function outputBusy(folder: string, pid: number, lock: string): Diagnostic {
  return {
    code: 'output/busy',
    severity: 'error',
    message: `Another handbook (process ${pid}) is writing to "${folder}"`,
    hint: `Wait for it and build again. If no other handbook is running, delete "${lock}"`,
  }
}

/** A file of the book was there when the build began and cannot be read now. */
export function unreadableSource(from: BookPath, reason: string): Diagnostic {
  return {
    code: 'output/unreadable-source',
    severity: 'error',
    message: `"${from}" cannot be copied: ${reason}`,
    at: { file: from },
    hint: 'Was it deleted or renamed while the book was built? Build again',
  }
}

/** The operating system refused. */
export function unwritable(shown: string, error: NodeJS.ErrnoException): Diagnostic {
  const [why, hint] = refusals[error.code ?? ''] ?? [error.message, elsewhere]
  return {
    code: 'output/unwritable',
    severity: 'error',
    message: `Cannot write to "${shown}": ${why}`,
    hint,
  }
}

/** Why a system call failed, in words for those who do not know the name of the code. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  return refusals[error.code ?? '']?.[0] ?? error.message
}

const permission = [
  'permission denied',
  'Check who owns it and whether you may write there',
] as const
const room = 'Make room and build again; the old site is as it was'

/** Why, and what to do. */
const refusals: { readonly [code: string]: readonly [why: string, hint: string] } = {
  EACCES: permission,
  EPERM: permission,
  EROFS: ['the file system is read-only', elsewhere],
  ENOSPC: ['the disk is full', room],
  EDQUOT: ['your disk quota is used up', room],
  EFBIG: ['the file is larger than you may write here', room],
  ENAMETOOLONG: [
    'the name is too long for this file system',
    'Shorten the name of the source file or of its folder',
  ],
  ENOTDIR: ['a part of the path is a file, not a folder', elsewhere],
  ELOOP: ['the symbolic links on the way lead in a circle', elsewhere],
  ENOENT: [
    'there is no such file or folder',
    'Look for a broken symbolic link, or for something that deletes files at the same time',
  ],
  EMFILE: ['too many files are open', 'Close other programs and build again'],
  EBUSY: ['another program is using it', 'Close that program and build again'],
  EIO: ['the disk reports an error', elsewhere],
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`)
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ')
}
