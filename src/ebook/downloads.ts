// The door from a build to the ebooks that its site offers; what makes them is loaded for books that offer some.
import type { build as buildBook } from '../pipeline/build.ts'

/** A build that makes the ebooks that its book offers. PDFs that come out the same are kept in a folder, if there is one. */
export function withEbooks(build: typeof buildBook, folder?: string): typeof buildBook {
  const ebooks = async (formats: ReadonlySet<string>) => {
    const { createEbookMaker } = await import('./maker.ts')
    return createEbookMaker(formats, folder)
  }
  return (request, memory) => build({ ebooks, ...request }, memory)
}
