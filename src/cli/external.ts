// `check --external`: where verdicts are kept between runs, and how far it is.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { CheckResult } from '../check/check.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { createProgress } from './progress.ts'
import type { Session } from './session.ts'

/** Asks for the addresses of a book and gives what is wrong with them. */
export async function checkLinksOutside(
  session: Session,
  checked: CheckResult,
  cacheFile: string | undefined,
): Promise<readonly Diagnostic[]> {
  const { terminal, words } = session
  const [{ checkExternal }, { cacheText, parseCache }] = await Promise.all([
    import('../check/external/external.ts'),
    import('../check/external/cache.ts'),
  ])
  const file = path.resolve(terminal.cwd, cacheFile ?? standardCache(terminal.env))
  const cache = parseCache(readText(file), Date.now())
  const progress = createProgress(terminal, words.check.asking)
  try {
    const { onProgress } = progress
    return await checkExternal(checked, { cache, now: () => Date.now(), onProgress })
  } finally {
    progress.end()
    writeText(file, cacheText(cache))
  }
}

function standardCache(env: { readonly [name: string]: string | undefined }): string {
  const folder = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || path.join(homedir(), '.cache')
  return path.join(folder, 'handbook', 'links.json')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A cache that cannot be written is asked for again next time. */
function writeText(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch {}
}
