// Lists of headings in pages, where plugins of old books put them.
import { expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'

const PAGE = '# Beds\n\n<!-- toc -->\n\n## Soil and *sand*\n\n### Clay\n\n#### Fine\n\n## Rain\n'
const LIST =
  /<ul>\n<li><a href="#soil-and-sand">Soil and sand<\/a>\n<ul>\n<li><a href="#clay">Clay<\/a><\/li>\n<\/ul><\/li>\n<li><a href="#rain">Rain<\/a><\/li>\n<\/ul>/

const shown = async (config: object, text = PAGE): Promise<string> => {
  const built = await buildBook({ 'book.json': JSON.stringify(config), 'README.md': text })
  expect(codes(built)).toEqual([])
  return content(built, 'index.html')
}

const PLUGINS = 'simple-page-toc atoc etoc toc toc2 toc-auto markdown-toc anchor-navigation-ex'

test.each(PLUGINS.split(' '))('%s puts one at its comment', async (plugin) => {
  expect(await shown({ plugins: [plugin] })).toMatch(LIST)
})

test('an element of anchor-navigation-ex is the same', async () => {
  const text = PAGE.replace('<!-- toc -->', '<extoc></extoc>')
  expect(await shown({ plugins: ['anchor-navigation-ex'] }, text)).toMatch(LIST)
  expect(await shown({}, text)).not.toMatch(/extoc|<ul>/)
})

test('it is as deep as the list beside the page, and follows an own id', async () => {
  const plugins = {
    plugins: ['simple-page-toc'],
    pluginsConfig: { 'simple-page-toc': { maxDepth: 2 } },
  }
  const html = await shown(plugins, PAGE.replace('## Rain', '## Rain {#wet}'))
  expect(html).toContain('<li><a href="#wet">Rain</a></li>')
  expect(html).not.toContain('<a href="#clay">Clay')
})

test('in other books the comment is one, unless they ask', async () => {
  expect(await shown({})).not.toContain('<ul>')
  expect(await shown({ pageToc: { inline: true } })).toMatch(LIST)
})

test('in code it is code, and without headings there is no list', async () => {
  const config = { pageToc: { inline: true } }
  expect(await shown(config, '# A\n\n`<!-- toc -->`\n\n## B\n')).not.toContain('<ul>')
  expect(await shown(config, '# A\n\n<!-- toc -->\n')).not.toContain('<ul>')
})
