// The strictest policy that allows a site its own files: no page may cause a report, whatever is opened on it.
import type { Browser, Page } from 'playwright-core'
import { answered } from './axe.ts'
import { serveSite, strictPolicy } from './host.ts'
import type { Site } from './sites.ts'
import type { Verdict } from './verdict.ts'

declare global {
  // oxlint-disable-next-line no-var -- globals of a page can only be declared so
  var policyReports: string[]
}

/** No report of a violation, no error in the console. */
export async function judgePolicy(
  browser: Browser,
  site: Site,
  pages: readonly string[],
): Promise<Verdict> {
  const host = await serveSite(site.dir, { policy: strictPolicy })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'nl-NL',
  })
  await context.addInitScript(() => {
    globalThis.policyReports = []
    addEventListener('securitypolicyviolation', (event) => {
      globalThis.policyReports.push(`${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const page = await context.newPage()
  const faults: string[] = []
  let at = ''
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${at}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${at}: ${error.message}`))
  /* oxlint-disable no-await-in-loop -- one window */
  for (const name of pages) {
    at = name
    await page.goto(host.url + name)
    await useEverything(page)
    const reports = await page.evaluate(() => globalThis.policyReports)
    faults.push(...reports.map((line) => `${name}: ${line}`))
  }
  /* oxlint-enable no-await-in-loop */
  await context.close()
  await host.close()
  return { judge: 'csp', subject: site.name, figure: `${pages.length} pages`, faults }
}

/** Touches each control that makes or styles something. */
async function useEverything(page: Page): Promise<void> {
  const settings = page.locator('.settings-button')
  if ((await settings.count()) === 0) return
  await settings.click()
  await page.locator('.settings [name=size]').fill('20')
  await page.locator('.settings label:has([value=sepia])').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.locator('dialog.help').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog.help').waitFor({ state: 'hidden' })
  const grip = page.locator('.grip')
  if ((await grip.count()) > 0) await grip.press('ArrowRight')
  const copy = page.locator('.copy-button').first()
  if ((await copy.count()) > 0) await copy.press('Enter')
  const search = page.locator('.search-button')
  if ((await search.count()) === 0) return
  await search.click()
  await page.locator('dialog[open] input').fill('garden')
  await page.locator(answered).first().waitFor()
}
