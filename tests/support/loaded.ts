import { NotLoaded } from '../../src/core/not-loaded.ts'

/** Does something again once what it needs is loaded. */
export async function loaded<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error
    await error.load()
    return loaded(make)
  }
}
