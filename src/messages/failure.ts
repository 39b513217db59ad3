import type { Failure } from './messages.ts'

/** The world failed: a port in use, an address that is not this computer's. What is said stands in the catalogs. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
  readonly failure: Failure

  /** The message is for programs. */
  constructor(failure: Failure, message: string, cause: unknown) {
    super(message, { cause })
    this.failure = failure
  }
}
