import type { Reason } from '../messages/messages.ts'

/** Thrown for what is no diagram that anybody here draws, with the reason as data. */
export class NotDrawn extends Error {
  readonly reason: Exclude<Reason, string>

  constructor(reason: Exclude<Reason, string>) {
    super(reason.case)
    this.reason = reason
  }
}

/** For a line that makes no sense in its diagram. */
export function noSense(line: string): NotDrawn {
  return new NotDrawn({ case: 'no-sense', line: line.slice(0, 60) })
}
