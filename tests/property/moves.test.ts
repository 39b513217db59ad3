// Whatever is moved, nothing is worse than before, every address still answers, and only references were written. On
// generated books, and on real ones where HANDBOOK_CORPUS names a folder of them.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/book/json-lenient.ts'
import { type CheckResult, checkBook } from '../../src/check/check.ts'
import { applyFixes, fixesByFile } from '../../src/check/fix.ts'
import { type FileChange, withChanges } from '../../src/check/rename/overlay.ts'
import { type Move, planMove } from '../../src/check/rename/plan.ts'
import { LOCK_FILE } from '../../src/check/permalinks/lock.ts'
import { updateLock } from '../../src/check/permalinks/update.ts'
import type { Heading, PageResult } from '../../src/core/book.ts'
import type { BookPath } from '../../src/core/path.ts'
import { spaceOf } from '../../src/core/space.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { Files } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { randomBook } from '../support/random-book.ts'
import { type Random, createRandom } from '../support/random.ts'

/** How many moves follow each other in one book. */
const MOVES = 5
/** What a name alone can be blamed for. */
const REMARKS = /^(?:house\/|check\/un(?:used-file|reachable-page)$)/

/** The book with a list of all its addresses. */
function withLock(files: Files, { book, results }: CheckResult): Files {
  if (book === undefined) throw new Error('no book')
  const { text } = updateLock({ book, results, spaceOf: (page) => spaceOf(book, page) }, files, [])
  return withChanges(files, [{ from: LOCK_FILE, to: LOCK_FILE, content: text }])
}

function counts({ diagnostics }: CheckResult): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { code } of diagnostics)
    if (!REMARKS.test(code)) found.set(code, (found.get(code) ?? 0) + 1)
  return found
}

function worse(before: CheckResult, after: CheckResult): readonly string[] {
  const known = counts(before)
  return [...counts(after)].flatMap(([code, count]) =>
    count > (known.get(code) ?? 0) ? [code] : [],
  )
}

function moveFiles(from: string, to: string): Move {
  return { kind: 'files', from, to }
}

function randomMove(
  random: Random,
  files: Files,
  { book, results }: CheckResult,
  step: number,
): Move {
  const page = random.pick([...results.values()].filter(({ isSource }) => !isSource))
  const folder = random.pick([...new Set(files.list().map((file) => path.posix.dirname(file)))])
  const name = `${random.pick(['moved', '新', 'a b', 'x(y)', 'été'])}-${step}`
  const extension = path.posix.extname(page.path)
  const heading = page.headings[random.below(Math.max(1, page.headings.length))]
  switch (random.below(heading === undefined ? 4 : 9)) {
    case 0:
      return moveFiles(page.path, path.posix.join(folder, `${name}${extension}`))
    case 1:
      return moveFiles(page.path, path.posix.join(name, 'deep', `p${extension}`))
    case 2:
      return folder === '.' ? moveFiles(page.path, `${name}${extension}`) : moveFiles(folder, name)
    case 3:
      return moveFiles(book?.spaces[0]?.summaryFile ?? page.path, `${name}${extension}`)
    default:
      return renaming(random, page, heading, step)
  }
}

function renaming(
  random: Random,
  { path: page }: PageResult,
  heading: Heading | undefined,
  step: number,
): Move {
  const texts = [`Named ${step}`, `题目 ${step}`, heading?.text ?? 'X', 'Setup']
  const to = random.chance(0.4) ? { anchor: `anchor-${step}` } : { text: random.pick(texts) }
  return { kind: 'heading', page, anchor: heading?.id ?? '', to }
}

/** A line without what a move may write. */
function withoutReferences(line: string): string {
  return line
    .replaceAll(/\]\([^)]*\)?/g, '](')
    .replaceAll(/\b(href|src|poster|data)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '$1=')
    .replace(/^( {0,3}\[[^\]]+\]:).*/, '$1')
    .replaceAll(/(include|import|extends)\s+["'][^"']*["']/g, '$1')
    .replaceAll(/(link:|xref:|image::?|include::|:imagesdir:\s*)[^[\s]*/g, '$1')
    .replaceAll(/<<[^>]*>>/g, '<<>>')
    .replaceAll(/url\([^)]*\)/g, 'url()')
}

