// The recipes of the manual are books: each part is built with the files and settings that it shows, and its pages have
// what it promises and the content policy for that.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../src/core/json.ts'
import { type Contents, buildBook, codes, page } from './support/build-book.ts'

const folder = path.resolve(import.meta.dirname, '../docs/recipes')

interface Part {
  readonly name: string
  readonly config: JsonObject
  readonly files: Contents
}

/** A part of a page is a heading with the blocks of code below it; a block that names its file is that file. */
function partsOf(file: string): readonly Part[] {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return text.split(/^##? /m).flatMap((part) => {
    const blocks = [...part.matchAll(/^```(\w+)\n([^]*?)\n```$/gm)]
    const configs = blocks
      .filter(([, language]) => language === 'json')
      .map(([, , code = '']) => code)
    const named = blocks.flatMap(([, , code = '']) => {
      const name = /^(?:\/\/|\/\*) (\S+\.\w+)/.exec(code)?.[1]
      return name === undefined ? [] : [[name, `${code}\n`] as const]
    })
    if (blocks.length === 0) return []
    const config = Object.assign(
      {},
      ...configs.map((code) => JSON.parse(code) as JsonObject),
    ) as JsonObject
    const own = named.filter(([name]) => name.startsWith('scripts/')).map(([name]) => name)
    // What shows a script alone is for a book that lists it as the part before.
    const scripts = 'scripts' in config || own.length === 0 ? {} : { scripts: own }
    const name = `${file}: ${part.slice(0, part.indexOf('\n'))}`
    return [{ name, config: { ...scripts, ...config }, files: Object.fromEntries(named) }]
  })
}

const PARTS = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .flatMap(partsOf)

const built = ({ config, files }: Part) =>
  buildBook({
    'book.json': JSON.stringify({ title: 'Garden', contentPolicy: true, ...config }),
    'README.md': '# Garden\n\nBeds.\n',
    'fonts/garden.woff2': '',
    ...files,
  })

const FILES: Contents = { 'README.md': '# Garden\n' }
const policyOf = async (config: JsonObject, files: Contents): Promise<string> =>
  page(await buildBook({ 'book.json': JSON.stringify(config), ...FILES, ...files }), '_headers')

test('every part of every recipe is tried', () => {
  expect(PARTS.map(({ name }) => name)).toEqual([
    'analytics.md: A script with an address',
    'analytics.md: Google and Baidu',
    'chat.md: A chat button',
    'comments.md: Giscus',
    'comments.md: Disqus',
    'font.md: A font of your own',
  ])
})

describe.each(PARTS)('$name', (part) => {
  test('builds without a word, and its scripts come after the page', async () => {
    const site = await built(part)
    expect(codes(site)).toEqual([])
    const html = page(site, 'index.html')
    const scripts = (part.config['scripts'] ?? []) as readonly (string | { readonly src: string })[]
    const loaded = [...html.matchAll(/<script src="([^"]*)"([^>]*)>/g)]
    const later = loaded.filter(([, , rest]) => rest?.includes('defer')).map(([, src]) => src)
    for (const one of scripts) expect(later).toContain(typeof one === 'string' ? one : one.src)
    if ('styles/website.css' in part.files)
      expect(html).toContain('<link rel="stylesheet" href="styles/website.css">')
  })

  test('has a policy that allows the sites of its scripts, and no script or style in a page', async () => {
    const { config, files } = part
    const policy = await policyOf(
      { contentPolicy: true, ...config },
      { 'fonts/garden.woff2': '', ...files },
    )
    const sites = JSON.stringify(config['scripts'] ?? []).match(/https:\/\/[\w.-]+/g) ?? []
    const directive = (name: string): string =>
      new RegExp(`${name} ([^;]*)`).exec(policy)?.[1] ?? ''
    for (const site of sites) expect(directive('script-src')).toContain(site)
    const asked = typeof config['contentPolicy'] === 'object' ? config['contentPolicy'] : {}
    for (const [name, value] of Object.entries(asked as JsonObject))
      expect(directive(name)).toContain(typeof value === 'string' ? value : '')
    expect(directive('script-src')).not.toContain("'unsafe-inline'")
    expect(directive('style-src')).not.toContain("'unsafe-inline'")
  })
})
