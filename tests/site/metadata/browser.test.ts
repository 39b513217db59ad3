// In a browser, under a policy that forbids everything inline: old addresses keep what readers asked for, and data in
// the head is nothing that a policy is about.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Built } from '../../../src/pipeline/built.ts'
import { launchChromium } from '../../support/chromium.ts'
import { machineBook, text } from './site.ts'

const top = 'https://book.test/docs/'
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'"
const browser: Browser | undefined = await launchChromium()
let built: Built

beforeAll(async () => {
  built = await machineBook({
    siteUrl: top,
    redirects: {
      'old.md': 'guide/README.md',
      'README.md#gone': 'guide/安装 a.md#步骤',
      'old.md#b': 'guide/安装 a.md',
    },
  })
})
afterAll(() => browser?.close())

async function open(
  address: string,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser!.newContext(options)
  await context.route('**/*', (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname.slice('/docs/'.length))
    const place = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const body = text(built, place)
    const status = body === undefined ? 404 : 200
    const contentType = { js: 'text/javascript', css: 'text/css' }[place.split('.').at(-1) ?? '']
    return route.fulfill({
      status,
      contentType: `${contentType ?? 'text/html'}; charset=utf-8`,
      headers: { 'content-security-policy': policy },
      body: body ?? text(built, '404.html') ?? '',
    })
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(top + address)
  return { page, problems }
}

test.runIf(browser)('an old address keeps its query and its fragment', async () => {
  const { page, problems } = await open('old.html?v=1#a%20b')
  await page.waitForURL(`${top}guide/index.html?v=1#a%20b`)
  expect(problems).toEqual([])
  await page.context().close()
})

test.runIf(browser)('an old fragment leads where its text went', async () => {
  const target = `${top}guide/%E5%AE%89%E8%A3%85%20a.html`
  const first = await open('index.html#gone')
  await first.page.waitForURL(`${target}#%E6%AD%A5%E9%AA%A4`)
  const second = await open('old.html#b')
  await second.page.waitForURL(target)
  const third = await open('index.html#other')
  expect(third.page.url()).toBe(`${top}index.html#other`)
  await third.page.evaluate(() => location.assign('#gone'))
  await third.page.waitForURL(`${target}#%E6%AD%A5%E9%AA%A4`)
  for (const { page } of [first, second, third]) await page.context().close()
})

test.runIf(browser)('without scripts an old address still leads to its page', async () => {
  const { page } = await open('old.html', { javaScriptEnabled: false })
  await page.waitForURL(`${top}guide/index.html`)
  await page.context().close()
})

test.runIf(browser)('a strict policy has nothing against breadcrumbs in the head', async () => {
  const { page, problems } = await open('guide/%E5%AE%89%E8%A3%85%20a.html')
  await page.waitForLoadState('load')
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1)
  expect(problems).toEqual([])
  await page.context().close()
})

test.runIf(browser)('the page for missing addresses has its style at any depth', async () => {
  const { page, problems } = await open('a/b/c/none.html')
  await page.waitForLoadState('load')
  const bar = page.locator('.book-title')
  expect(await bar.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe('none')
  expect(problems.filter((problem) => !problem.includes('status of 404'))).toEqual([])
  await bar.click()
  await page.waitForURL(`${top}index.html`)
  await page.context().close()
})
