// What ends the work on one tag, or on a page.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { Reason } from '../messages/messages.ts'

/** A tag cannot be read or cannot be evaluated: it stays as it was written. */
export class Failure extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(typeof reason === 'string' ? reason : reason.case)
    this.reason = reason
  }
}

/** The same, where something has a message of its own. */
export class Refusal extends Failure {
  readonly report: (at: Place) => Diagnostic

  constructor(report: (at: Place) => Diagnostic) {
    super('')
    this.report = report
  }
}

/** The page does more than a page can mean: it stays as a whole as it was written. */
export class Overrun extends Failure {}
