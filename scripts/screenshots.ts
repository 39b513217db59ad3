// npm run screenshots: the pictures of the README, light and dark, and a contact sheet of ten pages of each of the two
// books of this repository, wide and on a phone, all from the real pages. Needs Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from '../src/pipeline/build.ts'
import { diskFiles } from '../src/files/disk.ts'
import { writeSite } from '../src/output/write.ts'
import { launchChromium } from '../tests/support/chromium.ts'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'docs/screenshots')
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-screenshots-'))

/** Pages of the handbook and of its manual, below the folder that holds both sites. */
const pages = [
  'site/index.html',
  'site/book/concepts/resource-offers.html',
  'site/book/concepts/drf.html',
  'site/book/cluster/single-node.html',
  'site/book/frameworks/marathon.html',
  'site/book/practice/continuous-delivery.html',
  'site/book/operations/monitoring.html',
  'site/GLOSSARY.html',
  'site/etc/zookeeper/zoo.cfg.html',
  'site/handbook/contents.html',
  'manual/index.html',
  'manual/commands.html',
  'manual/configuration.html',
  'manual/callouts.html',
  'manual/code-blocks.html',
  'manual/images.html',
  'manual/performance.html',
  'manual/how-it-works.html',
  'manual/library.html',
  'manual/diagnostics/links.html',
] as const

const address = (page: string): string => pathToFileURL(path.join(temp, page)).href

async function write(book: string, site: string): Promise<ReadonlySet<string>> {
  const files = diskFiles(path.join(root, book))
  const { outputs } = await build({ files })
  await writeSite({
    outputs,
    files,
    outputDir: path.join(temp, site),
    bookDir: path.join(root, book),
  })
  return new Set([...outputs.keys()].map((output) => `${site}/${output}`))
}

const written = new Set([...(await write('.', 'site')), ...(await write('docs', 'manual'))])
const missing = pages.filter((page) => !written.has(page))
if (missing.length > 0) throw new Error(`No such pages: ${missing.join(', ')}`)
const browser = await launchChromium()
if (browser === undefined) {
  console.log('screenshots: skipped, Chromium was not found')
  process.exit(0)
}
mkdirSync(target, { recursive: true })
const page = await browser.newPage({ viewport: { width: 1200, height: 750 } })
/* oxlint-disable no-await-in-loop -- one picture after the other */
for (const colorScheme of ['light', 'dark'] as const) {
  await page.emulateMedia({ colorScheme })
  await page.goto(address('site/book/concepts/architecture.html'))
  await page.screenshot({ path: path.join(target, `page-${colorScheme}.png`) })
}

const shots: string[] = []
for (const [index, name] of pages.entries())
  for (const width of [1280, 390]) {
    // Each page once light and once dark, wide and on a phone in turns.
    const colorScheme = (index % 2 === 0) === (width === 390) ? 'dark' : 'light'
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    await page.goto(address(name))
    const shot = await page.screenshot({ type: 'jpeg', quality: 70 })
    shots.push(`<img src="data:image/jpeg;base64,${shot.toString('base64')}">`)
  }
/* oxlint-enable no-await-in-loop */
await page.setViewportSize({ width: 1500, height: 800 })
await page.setContent(
  `<style>body{margin:12px;background:#888;display:flex;flex-wrap:wrap;gap:8px}img{height:200px}</style>${shots.join('')}`,
)
await page.screenshot({
  path: path.join(target, 'contact-sheet.jpg'),
  type: 'jpeg',
  quality: 75,
  fullPage: true,
})
await browser.close()
rmSync(temp, { recursive: true, force: true })
