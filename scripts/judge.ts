// npm run judge [-- --only axe|nu|lighthouse|weight|csp] [BOOK…]: builds the book of the browser tests, the two books of
// the repository and one of a thousand pages, or else the books that are named, and lets every judge look at the sites.
// Ends with 1 when one of them objects. docs/judges.md says what each of them proves.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { chromiumPath, launchChromium } from '../tests/support/chromium.ts'
import { writeBook } from './bench/book.ts'
import { judgeAccess } from './judge/axe.ts'
import { judgePolicy } from './judge/csp.ts'
import { judgeLighthouse } from './judge/lighthouse.ts'
import { judgeMarkup } from './judge/nu.ts'
import {
  type Site,
  buildSite,
  gardenBook,
  manualBook,
  ownBook,
  samplePages,
} from './judge/sites.ts'
import { type Verdict, report } from './judge/verdict.ts'
import { judgeWeight } from './judge/weight.ts'

const judges = ['nu', 'csp', 'weight', 'axe', 'lighthouse'] as const
type Judge = (typeof judges)[number]

const { values, positionals: books } = parseArgs({
  options: { only: { type: 'string', multiple: true } },
  allowPositionals: true,
})
const unknown = values.only?.find((name) => !(judges as readonly string[]).includes(name))
if (unknown !== undefined) {
  console.error(`judge: "${unknown}" is none of ${judges.join(', ')}`)
  process.exit(2)
}
const wanted = (name: Judge): boolean => values.only?.includes(name) ?? true

const temp = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'handbook-judge-'))
const place = (name: string): string => path.join(temp, name)

async function buildSites(): Promise<readonly Site[]> {
  const garden = await buildSite('garden', gardenBook, place('garden'))
  const own = await buildSite('own', ownBook, place('own'))
  return [garden, own, await buildSite('manual', manualBook, place('manual'))]
}

async function buildLarge(): Promise<Site> {
  writeBook(1000, place('large-book'))
  return buildSite('large', place('large-book'), place('large'))
}

async function withBrowser(
  browser: Browser,
  sites: readonly Site[],
  large: Site,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  /* oxlint-disable no-await-in-loop -- judges at the same time would disturb each other */
  for (const site of sites) {
    if (wanted('csp')) verdicts.push(await judgePolicy(browser, site, samplePages(site)))
    if (wanted('axe')) verdicts.push(...(await judgeAccess(browser, site, samplePages(site))))
  }
  /* oxlint-enable no-await-in-loop */
  const [middle] = large.pages.slice(large.pages.length / 2)
  const sample = middle === undefined ? [] : ['index.html', middle]
  if (wanted('csp')) verdicts.push(await judgePolicy(browser, large, sample))
  if (wanted('axe')) verdicts.push(...(await judgeAccess(browser, large, sample)))
  if (wanted('weight')) verdicts.push(...(await judgeWeight(browser, large)))
  return verdicts
}

const noBrowser: Verdict = {
  judge: 'all',
  subject: 'browser',
  figure: 'missing',
  faults: ['set CHROMIUM_PATH'],
}

/** Books of others: what is theirs (raw HTML, pictures from elsewhere) is looked at as well. */
async function judgeNamed(): Promise<readonly Verdict[]> {
  const executable = chromiumPath()
  const browser = await launchChromium()
  if (executable === undefined || browser === undefined) return [noBrowser]
  const verdicts: Verdict[] = []
  /* oxlint-disable no-await-in-loop -- judges at the same time would disturb each other */
  for (const book of books) {
    const name = path.basename(path.resolve(book))
    const site = await buildSite(name, book, place(name))
    const sample = samplePages(site)
    if (wanted('nu')) verdicts.push(judgeMarkup(site))
    if (wanted('axe')) verdicts.push(...(await judgeAccess(browser, site, sample)))
    if (wanted('lighthouse'))
      for (const page of lighthousePages(site))
        verdicts.push(await judgeLighthouse(executable, { site, page }))
  }
  /* oxlint-enable no-await-in-loop */
  await browser.close()
  return verdicts
}

/** The first page, and chapters from the middle of the book. */
function lighthousePages({ pages }: Site): readonly string[] {
  const chapters = pages.filter((page) => !/\.\w+\.html$|^handbook\/|^404|GLOSSARY/.test(page))
  const at = (part: number): string => chapters[Math.floor(chapters.length * part)] ?? 'index.html'
  return [...new Set(['index.html', at(0.33), at(0.66)])]
}

async function judge(): Promise<readonly Verdict[]> {
  if (books.length > 0) return judgeNamed()
  const sites = await buildSites()
  const large = await buildLarge()
  const verdicts = wanted('nu')
    ? [...sites.map((site) => judgeMarkup(site)), judgeMarkup(large, { randomWords: true })]
    : []
  const executable = chromiumPath()
  const browser = await launchChromium()
  if (executable === undefined || browser === undefined) return [...verdicts, noBrowser]
  verdicts.push(...(await withBrowser(browser, sites, large)))
  await browser.close()
  const [site] = sites
  if (wanted('lighthouse') && site !== undefined)
    for (const space of ['en', 'zh', 'ar']) {
      const page = `${space}/sowing/first-bed.html`
      // oxlint-disable-next-line no-await-in-loop -- speed is measured alone
      verdicts.push(await judgeLighthouse(executable, { site, page }))
    }
  return verdicts
}

const started = performance.now()
try {
  const verdicts = await judge()
  const failed = verdicts.filter(({ faults }) => faults.length > 0).length
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${report(verdicts)}\n\n${verdicts.length} verdicts, ${failed} bad, ${seconds} s`)
  process.exitCode = failed > 0 ? 1 : 0
} finally {
  rmSync(temp, { recursive: true, force: true })
}
