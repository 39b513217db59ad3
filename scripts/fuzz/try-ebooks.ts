// What has to hold of the ebooks of every book: they are made, every document is XML whose ids are its own and whose links
// lead somewhere, and the compiler takes what it is given.
import { strFromU8, unzipSync } from 'fflate'
import sax from 'sax'
import { makeEpub } from '../../src/ebook/epub/epub.ts'
import { type ReadEdition, readEditions } from '../../src/ebook/make.ts'
import { type Compiler, loadCompiler } from '../../src/ebook/pdf/compiler.ts'
import { makePdf } from '../../src/ebook/pdf/pdf.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../../tests/support/build-book.ts'

let loading: Promise<Compiler | undefined> | undefined

/** What does not hold of the ebooks of a book, in words. */
export async function tryEbooks(contents: Contents): Promise<readonly string[]> {
  const compiler = await (loading ??= loadCompiler())
  const { editions } = await readEditions({ build: { files: memoryFiles(contents) } })
  return editions.flatMap((one) => [
    ...wrongInEpub(makeEpub(one.edition, one.remarks).bytes),
    ...(compiler === undefined ? [] : wrongInPdf(one, compiler)),
  ])
}

function wrongInPdf({ edition, remarks }: ReadEdition, compiler: Compiler): readonly string[] {
  const { chapters } = edition
  const { diagnostics } = makePdf({ edition, remarks, compiler, standard: undefined, chapters })
  return diagnostics
    .filter(({ code }) => code === 'ebook/not-set')
    .map(({ args }) => `PDF: ${JSON.stringify(args)}`)
}

/** What is wrong in the documents of an EPUB. */
export function wrongInEpub(bytes: Uint8Array): readonly string[] {
  const documents = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xhtml|opf|xml|svg)$/.test(name))
      .map(([name, content]) => [name, readXml(strFromU8(content))]),
  )
  return [...documents].flatMap(([name, { problems, links }]) => [
    ...problems.map((problem) => `${name}: ${problem}`),
    ...links
      .filter((link) => leadsNowhere(link, name, documents))
      .map((link) => `${name}: nothing is at ${link}`),
  ])
}

interface Xml {
  readonly ids: ReadonlySet<string>
  readonly links: readonly string[]
  readonly problems: readonly string[]
}

function readXml(text: string): Xml {
  const ids = new Set<string>()
  const links: string[] = []
  const problems: string[] = []
  const reader = sax.parser(true, { xmlns: true })
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the parser has no other way
  reader.onerror = (error) => {
    problems.push(error.message.replaceAll('\n', ' '))
    reader.resume()
  }
  reader.onopentag = ({ attributes }) => {
    for (const [name, { value }] of Object.entries(attributes as Attributes))
      if (name === 'id') {
        if (ids.has(value)) problems.push(`the id ${value} stands twice`)
        ids.add(value)
      } else if (name === 'href') links.push(value)
  }
  reader.write(text).close()
  return { ids, links, problems: problems.slice(0, 3) }
}

type Attributes = { readonly [name: string]: { readonly value: string } }

/** A link of our own, to a document of the ebook, that leads to nothing in it. */
function leadsNowhere(link: string, from: string, documents: ReadonlyMap<string, Xml>): boolean {
  const [, name = '', id] = /^((?:[\w-]+\.xhtml)?)(?:#(.*))?$/.exec(link) ?? []
  if (name === '' && id === undefined) return false
  if (name === '' && !from.endsWith('.xhtml')) return false
  const found = documents.get(name === '' ? from : `EPUB/${name}`)
  return found === undefined || (id !== undefined && !found.ids.has(decodeURIComponent(id)))
}
