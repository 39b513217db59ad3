import { execFile } from 'node:child_process'

const MAX_OUTPUT = 512 * 1024 * 1024

/**
 * What git prints for arguments in a folder; undefined when it fails or is not installed. No shell, and settings of the
 * environment that name another repository are left out.
 */
export function runGit(
  cwd: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<string | undefined> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name),
    ),
  )
  return new Promise((resolve) => {
    execFile(
      'git',
      args,
      {
        cwd,
        env: { ...inherited, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', ...env },
        encoding: 'utf8',
        maxBuffer: MAX_OUTPUT,
        windowsHide: true,
      },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    )
  })
}
