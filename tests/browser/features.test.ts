// What only some pages load: marked lines of code, images to look at closely; and the whole book on one page.
import { deflateSync, crc32 } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { sidewaysScroll, smallGarden } from './fixtures/garden.ts'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A gray picture. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 128)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const code = [
  'const a = 1 // [!code --]',
  'const b = 2 // [!code ++]',
  '/* two',
  'lines */',
  '',
  `plant('${'seed '.repeat(60)}')`,
]

const book: Readonly<Record<string, string | Uint8Array>> = {
  'book.json':
    '{"title": "菜园", "language": "zh-hans", "brand": "#7a3806", "pageToc": {"depth": 3}}',
  'README.md': '# 起点\n\n见[代码](ch/code.md#块)。\n',
  'SUMMARY.md': '* [起点](README.md)\n* [代码](ch/code.md)\n* [图片](ch/images.md)\n',
  'ch/code.md': `# 代码\n\n## 块\n\n\`\`\`js title="a.js" showLineNumbers=9\n${code.join('\n')}\n\`\`\`\n\n\`\`\`sh wrap\n$ echo ${'a '.repeat(200)}\n\`\`\`\n\n[图](images.md#大)\n`,
  'ch/images.md':
    '# 图片\n\n## 大\n\n![大图](../i/big.png "说明")\n\n![小图](../i/small.png)\n\n[![链接](../i/big.png)](code.md)\n\n![暗](../i/small.png#only-dark) ![亮](../i/small.png#only-light)\n',
  'i/big.png': png(1600, 400),
  'i/big.dark.png': png(1600, 400),
  'i/small.png': png(80, 40),
}

const tab = (title: string, text: string): string =>
  `{% tab title="${title}" %}\n${text}\n{% endtab %}\n`
const tabs = (...all: readonly string[]): string => `{% tabs %}\n${all.join('')}{% endtabs %}\n`
const script = '```js\nlet a\n```'

const open = smallGarden(book)
const openTabs = smallGarden({
  ...book,
  'GLOSSARY.md': '任务 框架 资源 角色 权重 容器 镜像 隔离 心跳 选举 日志 Agent'
    .split(' ')
    .map((term) => `## ${term}\n\n集群里的东西。\n`)
    .join('\n'),
  'ch/many.md': `# 多\n\n${`${script}\n\n`.repeat(60)}`,
  'SUMMARY.md': '* [起点](README.md)\n* [标签](ch/tabs.md)\n* [多](ch/many.md)\n',
  'ch/tabs.md': `# 标签\n\n一。\n\n${script}\n\n二。\n\n${tabs(tab('甲', '三。\n\n四。'), tab('乙', '五。'))}\n六。\n\n${tabs(tab('A', script), tab('B', script))}\n七。\n`,
})

const sheets = (page: Page): Promise<readonly string[]> =>
  page
    .locator('link[rel=stylesheet], script[src]')
    .evaluateAll((list) =>
      list.map((one) =>
        (one.getAttribute('href') ?? one.getAttribute('src') ?? '').replace(/^.*\/|\?.*$/g, ''),
      ),
    )

