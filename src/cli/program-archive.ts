// An installed program as an archive that npm installs: for a book whose program is on no registry.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { slashedWay } from '../files/host-path.ts'

/** The same for everybody who makes it. */
const WHEN = 499_162_500
const BLOCK = 512

/** The files of an installed package, packed as npm packs them; without what only its developers run. */
export function packProgram(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashedWay(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/(?:^|\/)node_modules\//.test(name))
    .toSorted()
  const parts = files.flatMap((name) => {
    const content = readFileSync(path.join(folder, name))
    return entryOf(`package/${name}`, name === 'package.json' ? manifest(content) : content)
  })
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]))
}

function manifest(content: Buffer): Buffer {
  const {
    scripts: _scripts,
    devDependencies: _tools,
    overrides: _pins,
    ...rest
  } = JSON.parse(content.toString('utf8')) as Record<string, unknown>
  return Buffer.from(`${JSON.stringify(rest, undefined, 2)}\n`)
}

/** A file of an archive of tar (POSIX, "ustar"): its header, its content, and zeros to the end of the block. */
function entryOf(name: string, content: Buffer): readonly Buffer[] {
  const header = Buffer.alloc(BLOCK)
  // A long name is parted at a slash.
  const cut = name.length > 100 ? name.lastIndexOf('/', 155) : -1
  header.write(name.slice(cut + 1), 0, 100, 'utf8')
  header.write(`0000644\0${'0000000\0'.repeat(2)}`, 100, 'latin1')
  header.write(`${octal(content.length)}\0${octal(WHEN)}\0`, 124, 'latin1')
  header.write('        0', 148, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  if (cut > 0) header.write(name.slice(0, cut), 345, 155, 'utf8')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0')
}
