// Services of other sites in a browser: what is asked of whom, and when. The sites are the test itself.
import { describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { idle, smallGarden } from './fixtures/garden.ts'

const open = smallGarden({
  'book.json': JSON.stringify({
    title: 'Garden',
    analytics: { google: 'G-AB12' },
    comments: { disqus: 'garden' },
  }),
  'SUMMARY.md': '* [Start](README.md)\n',
  'README.md': '# Start\n\nBeds.\n',
})

describe.skipIf(chromiumPath() === undefined)('services of other sites', () => {
  test.each([{ disk: false }, { disk: true }])(
    'comments are loaded when a reader asks, and nobody is counted on this machine ($disk)',
    async ({ disk }) => {
      const { page, errors } = await open('index.html', { disk })
      const asked: string[] = []
      await page.route(/^https:/, (route) => {
        asked.push(route.request().url())
        return route.fulfill({
          contentType: 'text/javascript',
          body: "document.querySelector('#disqus_thread').textContent = 'Nice beds'",
        })
      })
      await page.reload()
      await idle(page)
      expect(asked).toEqual([])
      await page.locator('.comments button').click()
      await page.getByText('Nice beds').waitFor()
      expect(asked).toEqual(['https://garden.disqus.com/embed.js'])
      expect(errors).toEqual([])
    },
  )

  test('a link to a comment opens them', async () => {
    const { page } = await open('index.html')
    await page.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'document.title = "asked"' }),
    )
    await page.goto(`${page.url()}#comment-7`)
    await page.reload()
    await page.locator('#disqus_thread').waitFor({ state: 'attached' })
    expect(await page.locator('.comments button').count()).toBe(0)
  })

  test('without scripts there is no button that does nothing', async () => {
    const { page } = await open('index.html', { script: false })
    expect(await page.locator('.comments').isVisible()).toBe(false)
  })
})
