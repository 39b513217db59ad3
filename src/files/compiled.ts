// What the engine of JavaScript has made of the largest part of the program, kept for the next process: to compile it anew
// takes as long as to look at the files of a large book.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cachedDataVersionTag } from 'node:v8'
import vm from 'node:vm'
import { atEnd } from '../core/at-end.ts'
import { attempt } from '../core/attempt.ts'
import { cachesFolder, keepNewest } from './caches.ts'
import { readWithBytes, withBytes, writeLines } from './hashed-lines.ts'

/** So many are kept: for a few versions of the program and of Node, and for commands that set other flags of the engine. */
const MOST_KEPT = 8

/** What a script gives, which has its content in its name: compiled before, where that was kept. */
export function runScript(address: URL): unknown {
  const filename = fileURLToPath(address)
  // The engine, its flags and the processor.
  const name = `${path.basename(filename)}-${process.version}-${cachedDataVersionTag()}`
  const file = path.join(cachesFolder(process.env), 'code', 'scripts', name)
  const cachedData = attempt(() => readWithBytes(file)?.bytes)
  const script = new vm.Script(readFileSync(filename, 'utf8'), { filename, cachedData })
  // With the functions that have run until then.
  if (cachedData === undefined || script.cachedDataRejected === true)
    atEnd(() => attempt(() => keep(file, script.createCachedData())))
  return script.runInThisContext()
}

function keep(file: string, bytes: Uint8Array): void {
  writeLines(file, withBytes(path.basename(file), bytes))
  keepNewest(path.dirname(file), MOST_KEPT)
}