describe.skipIf(chromiumPath() === undefined)('code blocks', () => {
  test('load their style sheet only where it is needed', async () => {
    expect(await sheets((await open('ch/code.html')).page)).toContain('code.css')
    expect(await sheets((await open('index.html')).page)).not.toContain('code.css')
  })

  test('give the code and nothing else to those who select or copy it', async () => {
    const { page, errors } = await open('ch/code.html')
    const selected = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('pre') as Node)
      return getSelection()?.toString().trimEnd()
    })
    const plain = code.map((line) => line.replace(/ \/\/ \[.*/, '')).join('\n')
    expect(selected).toBe(plain)
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => (document.title = JSON.stringify(text)) },
      })
    })
    await page.hover('.code')
    await page.locator('.copy-button').first().click()
    expect(JSON.parse(await page.title())).toBe(plain)
    expect(errors).toEqual([])
  })

  test('number their lines from where the author says, and carry signs', async () => {
    const { page } = await open('ch/code.html')
    const seen = await page
      .locator('.line')
      .evaluateAll((lines) =>
        lines.map((line) => [
          line.getAttribute('data-line'),
          getComputedStyle(line, '::after').content.replaceAll('"', ''),
        ]),
      )
    expect(seen.map(([number]) => number)).toEqual(['9', '10', '11', '12', '13', '14'])
    expect(seen.map(([, sign]) => sign)).toEqual(['−', '+', 'none', 'none', 'none', 'none'])
  })

  test.each([1440, 320])('scroll inside their box at %i px, and wrap on demand', async (width) => {
    const { page } = await open('ch/code.html', { width })
    expect(await sidewaysScroll(page)).toBe(0)
    const box = page.locator('pre').first()
    const wide = (): Promise<boolean> => box.evaluate((pre) => pre.scrollWidth > pre.clientWidth)
    expect(await wide()).toBe(true)
    await page.hover('.code')
    await page.locator('.wrap-button').first().click()
    expect(await wide()).toBe(false)
    // The second block is wrapped from the start.
    expect(await page.locator('.wrap-button').nth(1).getAttribute('aria-pressed')).toBe('true')
  })
})

describe.skipIf(chromiumPath() === undefined)('images', () => {
  test('are enlarged by click and by key, and give the focus back', async () => {
    const { page, errors } = await open('ch/images.html')
    const image = page.locator('img[alt=大图]')
    await page.waitForSelector('img.zoomable')
    expect(await page.locator('img.zoomable').count()).toBe(1)
    await image.focus()
    await page.keyboard.press('Enter')
    await page.locator('.zoom[open] img').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForSelector('.zoom', { state: 'detached' })
    await expect.poll(() => image.evaluate((one) => one === document.activeElement)).toBe(true)
    await image.click()
    await page.click('.zoom button')
    await page.waitForSelector('.zoom', { state: 'detached' })
    expect(errors).toEqual([])
  })

  test('have their place before they are loaded, and a caption', async () => {
    const { page } = await open('ch/images.html', { script: false })
    const box = await page.locator('figure img').first().boundingBox()
    expect(Math.round((box?.width ?? 0) / (box?.height ?? 1))).toBe(4)
    expect(await page.textContent('figcaption')).toBe('说明')
  })

  test.each([
    ['light', undefined, 'big.png', '亮'],
    ['dark', undefined, 'big.dark.png', '暗'],
    ['dark', 'light', 'big.png', '亮'],
    ['light', 'dark', 'big.dark.png', '暗'],
    ['dark', 'sepia', 'big.png', '亮'],
  ] as const)(
    'of a %s system and the choice %s are those of the theme',
    async (...[scheme, choice, file, alt]) => {
      const { page, url } = await open('index.html', { context: { colorScheme: scheme } })
      if (choice !== undefined)
        await page.evaluate(
          (theme) => localStorage.setItem('handbook', JSON.stringify({ theme })),
          choice,
        )
      await page.goto(`${url}ch/images.html`)
      await page.waitForFunction(
        (name) =>
          (document.querySelector('picture img') as HTMLImageElement).currentSrc.endsWith(name),
        file,
      )
      const shown = await page
        .locator('img[src*="#only"]')
        .evaluateAll((list) =>
          list.filter((one) => one.checkVisibility()).map((one) => (one as HTMLImageElement).alt),
        )
      expect(shown).toEqual([alt])
    },
  )

  test('follow the theme when the reader changes it', async () => {
    const { page } = await open('ch/images.html', { context: { colorScheme: 'light' } })
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    await page.waitForFunction(() =>
      (document.querySelector('picture img') as HTMLImageElement).currentSrc.endsWith('dark.png'),
    )
  })
})