/** Changed lines that are no reference, no heading and no entry of SUMMARY with its text. */
function oddLines(files: Files, { from, content = '' }: FileChange, move: Move): readonly string[] {
  const before = new TextDecoder().decode(files.bytes(from)).split('\n')
  const after = content.split('\n')
  const wanted =
    move.kind === 'files' ? undefined : 'text' in move.to ? move.to.text : move.to.anchor
  const fresh = after.filter((line) => !before.includes(line))
  const old = new Set(before.map(withoutReferences))
  return fresh.filter(
    (line) => !old.has(withoutReferences(line)) && (wanted === undefined || !line.includes(wanted)),
  )
}

/** Of a configuration all that a move has no business with. */
function foreignSettings(text: string): string {
  const value = parseJson('book.json' as BookPath, text.replaceAll('\r\n', '\n')).value?.value
  const left = Object.entries(value ?? {}).filter(
    ([key]) => !['redirects', 'structure', 'cover', 'styles', 'logo', 'favicon'].includes(key),
  )
  return JSON.stringify(left)
}

async function moveAbout(start: Files, random: Random, allowed: RegExp): Promise<number> {
  let files = withLock(start, await checkBook({ files: start }))
  let before = await checkBook({ files })
  let done = 0
  for (let step = 0; step < MOVES; step += 1) {
    const move = randomMove(random, files, before, step)
    // oxlint-disable-next-line no-await-in-loop -- each move begins where the last one ended
    const { changes, diagnostics } = await planMove(before, files, move)
    const told = JSON.stringify(move)
    if (changes.length === 0) {
      expect(diagnostics.map(({ code }) => code).join(), told).toMatch(allowed)
      continue
    }
    const moved = withChanges(files, changes)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const after = await checkBook({ files: moved })
    expect(worse(before, after), told).toEqual([])
    for (const change of changes) {
      if (change.content === undefined) continue
      if (change.from !== 'book.json') expect(oddLines(files, change, move), told).toEqual([])
      else
        expect(foreignSettings(change.content), told).toBe(
          foreignSettings(files.text(change.from)?.text ?? '{}'),
        )
    }
    ;[files, before, done] = [moved, after, done + 1]
  }
  return done
}

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'a generated book is as good after moves as before: %i',
  async (seed) => {
    const random = createRandom(seed)
    const files = memoryFiles(randomBook(random))
    const { diagnostics } = await checkBook({ files })
    expect(diagnostics.filter(({ code }) => !REMARKS.test(code))).toEqual([])
    const refusals = /^move\/(?:target-exists|same-name|structure-file)$/
    expect(await moveAbout(files, random, refusals)).toBeGreaterThan(0)
  },
  60_000,
)

const corpus = process.env['HANDBOOK_CORPUS'] ?? ''
const books =
  corpus === ''
    ? []
    : readdirSync(corpus).filter((name) => statSync(path.join(corpus, name)).isDirectory())

describe.skipIf(books.length === 0)('real books (set HANDBOOK_CORPUS to a folder of them)', () => {
  test.each(books)(
    '%s is as good after moves as before',
    async (name) => {
      const files = diskFiles(path.join(corpus, name))
      await moveAbout(files, createRandom(name.length), /^move\//)
    },
    600_000,
  )

  test.each(books)(
    '%s is no worse after mending',
    async (name) => {
      const files = diskFiles(path.join(corpus, name))
      const before = await checkBook({ files })
      const changes = fixesByFile(before.diagnostics).map(({ file, fixes }) => {
        const content = applyFixes(files.bytes(file) ?? new Uint8Array(), fixes)
        return { from: file, to: file, ...(content === undefined ? {} : { content }) }
      })
      const after = await checkBook({ files: withChanges(files, changes) })
      expect(worse(before, after)).toEqual([])
    },
    600_000,
  )
})
