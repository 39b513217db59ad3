// `check --watch`: the same check again after every change, until somebody stops it.
import { createQueue } from '../dev/queue.ts'
import { createWatcher } from '../dev/watch.ts'
import { problem } from '../messages/problem.ts'
import { outputFolder } from './build.ts'
import { untilSignal } from './signals.ts'
import { type Session, printReport } from './session.ts'

/** Checks now and after every change; `stopped` ends it. Gives the exit code of the last check. */
export async function watchCheck(
  session: Session,
  checkOnce: () => Promise<number>,
  stopped: Promise<void> = untilSignal(),
): Promise<number> {
  const { terminal, words, bookDir } = session
  const since = Date.now()
  let exitCode = await checkOnce()
  const say = (line: string): void => void terminal.err.write(`${line}\n`)
  const queue = createQueue(async ({ paths }) => {
    say(`\n${words.check.changed([...paths])}`)
    exitCode = await checkOnce()
  })
  const watcher = createWatcher({
    since,
    dir: bookDir,
    outDir: outputFolder(session, undefined),
    onChanges: (changes) => queue.add(changes),
    onGone: () =>
      printReport(session, [problem('serve/folder-missing', undefined, { folder: bookDir })]),
    onError: ({ message }) =>
      printReport(session, [problem('serve/watch-failed', undefined, { reason: message })]),
  })
  await watcher.ready
  if (!session.flags.quiet) say(words.serve.stop)
  await stopped
  queue.close()
  await watcher.close()
  return exitCode
}
