// axe-core with every rule up to WCAG 2.2 AAA and best practices, on every kind of page, in all themes, at three widths,
// and with everything open that can be opened.
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { type Host, serveSite } from './host.ts'
import type { Site } from './sites.ts'
import type { Verdict } from './verdict.ts'

const themes = ['light', 'dark', 'sepia']
const widths = [320, 390, 1440]
/** What another theme can change: it has other colors and the same elements at the same places. */
const colorRules = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']
const levels = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A state of a page that differs in what is to be seen. */
interface Scene {
  readonly name: string
  /** Opens it; false when this page at this width has no such thing. */
  readonly open: (page: Page) => Promise<boolean>
}

/** Presses a control if the page shows one. */
async function press(page: Page, selector: string): Promise<boolean> {
  const control = page.locator(selector).first()
  if (!(await control.isVisible())) return false
  await control.click()
  return true
}

/** What was found, or that nothing was. */
export const answered = 'dialog[open] :is([role=option], [role=status]:not(:empty))'

/** The dialog with an answer in it, if the book has search. */
async function openSearch(page: Page): Promise<boolean> {
  if (!(await press(page, '.search-button'))) return false
  // Where no dialog comes, the button leads to another page.
  await page.waitForFunction(
    () => document.querySelector('dialog[open] input') !== null || !('axe' in globalThis),
  )
  const field = page.locator('dialog[open] input')
  if (!(await field.isVisible())) return false
  await field.fill('garden')
  await page.locator(answered).first().waitFor()
  return true
}

const scenes: readonly Scene[] = [
  { name: 'closed', open: () => Promise.resolve(true) },
  {
    name: 'settings',
    open: async (page) => {
      const isThere = await press(page, '.settings-button')
      if (isThere) await page.locator('.settings').waitFor()
      return isThere
    },
  },
  { name: 'menu', open: (page) => press(page, '.menu-button') },
  { name: 'languages', open: (page) => press(page, '.languages summary') },
  { name: 'search', open: openSearch },
  {
    name: 'list of headings',
    open: async (page) => (await tocIsFolded(page)) && press(page, '.page-toc summary'),
  },
  {
    name: 'keyboard help',
    open: async (page) => {
      if ((await page.locator('#hb-pieces').count()) === 0) return false
      await page.keyboard.press('?')
      await page.locator('dialog.help').waitFor()
      return true
    },
  },
]

/** What readers of a page on blocks may open: all panels of tabs, and all sections that open. */
const everything: Scene = {
  name: 'everything',
  open: async (page) => {
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
      for (const panel of document.querySelectorAll<HTMLElement>('.tab')) panel.hidden = false
    })
    return true
  },
}

const tocIsFolded = async (page: Page): Promise<boolean> =>
  (await page.locator('.page-toc details:not([open])').count()) > 0

/** No violation anywhere; one verdict for each page. */
export async function judgeAccess(
  browser: Browser,
  site: Site,
  pages: readonly string[],
): Promise<readonly Verdict[]> {
  const host = await serveSite(site.dir)
  const waiting = [...pages]
  const verdicts: Verdict[] = []
  const work = async (): Promise<void> => {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift())
      // oxlint-disable-next-line no-await-in-loop -- two pages at a time, for a machine of two cores
      verdicts.push(await judgePage(browser, host, { site, page }))
  }
  await Promise.all([work(), work()])
  await host.close()
  return verdicts.sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

async function judgePage(
  browser: Browser,
  host: Host,
  { site, page: name }: { readonly site: Site; readonly page: string },
): Promise<Verdict> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL' })
  const page = await context.newPage()
  const faults: string[] = []
  let looks = 0
  /* oxlint-disable no-await-in-loop -- one browser window shows one thing at a time */
  for (const width of widthsOf(site, name)) {
    await page.setViewportSize({ width, height: 900 })
    for (const scene of scenesOf(name)) {
      await page.goto(host.url + name)
      // The page of the whole book lays out what is far away only when it comes near; axe would measure guesses.
      await page.addStyleTag({ content: '.print-page { content-visibility: visible }' })
      await page.evaluate(axe.source)
      if (!(await scene.open(page))) continue
      const found = await lookAround(page)
      faults.push(...found.map((fault) => `${width} px, ${scene.name}: ${fault}`))
      looks += themes.length
    }
  }
  /* oxlint-enable no-await-in-loop */
  await context.close()
  return { judge: 'axe', subject: `${site.name}/${name}`, figure: `${looks} looks`, faults }
}

/** Everything that is wrong with what can be seen now. */
async function lookAround(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) return ['the control leads away']
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const faults = overflow > 0 ? [`the page scrolls sideways by ${overflow} px`] : []
  for (const theme of themes)
    // oxlint-disable-next-line no-await-in-loop -- the page is in one theme at a time
    faults.push(...(await look(page, theme)).map((fault) => `${theme}: ${fault}`))
  return faults
}

/** A whole book on a page takes longer than all of its chapters: where its first page was seen at all widths, at the narrowest. */
const widthsOf = ({ pages }: Site, name: string): readonly number[] =>
  pages.length > FEW_PAGES && /(?:^|\/)print\.html$/.test(name) ? widths.slice(0, 1) : widths

const FEW_PAGES = 50

/** What can be opened is the same on all chapters: one in each language stands for them, and one list of all chapters. */
const scenesOf = (name: string): readonly Scene[] => {
  if (/(?:^|\/)components\/|^callouts|^code-blocks/.test(name))
    return [...scenes.slice(0, 1), everything]
  return /first-bed|^en\/handbook\/contents|^index/.test(name) ? scenes : scenes.slice(0, 1)
}

const everyRule: RunOptions = {
  runOnly: { type: 'tag', values: levels },
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

const onlyColors: RunOptions = {
  runOnly: { type: 'rule', values: colorRules },
  resultTypes: ['violations'],
}

async function look(page: Page, theme: string): Promise<readonly string[]> {
  const results = await page.evaluate(
    async ([name, options]) => {
      document.documentElement.dataset['theme'] = name
      const checker = (globalThis as unknown as { readonly axe: typeof axe }).axe
      checker.reset()
      return checker.run(document, options)
    },
    [theme, theme === themes[0] ? everyRule : onlyColors] as const,
  )
  return faultsOf(results)
}

const faultsOf = ({ violations }: AxeResults): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const reason = failureSummary.split('\n')[1]?.trim() ?? ''
      return `${id} at ${target.join(' ')}: ${reason}`
    }),
  )
