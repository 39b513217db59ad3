// What plugins understood in the text of pages, with their options.
import { describe, expect, test } from 'vitest'
import { loaded } from '../support/loaded.ts'
import { plug } from './plug.ts'

const callout = (kind: string, title: string, body: string): string =>
  `<div class="callout callout-${kind}" role="note">\n<p class="callout-title">${title}</p>\n<p>${body}</p>\n</div>`

describe('flexible-alerts', () => {
  const plugins = ['flexible-alerts']

  test.each<[string, string]>([
    ['> [!NOTE]\n> a', callout('note', 'Note', 'a')],
    ['> [!tip|style:flat]\n> a', callout('tip', 'Tip', 'a')],
    ['> [!danger|icon:fa fa-x|iconVisibility:hidden]\n> a', callout('caution', 'Caution', 'a')],
    [
      '> [!WARNING|style:callout|label:Before you dig]\n> a',
      callout('warning', 'Before you dig', 'a'),
    ],
    ['> [!comment]\n> a', callout('note', 'Note', 'a')],
  ])('%j is a callout', async (text, expected) => {
    expect((await plug(text, { plugins })).html).toBe(expected)
  })

  test('kinds of the book have their title in its language, and the look of another kind', async () => {
    const harvest = { label: { en: 'Harvest', zh: '收获' }, icon: 'fa', className: 'success' }
    const pluginsConfig = { 'flexible-alerts': { style: 'flat', harvest, note: { label: 'Mind' } } }
    const options = { plugins, pluginsConfig, language: 'zh' }
    expect((await plug('> [!Harvest]\n> a', options)).html).toBe(callout('tip', '收获', 'a'))
    expect((await plug('> [!NOTE]\n> a', options)).html).toBe(callout('note', 'Mind', 'a'))
  })

  test('in other books a kind that is none stays a quote', async () => {
    const { html, problems } = await plug('> [!DANGER]\n> a')
    expect(html).toContain('<blockquote>')
    expect(problems).toEqual(['markdown/unknown-alert ch/page.md:1:3'])
    expect((await plug('> [!TIP|label:Mine]\n> a')).html).toBe(callout('tip', 'Mine', 'a'))
  })
})

describe('callouts', () => {
  test.each<[string, string]>([
    ['> #### Note\n> a', callout('note', 'Note', 'a')],
    ['> #### caution::Deep water\n> a', callout('caution', 'Deep water', 'a')],
    ['> #### success\n> a', callout('tip', 'Tip', 'a')],
    ['> #### Hint:: Come early\n> a', callout('tip', 'Come early', 'a')],
    ['> ####HINT::Come early\n>\n> a', callout('tip', 'Come early', 'a')],
    ['> #### tag::\n> a', callout('note', 'Note', 'a')],
    ['> #### Quote::A poet\n> a', callout('note', 'A poet', 'a')],
  ])('%j is a callout', async (text, expected) => {
    expect((await plug(text, { plugins: ['callouts'] })).html).toBe(expected)
  })

  test.each(['Notes of May', 'Hint', 'Quote', 'std::vector'])(
    'other headings in quotes are headings: %s',
    async (words) => {
      const { html } = await plug(`> #### ${words}\n> a`, { plugins: ['callouts'] })
      expect(html).toContain('<h4')
    },
  )

  test('so do those of bootstrap-callout', async () => {
    const options = { plugins: ['bootstrap-callout'] }
    const { html } = await plug('> #### primary::Vectors\n>\n> a', options)
    expect(html).toBe(callout('note', 'Vectors', 'a'))
  })
})

describe('accordion', () => {
  test('is a section that opens, with Markdown in it, in every book', async () => {
    const { html, origins } = await plug(
      '%accordion%A "*b*"%accordion%\n\n**c**\n\n%/accordion%\n\nd',
    )
    expect(html).toBe(
      '<details><summary>A &quot;<em>b</em>&quot;</summary>\n<p><strong>c</strong></p>\n</details>\n<p>d</p>',
    )
    expect(origins).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test.each([
    ['in a quote', '> %accordion%A%accordion%\n>\n> b\n>\n> %/accordion%'],
    ['that ends in a quote', '%accordion%A%accordion%\n\n> b\n>\n> %/accordion%\n\nc'],
    ['in an item', '- %accordion%A%accordion%\n\n  b\n\n  %/accordion%\n- c'],
  ])('%s is a section', async (_name, text) => {
    const { html } = await plug(text)
    expect(html).toMatch(/<details><summary>A<\/summary>[^]*b[^]*<\/details>/)
    expect(html).not.toContain('%')
  })

  test('stays what it is in code', async () => {
    const { html } = await plug('```\n%accordion%A%accordion%\n%/accordion%\n```')
    expect(html).toContain('%accordion%A%accordion%')
  })
})

describe('advanced-emoji', () => {
  const plugins = ['advanced-emoji']
  const shown = (text: string, options = { plugins }) => loaded(() => plug(text, options))

  test('shows emoji by their names, outside of code and of what is left alone', async () => {
    const { html } = await shown('a :seedling: `:seedling:` :nothing: 10:30:15')
    expect(html).toBe('<p>a 🌱 <code>:seedling:</code> :nothing: 10:30:15</p>')
    const alone = await shown(
      '<!-- ignore:advanced-emoji:start -->:bulb:<!-- ignore:advanced-emoji:end --> :bulb:',
    )
    expect(alone.html).toContain('-->:bulb:<!--')
    expect(alone.html).toContain('💡')
  })

  test('in other books names are names', async () => {
    expect((await shown(':bulb:', { plugins: [] })).html).toBe('<p>:bulb:</p>')
  })
})

test('the mark for a list of headings is gone: it stands beside the page', async () => {
  expect((await plug('a\n\n<extoc></extoc>\n\nb')).html).toBe('<p>a</p>\n<!-- toc -->\n<p>b</p>')
  expect((await plug('`<extoc></extoc>`')).html).toContain('&lt;extoc&gt;')
})
