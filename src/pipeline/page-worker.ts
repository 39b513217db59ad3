// A thread that renders pages of a build. It takes them from the end of the list, tells each result as the line that a
// cache keeps of it, and at last what it has seen of the files. What only the thread of the build may do, asking git,
// it leaves to that.
import { parentPort, workerData } from 'node:worker_threads'
import type { PageResult } from '../core/book.ts'
import { diskFiles } from '../files/disk.ts'
import { noteLooks } from '../files/looks.ts'
import { claim } from './claims.ts'
import type { ThreadOrder, ThreadReport } from './crew.ts'
import { createInputs } from './inputs.ts'
import { withMadePages } from './load-allowed.ts'
import { rememberOutputs } from './outputs.ts'
import { createPageRenderer } from './page-renderer.ts'
import { resultLine } from './result-lines.ts'
import { createTargets } from './targets.ts'

const order = workerData as ThreadOrder
const { seed, book, paths, number } = order
const claims = new Int32Array(order.claims)
const noted = noteLooks(diskFiles(seed.dir, seed.options, seed.walked))
const files = withMadePages(noted.files, book)
const outputOf = rememberOutputs(book)
const inputs = createInputs(files, book, {
  targetOf: createTargets(files, book, outputOf),
  calendar: { dateOf: () => undefined },
})
let asksGit = false
const render = createPageRenderer({
  request: { ...order.request, files },
  book,
  inputs,
  outputOf,
  git() {
    asksGit = true
    return { problem: { case: 'git-untrusted' } }
  },
})

/** The page needs what only the thread of the build knows. */
function isLeft({ dependencies }: PageResult): boolean {
  return asksGit || dependencies.some(({ kind }) => kind === 'date')
}

function tell(report: ThreadReport): void {
  parentPort?.postMessage(report)
}

for (let index = paths.length - 1; index >= 0; index--) {
  const path = paths[index]
  if (path === undefined || !claim(claims, index, number)) continue
  asksGit = false
  // oxlint-disable-next-line no-await-in-loop -- one page at a time: rendering waits for nothing but the processor
  const result = await render(path)
  const line = result === undefined || isLeft(result) ? undefined : resultLine(result)
  tell({ kind: 'page', index, line })
}
tell({ kind: 'seen', looks: noted.looks() })
