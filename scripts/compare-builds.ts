// npm run compare -- OLD [FOLDER ...]: builds books with another checkout of handbook and with this one, and lists
// every file of the sites that is not the same, with the first line that differs. OLD is a checkout that is built
// (`dist/bin.js`); a FOLDER is a book, or holds books at any depth. Without folders the books of this repository are
// built. Options: --mask PATTERN replaces what the regular expression matches before comparing (may be repeated; the
// version behind `?v=` always is), --only PATTERN looks at files of that name alone, --show N prints N differences a
// book (3), --keep leaves the sites in the temporary folder that is named.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const root = path.resolve(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mask: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    show: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})
const [old, ...folders] = positionals
if (old === undefined || !existsSync(path.join(old, 'dist/bin.js'))) {
  console.error('compare-builds: name another checkout of handbook that is built (OLD/dist/bin.js)')
  process.exit(2)
}

const masks = [String.raw`\?v(?:=|&#x3D;)[0-9a-f]{8}`, ...values.mask].map(
  (pattern) => new RegExp(pattern, 'g'),
)
const only = new RegExp(values.only)
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-compare-'))

/** Names of files that make a folder a book. */
const BOOK =
  /^(?:book\.(?:json|c?js|mjs)|SUMMARY\.(?:md|markdown|adoc|asciidoc)|LANGS\.md|\.gitbook\.yaml)$/i

/** A folder when it is a book, else the books below it. */
function booksIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (entries.some((entry) => BOOK.test(entry.name))) return [folder]
  return entries
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|_book$)/.test(entry.name))
    .flatMap((entry) => booksIn(path.join(folder, entry.name)))
}

interface Site {
  readonly status: number | null
  readonly files: ReadonlyMap<string, Buffer>
  readonly report: string
}

function buildWith(checkout: string, book: string, name: string): Site {
  const output = path.join(temp, name)
  const args = [path.join(checkout, 'dist/bin.js'), 'build', book, output, '--no-cache']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const files = new Map<string, Buffer>()
  if (existsSync(output))
    for (const entry of readdirSync(output, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && only.test(entry.name)) {
        const file = path.join(entry.parentPath, entry.name)
        files.set(path.relative(output, file), readFileSync(file))
      }
  if (!values.keep) rmSync(output, { recursive: true, force: true })
  return {
    status,
    files,
    report: stdout.replaceAll(/ in [\d.]+ m?s\b|\S*\/new\b|\S*\/old\b/g, '') + stderr,
  }
}

const masked = (content: Buffer): string =>
  masks.reduce((text, mask) => text.replaceAll(mask, '…'), content.toString('latin1'))

/** The first line in which two texts differ, from shortly before the difference. */
function firstDifference(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const line = a.findIndex((text, index) => text !== b[index])
  const index = line < 0 ? a.length : line
  const one = a[index] ?? ''
  const other = b[index] ?? ''
  let column = 0
  while (column < one.length && one[column] === other[column]) column++
  const cut = (text: string): string =>
    Buffer.from(text.slice(Math.max(0, column - 40), column + 120), 'latin1').toString('utf8')
  return [`    line ${index + 1}`, `    - ${cut(one)}`, `    + ${cut(other)}`]
}

/** What differs between two sites: the file and the lines that show it. */
function differences(before: Site, after: Site): readonly (readonly string[])[] {
  const names = [...new Set([...before.files.keys(), ...after.files.keys()])].toSorted()
  return names.flatMap((name) => {
    const [one, other] = [before.files.get(name), after.files.get(name)]
    if (one === undefined) return [[`  only in the new site: ${name}`]]
    if (other === undefined) return [[`  only in the old site: ${name}`]]
    if (one.equals(other)) return []
    const [a, b] = [masked(one), masked(other)]
    return a === b ? [] : [[`  ${name}`, ...firstDifference(a, b)]]
  })
}

const books = (folders.length > 0 ? folders : [root, path.join(root, 'docs')]).flatMap(booksIn)
let total = 0
for (const book of books) {
  const before = buildWith(old, book, 'old')
  const after = buildWith(root, book, 'new')
  const found = differences(before, after)
  total += found.length
  const status = before.status === after.status ? '' : `, exit ${before.status} → ${after.status}`
  const report = before.report === after.report ? '' : ', the report differs'
  console.log(`${book}: ${after.files.size} files, ${found.length} differ${status}${report}`)
  for (const lines of found.slice(0, Number(values.show))) console.log(lines.join('\n'))
  if (found.length > Number(values.show))
    console.log(`  … and ${found.length - Number(values.show)} more`)
}
console.log(`${books.length} books, ${total} files differ`)
if (values.keep) console.log(`the sites of the last book are in ${temp}`)
else rmSync(temp, { recursive: true, force: true })
process.exitCode = total === 0 ? 0 : 1
