import type { Diagnostic } from '../core/diagnostic.ts'

/** The folder of the book went away while it was being served. */
export function folderMissing(folder: string): Diagnostic {
  return {
    code: 'serve/folder-missing',
    severity: 'error',
    message: `The folder of the book is gone: "${folder}"`,
    hint: 'Put it back and the server continues, or stop the server',
  }
}

/** The operating system would not tell us about changes. */
export function watchFailed(reason: string): Diagnostic {
  const isLimit = /ENOSPC|EMFILE|ENFILE/.test(reason)
  return {
    code: 'serve/watch-failed',
    severity: 'warning',
    message: `Changes of some files cannot be seen: ${reason}`,
    hint: isLimit
      ? 'Raise the limit of watched files (on Linux fs.inotify.max_user_watches), or set CHOKIDAR_USEPOLLING=1'
      : 'Set CHOKIDAR_USEPOLLING=1 to look for changes at intervals',
  }
}

/** The build stopped by an exception: ours or a plugin's, never the author's mistake. */
export function buildFailed(reason: string): Diagnostic {
  return {
    code: 'serve/build-failed',
    severity: 'error',
    message: `The build stopped unexpectedly: ${reason}`,
    hint: 'This is a fault of the program or of a plugin; the next change of a file builds again',
  }
}
