// What the engine of JavaScript is told before a build. It compiles anew what has run for a while; a build of a thousand
// pages spent a quarter of its processor time on that, and was over before most of it had paid.
import { setFlagsFromString } from 'node:v8'

/** A third of what V8 copies into its callers by itself. */
const COPY_LESS = '--max-inlined-bytecode-size-cumulative=300'
/** Four times what it waits for by itself; later engines count otherwise, and gain nothing by waiting. */
const WAIT = '--interrupt-budget=300000'

/** The heap grows by this before it is looked through: by itself V8 lets a large book take twice the room that it needs. */
const GROW_LESS = '--heap-growing-percent=60'

/** The flags that a Node was seen to know: it tells of an unknown one on the error stream. */
export function flagsFor(node: string): readonly string[] {
  const major = Number.parseInt(node, 10)
  if (major < 22) return [WAIT, COPY_LESS, GROW_LESS]
  return major <= 26 ? [COPY_LESS, GROW_LESS] : []
}

/** Makes this process build once, rather than serve for long. */
export function tuneForBuild(): void {
  for (const flag of flagsFor(process.versions.node)) setFlagsFromString(flag)
}
