// Single keys at a terminal, while a command runs. Those that end or pause programs go on doing so.

/** The part of standard input that keys come from. */
export type KeyInput = Pick<
  NodeJS.ReadStream,
  'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'
>

/** What Ctrl-C and Ctrl-Z ask for. */
type KeySignal = 'SIGINT' | 'SIGTSTP'

/**
 * Sends a signal to this program. Windows has none that could be sent: it would end the program at once, or say that it knows
 * no such signal. There those who listen are told, and nothing is paused.
 */
export function raiseSignal(name: KeySignal, program: Program = process): void {
  if (program.platform !== 'win32') program.kill(program.pid, name)
  else if (name === 'SIGINT') program.emit(name)
}

/** The part of `process` that signals need. */
interface Program {
  readonly platform: string
  readonly pid: number
  kill(pid: number, name: KeySignal): unknown
  emit(name: 'SIGINT'): unknown
}

/** Calls `onKey` for each key, where somebody can press one; gives what ends that. */
export function listenForKeys(
  onKey: (key: string) => void,
  input: KeyInput = process.stdin,
  signal: (name: KeySignal) => void = raiseSignal,
): () => void {
  if (!input.isTTY || typeof input.setRawMode !== 'function') return () => undefined
  // The shell gets its terminal as it was, and gives it back.
  const pause = (): void => {
    input.setRawMode(false)
    process.once('SIGCONT', () => input.setRawMode(true))
    signal('SIGTSTP')
  }
  const listen = (chunk: Buffer | string): void => {
    for (const key of chunk.toString())
      if (key === '\u0003') signal('SIGINT')
      else if (key === '\u001A') pause()
      else onKey(key)
  }
  input.setRawMode(true)
  input.on('data', listen)
  input.resume()
  return () => {
    input.off('data', listen)
    input.setRawMode(false)
    input.pause()
  }
}
