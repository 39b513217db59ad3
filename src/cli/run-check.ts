import type { CheckResult } from '../check/check.ts'
import type { Files } from '../files/files.ts'
import { createProgress } from './progress.ts'
import { rememberedResults } from './remember.ts'
import type { Session } from './session.ts'

/** Checks the book of a session with what earlier commands know of it, and shows how far it is. */
export async function runCheck(session: Session, files: Files): Promise<CheckResult> {
  const { checkBook } = await import('../check/check.ts')
  const { terminal, words } = session
  const progress = createProgress(terminal, words.build.progress)
  try {
    const remembered = rememberedResults(session)
    const { trust } = session.flags
    const request = { files, onProgress: progress.onProgress, ...(trust && { trust }) }
    const checked = await checkBook(request, remembered.load())
    remembered.save(checked.memory)
    return checked
  } finally {
    progress.end()
  }
}
