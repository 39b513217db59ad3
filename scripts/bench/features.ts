// What generators do with a small book that has mistakes, and what readers can do with a sound one: tried, not read about.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { serveSite } from '../judge/host.ts'
import type { Build, Generator } from './generators.ts'
import { table } from './table.ts'

/** A start page and five chapters; the last has what `body` says. */
function writeProbe(folder: string, body: string): void {
  rmSync(folder, { recursive: true, force: true })
  const chapters = [1, 2, 3, 4, 5].map((at) => `part-1/chapter-${at}/README.md`)
  const texts: Readonly<Record<string, string>> = {
    'README.md': '# Start\n\nThe first page.\n',
    'SUMMARY.md': `# Summary\n\n* [Start](README.md)\n\n## Part 1\n\n${chapters.map((file, at) => `* [Chapter ${at + 1}](${file})`).join('\n')}\n`,
    'book.json': '{ "title": "A probe", "language": "zh" }\n',
    ...Object.fromEntries(
      chapters.map((file, at) => [file, `# Chapter ${at + 1}\n\n${at === 4 ? body : 'Text.'}\n`]),
    ),
  }
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

interface Output {
  readonly status: number
  readonly text: string
  readonly site: string
}

/** How long a page may take for what is asked of it, also on a busy machine. */
const PATIENCE_MS = 10_000

const bodies = {
  link: 'A [dead link](missing-page.md).',
  anchor: 'A [dead anchor](../../README.md#missing-anchor).',
  image: '![A picture](missing-image.png)',
  hint: '{% hint style="warning" %}\nTake care.\n{% endhint %}',
  sound: 'The zookeeper of a cluster.\n\n集群的主节点通过选举产生，然后保存状态。',
}

/** A table of facts, each from a build or from a browser; `temp` is a folder that may be filled. */
export async function compareFeatures(
  generators: readonly Generator[],
  browser: Browser,
  temp: string,
): Promise<string> {
  const columns: (readonly string[])[] = []
  for (const generator of generators) {
    const run = (body: string): Output => buildProbe(generator, body, temp)
    const facts = [
      ...[bodies.link, bodies.anchor, bodies.image].map((body) => reported(run(body))),
      rendersHint(run(bodies.hint)),
    ]
    const { site } = run(bodies.sound)
    // oxlint-disable-next-line no-await-in-loop -- one browser, and one folder
    const seen = await readerFacts(browser, site)
    columns.push([generator.name, ...facts, ...seen])
    console.error(`features: ${generator.name}`)
  }
  const names = [
    'tried',
    'link to a page that is not there',
    'link to an anchor that is not there',
    'image that is not there',
    '`{% hint %}` of GitBook',
    'opened from a disk: pages',
    'opened from a disk: search',
    'on a server: search for a Latin word',
    'on a server: search for a Chinese word within a sentence',
    'on a telephone without scripts: last chapter reached from the first page',
  ]
  return table(names.map((name, at) => [name, ...columns.map((column) => column[at] ?? '')]))
}

function buildProbe(generator: Generator, body: string, temp: string): Output {
  const book = path.join(temp, 'probe')
  const folder = path.join(temp, 'probe-site')
  writeProbe(book, body)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const build: Build = generator.prepare(book, folder)
  // Quiet is for measuring; here everything that a generator says counts.
  const args = build.args.filter((arg) => !['-q', '--quiet'].includes(arg))
  const run = spawnSync(build.command, args, {
    cwd: build.cwd,
    encoding: 'utf8',
    env: { ...process.env, ...build.env },
  })
  return { status: run.status ?? 1, text: `${run.stdout}\n${run.stderr}`, site: build.site }
}

/** How a mistake of the last chapter is told: with its line, with its page, or not; and whether the build fails. */
function reported({ status, text }: Output): string {
  const plain = stripVTControlCharacters(text)
  const told = plain.split('\n').filter((line) => /missing[-_ ](page|anchor|image)/.test(line))
  const place = /chapter-5\/(README|index|_index)\.md:\d+/.test(plain) ? 'file and line' : 'file'
  const say = told.length === 0 ? 'not reported' : `reported with ${place}`
  return status === 0 ? say : `${say}; build fails`
}

function rendersHint({ status, site }: Output): string {
  if (status !== 0) return 'build fails'
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
  const page = files.find((name) => /chapter-5\/?(index)?\.html$/.test(name))
  const html = page === undefined ? '' : readFileSync(path.join(site, page), 'utf8')
  if (!html.includes('Take care')) return 'lost'
  return html.includes('{%') ? 'shown as it is written' : 'a hint'
}

async function readerFacts(browser: Browser, site: string): Promise<readonly string[]> {
  const start = pathToFileURL(path.join(site, 'index.html')).href
  const host = await serveSite(site)
  const facts = [
    await worksFromDisk(browser, start),
    (await finds(browser, start, 'zookeeper')) ? 'yes' : 'no',
    (await finds(browser, host.url, 'zookeeper')) ? 'yes' : 'no',
    (await finds(browser, host.url, '选举')) ? 'yes' : 'no',
    (await reachesWithoutScripts(browser, host.url)) ? 'yes' : 'no',
  ]
  await host.close()
  return facts
}

async function worksFromDisk(browser: Browser, start: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const failed: string[] = []
  page.on('requestfailed', (request) => {
    const needed = ['stylesheet', 'script', 'document'].includes(request.resourceType())
    if (needed && request.url().startsWith('file:')) failed.push(request.url())
  })
  await page.goto(start)
  await page.waitForTimeout(500)
  const href = await page
    .locator('a[href*="chapter-5"]')
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href)
    .catch(() => '')
  const answer = href === '' ? undefined : await page.goto(href).catch(() => undefined)
  const shown = answer && (await page.locator('h1', { hasText: 'Chapter 5' }).count()) > 0
  await page.close()
  if (failed.length > 0) return 'styles or scripts do not load'
  return shown ? 'yes' : 'links lead to folders'
}

