import type { Reason } from './messages.ts'

/** Why the operating system refused, without the paths in which machines differ. */
export function systemReason(error: unknown): Reason {
  const { code, message } = error as Partial<NodeJS.ErrnoException>
  if (code === undefined) return message ?? String(error)
  return { case: 'system', code, said: /^E\w+: ([^,]+)/.exec(message ?? '')?.[1] ?? code }
}
