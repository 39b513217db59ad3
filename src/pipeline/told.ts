// What threads tell of pages that they have taken, one by one, for the thread of the build, which may have to wait for it.
import { takerOf } from './claims.ts'

/** What is told of each page of a list; undefined when nothing will be. */
export interface Told<Value> {
  /** Waits for what is told of a page, which is let go then. */
  wait(index: number): Promise<Value | undefined>
  tell(index: number, value: Value | undefined): void
  /** Nobody waits any more for what a thread has taken and not told. */
  giveUp(thread: number): void
}

/** Nothing is told yet of pages that threads take by these claims. */
export function createTold<Value>(claims: Int32Array): Told<Value> {
  const told = new Map<number, Value | undefined>()
  const waiting = new Map<number, (value: Value | undefined) => void>()
  const tell = (index: number, value: Value | undefined): void => {
    told.set(index, value)
    waiting.get(index)?.(value)
  }
  return {
    tell,
    async wait(index) {
      const value = told.has(index)
        ? told.get(index)
        : await new Promise<Value | undefined>((resolve) => waiting.set(index, resolve))
      told.set(index, undefined)
      return value
    },
    giveUp(thread) {
      for (let index = 0; index < claims.length; index++)
        if (takerOf(claims, index) === thread && !told.has(index)) tell(index, undefined)
    },
  }
}
