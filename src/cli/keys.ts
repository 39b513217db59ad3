// Single keys at a terminal, while a command runs. Those that end or pause programs go on doing so.

/** The part of standard input that keys come from. */
export type KeyInput = Pick<
  NodeJS.ReadStream,
  'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'
>

/** Calls `onKey` for each key, where somebody can press one; gives what ends that. */
export function listenForKeys(
  onKey: (key: string) => void,
  input: KeyInput = process.stdin,
  signal: (name: NodeJS.Signals) => void = (name) => process.kill(process.pid, name),
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
