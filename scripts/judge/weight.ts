// What a first visit costs over the wire when the book has a thousand pages.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { type Answer, serveSite } from './host.ts'
import type { Site } from './sites.ts'
import type { Verdict } from './verdict.ts'

const KIB = 1024
/** Bytes after gzip; images are the author's affair. */
const budgets = { total: 35 * KIB, html: 18 * KIB, css: 9 * KIB, js: 6.4 * KIB, font: 0 }
type Part = keyof typeof budgets
/** What holds the whole book, its list of chapters and its page for print, has no budget. */
const unbound = /(?:^|\/)handbook\/(?:contents|print)\.html$/

/** The budgets hold for the start of the book, a page in its middle, and its last; HTML for every page. */
export async function judgeWeight(browser: Browser, site: Site): Promise<readonly Verdict[]> {
  const pages = site.pages.filter((page) => !unbound.test(page))
  const sample = ['index.html', pages[Math.floor(pages.length / 2)], pages.at(-1)]
  const verdicts: Verdict[] = []
  // oxlint-disable-next-line no-await-in-loop -- the server counts the visits one by one
  for (const page of sample) if (page !== undefined) verdicts.push(await visit(browser, site, page))
  return [...verdicts, largestPage(site, pages)]
}

async function visit(browser: Browser, site: Site, name: string): Promise<Verdict> {
  const host = await serveSite(site.dir)
  const context = await browser.newContext()
  const page = await context.newPage()
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && !url.startsWith(host.url)) foreign.push(url)
  })
  await page.goto(host.url + name, { waitUntil: 'networkidle' })
  const answers = host.takeAnswers()
  await context.close()
  await host.close()
  const sizes = weigh(answers)
  const over = (Object.keys(budgets) as Part[]).filter((part) => sizes[part] > budgets[part])
  return {
    judge: 'weight',
    subject: `${site.name}/${name}`,
    figure: (Object.keys(sizes) as Part[]).map((part) => `${part} ${kib(sizes[part])}`).join(', '),
    faults: [
      ...over.map((part) => `${part}: ${kib(sizes[part])} KiB, allowed are ${kib(budgets[part])}`),
      ...foreign.map((url) => `a request to a third party: ${url}`),
      ...answers.filter(({ status }) => status !== 200).map((answer) => `no ${answer.path}`),
    ],
  }
}

const kib = (bytes: number): string => (bytes / KIB).toFixed(2)

function weigh(answers: readonly Answer[]): Readonly<Record<Part, number>> {
  const sum = (pattern: RegExp): number =>
    answers
      .filter(({ type }) => pattern.test(type))
      .reduce((total, { sizeBytes }) => total + sizeBytes, 0)
  const parts = { html: sum(/html/), css: sum(/css/), js: sum(/script|json/), font: sum(/font/) }
  return { total: sum(/^(?!image)/), ...parts }
}

function largestPage(site: Site, pages: readonly string[]): Verdict {
  const [largest] = pages
    .map((page) => ({ page, size: gzipSync(readFileSync(path.join(site.dir, page))).length }))
    .sort((a, b) => b.size - a.size)
  const { page, size } = largest ?? { page: 'none', size: 0 }
  const fault = `html: ${kib(size)} KiB, allowed are ${kib(budgets.html)}`
  return {
    judge: 'weight',
    subject: `${site.name}: the largest of ${pages.length} pages`,
    figure: `${page}: html ${kib(size)}`,
    faults: size > budgets.html ? [fault] : [],
  }
}
