// What the engine of JavaScript is told before a build. It compiles anew what has run for a while; a build of a thousand
// pages spent a quarter of its processor time on that, and was over before most of it had paid.
import { setFlagsFromString } from 'node:v8'

/** Four times what V8 waits for by itself, and a third of what it copies into its callers. */
const FLAGS = ['--interrupt-budget=300000', '--max-inlined-bytecode-size-cumulative=300']
/** The last Node whose V8 was seen to know them: an unknown flag is told on the error stream. */
const LAST_NODE = 24

/** Makes this process build once, rather than serve for long. */
export function tuneForBuild(): void {
  if (Number.parseInt(process.versions.node, 10) > LAST_NODE) return
  for (const flag of FLAGS) setFlagsFromString(flag)
}
