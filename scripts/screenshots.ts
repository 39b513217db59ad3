// npm run screenshots: the pictures of the README, light and dark, and a contact sheet of the book's pages, all from the
// real pages of this repository's book. Needs Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from '../src/build/build.ts'
import { diskFiles } from '../src/files/disk.ts'
import { writeSite } from '../src/site/write.ts'
import { launchChromium } from '../tests/support/chromium.ts'

const root = path.resolve(import.meta.dirname, '..')
const target = path.join(root, 'docs/screenshots')
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-screenshots-'))
const files = diskFiles(root)
const { outputs } = await build({ files })
await writeSite({ outputs, files, outputDir: path.join(temp, 'site'), bookDir: root })
const browser = await launchChromium()
if (browser === undefined) {
  console.log('screenshots: skipped, Chromium was not found')
  process.exit(0)
}
mkdirSync(target, { recursive: true })
const page = await browser.newPage({ viewport: { width: 1200, height: 750 } })
for (const colorScheme of ['light', 'dark'] as const) {
  // oxlint-disable-next-line no-await-in-loop -- one picture after the other
  await page.emulateMedia({ colorScheme })
  // oxlint-disable-next-line no-await-in-loop -- as above
  await page.goto(pathToFileURL(path.join(temp, 'site/book/concepts/architecture.html')).href)
  // oxlint-disable-next-line no-await-in-loop -- as above
  await page.screenshot({ path: path.join(target, `page-${colorScheme}.png`) })
}

/** Six pages in three themes and two widths, small, on one sheet. */
const pages = [
  'book/index.html',
  'index.html',
  'book/cluster/single-node.html',
  'book/concepts/drf.html',
  'handbook/contents.html',
  'etc/zookeeper/zoo.cfg.html',
  'book/operations/monitoring.html',
].filter((name) => outputs.has(name as never))
const shots: string[] = []
for (const name of pages.slice(0, 6))
  for (const theme of ['light', 'dark', 'sepia'])
    for (const width of [1280, 390]) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
      // oxlint-disable-next-line no-await-in-loop -- as above
      await page.goto(pathToFileURL(path.join(temp, 'site', name)).href)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await page.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen
      }, theme)
      // oxlint-disable-next-line no-await-in-loop -- as above
      const shot = await page.screenshot({ type: 'jpeg', quality: 70 })
      shots.push(`<img src="data:image/jpeg;base64,${shot.toString('base64')}">`)
    }
await page.setViewportSize({ width: 1500, height: 800 })
await page.setContent(
  `<style>body{margin:12px;background:#888;display:flex;flex-wrap:wrap;gap:8px}img{height:170px}</style>${shots.join('')}`,
)
await page.screenshot({
  path: path.join(target, 'contact-sheet.jpg'),
  type: 'jpeg',
  quality: 75,
  fullPage: true,
})
await browser.close()
rmSync(temp, { recursive: true, force: true })
