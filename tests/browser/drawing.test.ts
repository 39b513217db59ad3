// Diagrams that a script draws in the browser. The library is a small one of the test: it has the two functions that are
// called of Mermaid, and shows with what.
import { describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { idle, smallGarden } from './fixtures/garden.ts'

const library = `let look
window.mermaid = {
  initialize(config) { look = config },
  async render(id, source) {
    if (source.includes('wrong')) throw new Error('nobody draws this')
    const { background, darkMode } = look.themeVariables
    return { svg: '<svg width="50" height="20" data-look="' + background + ' ' + darkMode + '"><title>' + source.trim().split('\\n')[0] + '</title></svg>' }
  },
}
`
const book = {
  'book.json': '{"title": "Drawn", "diagrams": "script"}',
  'SUMMARY.md': '* [Start](README.md)\n* [Late](ch/late.md)\n',
  'README.md': '# Start\n\nPlain.\n',
  'ch/late.md':
    '# Late\n\n```mermaid title="Work"\nzenuml\n  title Sow <beans>\n  Farm.sow()\n```\n\n```mermaid\nzenuml wrong\n```\n',
  'node_modules/mermaid/dist/mermaid.min.js': library,
}

const open = smallGarden(book)

describe.skipIf(chromiumPath() === undefined)('diagrams drawn in the browser', () => {
  test.each([{ disk: false }, { disk: true }])(
    'are shown, and their source goes behind a line that opens; what is wrong stays source ($disk)',
    async ({ disk }) => {
      const { page, errors } = await open('ch/late.html', { disk })
      const [first, second] = [page.locator('.diagram').first(), page.locator('.diagram').last()]
      await first.locator('svg').waitFor()
      expect(await first.locator('svg title').textContent()).toBe('zenuml')
      expect(await first.locator('figcaption').first().textContent()).toBe('Work')
      expect(await first.locator('details').getAttribute('open')).toBeNull()
      await second.locator('pre').waitFor()
      expect(await second.locator('.diagram-box').isVisible()).toBe(false)
      expect(errors).toEqual([])
    },
  )

  test('change their colors with the theme', async () => {
    const { page } = await open('ch/late.html')
    await page.locator('svg[data-look="rgb(255, 255, 255) false"]').waitFor()
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    await page.locator('svg[data-look$=" true"]').waitFor()
    expect(await page.locator('.diagram-box svg').count()).toBe(1)
  })

  test('are their source without scripts, and other pages load nothing', async () => {
    const { page } = await open('ch/late.html', { script: false })
    expect(await page.locator('pre').first().isVisible()).toBe(true)
    expect(await page.locator('figcaption').first().isVisible()).toBe(false)
    const { host, page: start } = await open('index.html')
    await idle(start)
    const asked = host?.takeAnswers().map((one) => one.path) ?? []
    expect(asked.filter((one) => /drawing|mermaid|diagram/.test(one))).toEqual([])
    expect(asked.length).toBeGreaterThan(0)
  })
})
