/**
 * Thrown by what needs a library that is loaded with its first use: whoever renders the page awaits `load` and renders it
 * again. So what a page shows depends on nothing that an earlier page needed.
 */
export class NotLoaded extends Error {
  readonly load: () => Promise<void>

  constructor(load: () => Promise<void>) {
    super('not loaded')
    this.load = load
  }
}