describe.skipIf(chromiumPath() === undefined)('the whole book', () => {
  test('is one page with anchors that work, and no scripts but the theme', async () => {
    const { page, errors } = await open('handbook/print.html')
    expect(await page.locator('article').count()).toBe(3)
    await page.click('article a >> text=代码')
    await expect.poll(() => decodeURI(new URL(page.url()).hash)).toBe('#p2-块')
    const broken = await page
      .locator('a[href^="#"]')
      .evaluateAll(
        (links) =>
          links.filter(
            (link) =>
              !document.getElementById(
                decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)),
              ),
          ).length,
      )
    expect(broken).toBe(0)
    expect(await sheets(page)).toEqual([
      'early.js',
      'style.css',
      'print.css',
      'lists.css',
      'code.css',
      'image.css',
      'brand.css',
      'print.js',
      'image.js',
    ])
    expect(errors).toEqual([])
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await page.waitForFunction(
      () => (document.querySelector('figure img') as HTMLImageElement).naturalWidth === 1600,
    )
  })

  test('is found in the settings of every page', async () => {
    const { page, url } = await open('ch/code.html')
    await page.click('.settings-button')
    await page.click('.settings a')
    await page.waitForURL(`${url}handbook/print.html`)
  })

  test('shows the color of the book', async () => {
    const { page } = await open('index.html', { context: { colorScheme: 'light' } })
    expect(
      await page
        .locator('.markdown-section a')
        .last()
        .evaluate((link) => getComputedStyle(link).color),
    ).toBe('rgb(122, 56, 6)')
  })
})

/** Where the blocks of the text are, with what only a moment shows stopped in it. */
const places = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      animation.pause()
      animation.currentTime = 0
    }
    return [...document.querySelectorAll('.markdown-section :is(p:not(.tab-title), pre)')]
      .filter((block) => block.closest('.tab ~ .tab') === null)
      .map((block) => block.getBoundingClientRect().top)
  })

describe.skipIf(chromiumPath() === undefined)('a glossary in Chinese', () => {
  test('has letters by the sounds of its terms, and finds them by those', async () => {
    const { page, errors } = await openTabs('GLOSSARY.html')
    const shown = page.locator('.glossary > h2:visible')
    await expect.poll(() => page.locator('h1').textContent()).toBe('术语表')
    expect((await page.locator('.letters a').allTextContents()).join('')).toBe('AGJKQRXZ')
    await page.locator('.letters a', { hasText: 'X' }).click()
    expect(await shown.evaluateAll((all) => all.map(({ id }) => id))).toEqual(['心跳', '选举'])
    await page.locator('.letters a', { hasText: 'X' }).click()
    await page.fill('.letters input', 'ziyu')
    expect(await shown.evaluateAll((all) => all.map(({ id }) => id))).toEqual(['资源'])
    expect(errors).toEqual([])
  })
})

describe.skipIf(chromiumPath() === undefined)('while scripts are on their way', () => {
  const own = /\/handbook\/(?:handbook|blocks)\.js/

  test.each([1440, 390])('a page is laid out as it will be (%i px)', async (width) => {
    const { page } = await openTabs('ch/tabs.html', {
      width,
      context: { reducedMotion: 'no-preference' },
    })
    await page.waitForSelector('.tab-list')
    const after = await places(page)
    expect(after.length).toBeGreaterThan(8)
    await page.route(own, (route) => route.abort())
    await page.reload()
    expect(await places(page)).toEqual(after)
  })

  test('a page of sixty samples is not laid out for each of them', async () => {
    const { page } = await openTabs('index.html')
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const layouts = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN
    }
    const before = await layouts()
    await page.goto(new URL('ch/many.html', page.url()).href)
    await expect.poll(() => page.locator('.code-tools').count()).toBe(60)
    expect((await layouts()) - before).toBeLessThan(30)
  })

  test('nothing stays hidden when they never come', async () => {
    const { page } = await openTabs('ch/tabs.html', { context: { reducedMotion: 'no-preference' } })
    await page.route(own, (route) => route.abort())
    await page.reload()
    const heights = await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish()
      return [...document.querySelectorAll('.tab, .tab-title')].map(
        (one) => one.getBoundingClientRect().height,
      )
    })
    expect(heights).toHaveLength(8)
    for (const height of heights) expect(height).toBeGreaterThan(20)
  })
})
