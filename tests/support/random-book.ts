import type { Contents } from './build-book.ts'
import type { Random } from './random.ts'

const FOLDERS = ['', '', 'guide/', 'guide/deep/', '指南/', 'with space/']
const NAMES = ['install', '安装', 'a b', 'x(y)', 'v1.2', 'README']
const TITLES = ['Setup', 'Setup', '步骤', 'Use `code`', 'C# & more', 'Why?', 'Part **two**']

interface Page {
  readonly path: string
  readonly titles: readonly string[]
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[`*#&?]/g, '')
    .replaceAll(' ', '-')
}

/** The id of a title among equal ones, for titles of the list above. */
function idOf(title: string, earlier: readonly string[]): string {
  const same = earlier.filter((other) => slug(other) === slug(title)).length
  return same === 0 ? slug(title) : `${slug(title)}-${same}`
}

/** A book of Markdown without mistakes, in which pages refer to each other in every way that there is. */
export function randomBook(random: Random): Contents {
  const pages = new Map<string, Page>([
    ['README.md', { path: 'README.md', titles: titles(random) }],
  ])
  for (let count = 2 + random.below(5); count > 0; count -= 1) {
    const path = `${random.pick(FOLDERS)}${random.pick(NAMES)}.md`
    pages.set(path, { path, titles: titles(random) })
  }
  const all = [...pages.values()]
  const contents: { [path: string]: string } = {
    'images/图 1.png': 'x',
    'parts/shared.md': `[A shared page](${reference('parts/shared.md', random.pick(all), random)})\n`,
    'SUMMARY.md': `# Summary\n\n${all.map((page) => chapter(page, random)).join('')}`,
    'book.json': configuration(all, random),
  }
  for (const page of all) contents[page.path] = pageText(page, all, random)
  return contents
}

function titles(random: Random): readonly string[] {
  return random.list(4, () => random.pick(TITLES))
}

/** From the folder of a file to a path. */
function relative(from: string, to: string): string {
  const source = from.split('/').slice(0, -1)
  const target = to.split('/')
  while (source.length > 0 && target.length > 1 && source[0] === target[0]) {
    source.shift()
    target.shift()
  }
  return '../'.repeat(source.length) + target.join('/')
}

function encoded(path: string): string {
  return path.replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29')
}

function reference(from: string, to: Page, random: Random): string {
  const path = random.chance(0.2) ? `/${to.path}` : relative(from, to.path)
  const at = random.below(to.titles.length + 1)
  const title = to.titles[at]
  if (title === undefined) return encoded(path)
  const id = idOf(title, to.titles.slice(0, at))
  return `${encoded(path)}#${random.chance(0.3) ? encodeURIComponent(id) : id}`
}

function chapter(page: Page, random: Random): string {
  const [title] = page.titles
  const own = `* [${page.path.replaceAll(/\W/g, ' ').trim() || 'Page'}](${encoded(page.path)})\n`
  if (title === undefined || random.chance(0.5)) return own
  return `${own}  * [${title}](${encoded(page.path)}#${idOf(title, [])})\n`
}

function configuration(all: readonly Page[], random: Random): string {
  const pairs = random.list(3, (index) => [`old-${index}.md`, random.pick(all)] as const)
  const entries = pairs.map(([from, to]) => [from, reference('book.json', to, random)] as const)
  const redirects = random.chance(0.5)
    ? Object.fromEntries(entries)
    : entries.map(([from, to]) => ({ from, to }))
  return `${JSON.stringify({ language: 'en', redirects }, null, 2)}\n`
}

function pageText(page: Page, all: readonly Page[], random: Random): string {
  const link = (): string => reference(page.path, random.pick(all), random)
  const kinds: readonly (() => string)[] = [
    () => `See [one page](${link()}) and [another one](${link()} "title").`,
    () => `Raw <a href="${link()}">a page in HTML</a>.`,
    () => `By [its name][n].\n\n[n]: ${link()}`,
    () => `![picture](${encoded(relative(page.path, 'images/图 1.png'))})`,
    () => `{% include "${relative(page.path, 'parts/shared.md')}" %}`,
    () => `\`\`\`md\n[code](${link()})\n\`\`\``,
    () => '> A quotation with [words of its own](README.md).'.replace('README.md', link()),
  ]
  const blocks = page.titles.flatMap((title) => [
    `## ${title}`,
    ...random.list(3, () => random.pick(kinds)()),
  ])
  const body = [`# Page ${page.path.replaceAll(/[^a-z0-9]/gi, '')}`, ...blocks].join('\n\n')
  return random.chance(0.3) ? `${body}\n`.replaceAll('\n', '\r\n') : `${body}\n`
}
