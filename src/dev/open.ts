import { spawn } from 'node:child_process'

/** The program that shows an address in the default browser, with its arguments. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform,
): readonly [command: string, args: readonly string[]] {
  if (platform === 'darwin') return ['open', [url]]
  // What `start` does, without the command interpreter that knows it.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

/** Shows an address in a browser; false when that did not work. The browser outlives us. */
export function openBrowser(
  command: readonly [command: string, args: readonly string[]],
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command[0], command[1], { stdio: 'ignore', detached: true, shell: false })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