const lastChapter = 'a[href*="chapter-5"], [data-url*="chapter-5"]'

const visibleLinks = async (page: Page): Promise<number> =>
  page.locator(lastChapter).filter({ visible: true }).count()

/** Types a word into the search that the page has: more links to the page with it must appear. */
async function finds(browser: Browser, start: string, word: string): Promise<boolean> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(start)
  await page.waitForTimeout(1000)
  const input = page
    .locator('input:not([type=checkbox]):not([type=radio])')
    .filter({ visible: true })
  if ((await input.count()) === 0) {
    const opener = page.locator('button, a, label, [role=button]')
    const search = opener.filter({ visible: true, hasText: /search|搜索/i })
    const labelled = page.locator(
      '[aria-label*="earch"], [aria-label*="搜索"], [data-target*="search"]',
    )
    await search
      .or(labelled)
      .first()
      .click({ timeout: 3000 })
      .catch(() => undefined)
    await page.waitForTimeout(500)
  }
  // Where a search opens, it may bring the tree of chapters to sight or hide it.
  const before = await visibleLinks(page)
  await input
    .first()
    .click({ timeout: 3000 })
    .catch(() => undefined)
  await page.keyboard.type(word, { delay: 50 })
  const found = await within(PATIENCE_MS, async () => {
    const text = (await page.locator('body').textContent()) ?? ''
    return (await visibleLinks(page)) > before || text.includes('通过选举产生')
  })
  await page.close()
  return found
}

/** Whether something becomes true before the time is up. */
async function within(milliseconds: number, test: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- it is asked again and again
    if (await test()) return true
    // oxlint-disable-next-line no-await-in-loop -- as above
    await setTimeout(200)
  }
  return false
}

/** Follows what can be seen, without scripts: at most a menu and a link, or two links. */
async function reachesWithoutScripts(browser: Browser, start: string): Promise<boolean> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(start)
  // A link counts when it could be touched: what lies beside the screen cannot.
  const sees = async (): Promise<boolean> => {
    const links = page.locator(lastChapter).filter({ visible: true })
    const touched = links.first().click({ trial: true, timeout: 1000 })
    return touched.then(
      () => true,
      () => false,
    )
  }
  const controls = page.locator('a[href], label, summary').filter({ visible: true })
  const count = Math.min(await controls.count(), 12)
  let reached = await sees()
  for (let at = 0; at < count && !reached; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    await controls
      .nth(at)
      .click({ timeout: 2000 })
      .catch(() => undefined)
    // oxlint-disable-next-line no-await-in-loop -- one window
    reached = await sees()
    // oxlint-disable-next-line no-await-in-loop -- one window
    if (!reached) await page.goto(start)
  }
  await context.close()
  return reached
}
