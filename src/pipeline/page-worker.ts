// A thread that renders pages of a build. It takes them from the end of the list, tells each result as the line that a
// cache keeps of it, and then what it has seen of the files. What only the thread of the build may do, asking git, it
// leaves to that. At last it lays the pages out, when it is told to.
import { parentPort, workerData } from 'node:worker_threads'
import type { PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import { diskFiles } from '../files/disk.ts'
import { knownFrom, noteLooks } from '../files/looks.ts'
import { type ShelfPlace, fillShelf } from '../files/shelf.ts'
import { claim } from './claims.ts'
import type { ThreadOrder, ThreadReport } from './crew.ts'
import type { LaidPage, LayoutOrder } from './elsewhere.ts'
import { createInputs } from './inputs.ts'
import { layOutOwn } from './lay-out-own.ts'
import { withMadePages } from './load-allowed.ts'
import { rememberOutputs } from './outputs.ts'
import { createPageRenderer } from './page-renderer.ts'
import { resultLine } from './result-lines.ts'
import { createTargets } from './targets.ts'

const order = workerData as ThreadOrder
const { seed, looks, book, paths, number } = order
const claims = new Int32Array(order.claims)
const onDisk = diskFiles(seed.dir, seed.options, seed.walked)
const noted = noteLooks(onDisk, looks && knownFrom(looks))
const files = withMadePages(noted.files, book)
const outputOf = rememberOutputs(book)
const targetOf = createTargets(files, book, outputOf)
const inputs = createInputs(files, book, {
  targetOf,
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

function tell(report: ThreadReport, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(report, handedOver)
}

const put = order.shelf === undefined ? undefined : fillShelf(order.shelf)

/** Where the bytes lie on the shelf, or themselves where there is none or it is full. */
const shelved = (bytes: Uint8Array): Uint8Array | ShelfPlace => put?.(bytes) ?? bytes

const buffersOf = ({ file, alternate }: LaidPage): readonly ArrayBuffer[] =>
  alternate === undefined ? [file.buffer] : [file.buffer, alternate.buffer]

/** What it has told, for the layouts. */
const own = new Map<BookPath, PageResult>()

for (let index = paths.length - 1; index >= 0; index--) {
  const path = paths[index]
  if (path === undefined || !claim(claims, index, number)) continue
  asksGit = false
  // oxlint-disable-next-line no-await-in-loop -- one page at a time: rendering waits for nothing but the processor
  const result = await render(path)
  const isTold = result !== undefined && !isLeft(result)
  if (isTold && order.stays) own.set(path, result)
  tell({ kind: 'page', index, line: isTold ? shelved(resultLine(result)) : undefined })
}
tell({ kind: 'seen', looks: noted.looks() })
if (order.stays)
  parentPort?.once('message', (layout: LayoutOrder) => {
    const { trust } = order.request
    const known = { files, book, trust, outputOf, targetOf, own, paths, number }
    void layOutOwn(known, layout, (index, page) =>
      tell({ kind: 'laid-out', index, page }, buffersOf(page)),
    )
  })
