// Blocks that lead somewhere else: pages by their titles, films, files, services of others; and what changed when.
import { describe, expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'
import { plug } from '../plugins/plug.ts'

/** The content of the start page of a book. */
async function shown(
  page: string,
  files: { readonly [path: string]: string } = {},
): Promise<{ readonly html: string }> {
  const built = await buildBook({
    'README.md': page,
    'SUMMARY.md': '# S\n\n* [Start](README.md)\n* [The other page](other.md)\n',
    'other.md': '# Own title\n\n## Part\n',
    ...files,
  })
  return { html: content(built, 'index.html') }
}

describe('a reference', () => {
  test.each([
    ['{% content-ref url="other.md" %}\n[other.md](other.md)\n{% endcontent-ref %}', 'other.html'],
    ['{% content-ref url="other.md" %}[x.md](x.md){% endcontent-ref %}', 'other.html'],
    ['{% page-ref page="other.md" %}', 'other.html'],
    ['x\n\n[other.md](other.md "mention")', 'other.html'],
    ['x\n\n<a data-mention href="other.md">other.md</a>', 'other.html'],
  ])('%s has the title of the page', async (source, href) => {
    const { html } = await shown(source)
    expect(html).toMatch(new RegExp(`<a href="${href}"[^>]*>The other page</a>`))
  })

  test('keeps its words where it leads to a part of a page', async () => {
    const { html } = await shown(
      '{% content-ref url="other.md#part" %}\n[The part](other.md#part)\n{% endcontent-ref %}',
    )
    expect(html).toContain('<a href="other.html#part">The part</a>')
  })

  test.each([
    [
      '{% content-ref url="" %}\n[](https://a.example/)\n{% endcontent-ref %}',
      'index.html',
      'Folder',
    ],
    ['{% content-ref url="." %}\n[.](.)\n{% endcontent-ref %}', 'index.html', 'Folder'],
    ['{% content-ref url=".." %}\n[..](..)\n{% endcontent-ref %}', '../index.html', 'Start'],
    [
      '{% content-ref url="../.." %}\n[..](https://a.example/b)\n{% endcontent-ref %}',
      'https://a.example/b',
      'a.example/b',
    ],
  ])('to a folder, %s, leads to its first page', async (source, href, title) => {
    const built = await buildBook({
      'README.md': '# Start\n',
      'SUMMARY.md':
        '# S\n\n* [Start](README.md)\n* [Folder](folder/README.md)\n* [Page](folder/page.md)\n',
      'folder/README.md': '# Folder\n',
      'folder/page.md': `# Page\n\n${source}\n`,
    })
    expect(content(built, 'folder/page.html')).toMatch(
      new RegExp(`<a href="${href}"[^>]*>${title}</a>`),
    )
  })

  test('to nothing says so', async () => {
    const { html } = await plug(
      '{% content-ref url="broken-reference" %}\n[broken-reference](broken-reference)\n{% endcontent-ref %}',
    )
    expect(html).toBe('<p class="ref"><a href="broken-reference">Missing page</a></p>')
  })

  test('to a page without a chapter has the title that the page has itself', async () => {
    const { html } = await shown('{% page-ref page="more.md" %}', { 'more.md': '# Its *own*\n' })
    expect(html).toContain('>Its own</a>')
  })
})

describe('a film', () => {
  test.each([
    [
      'https://www.youtube.com/watch?v=abcdefghijk&t=30',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?start=30',
    ],
    ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
    ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?dnt=1'],
    ['https://www.loom.com/share/abc123', 'https://www.loom.com/embed/abc123'],
    ['https://codesandbox.io/s/a-form-ab1?file=/a.js', 'https://codesandbox.io/embed/a-form-ab1'],
    ['https://codesandbox.io/p/sandbox/ab-1', 'https://codesandbox.io/embed/ab-1'],
    [
      'https://drive.google.com/file/d/1q-P_x/view?usp=sharing',
      'https://drive.google.com/file/d/1q-P_x/preview',
    ],
    [
      'https://docs.google.com/presentation/d/1Qt_x/edit?usp=sharing',
      'https://docs.google.com/presentation/d/1Qt_x/embed',
    ],
    [
      'https://docs.google.com/presentation/d/e/2P-x/pub?start=false',
      'https://docs.google.com/presentation/d/e/2P-x/embed',
    ],
    [
      'https://www.figma.com/design/nX1/A?node-id=3-4',
      'https://www.figma.com/embed?embed_host=share&amp;url=https%3A%2F%2Fwww.figma.com%2Fdesign%2FnX1%2FA%3Fnode-id%3D3-4',
    ],
  ])('at %s is a link that knows its player', async (address, player) => {
    const { html } = await plug(`{% embed url="${address}" %}`)
    expect(html).toContain(`data-player="${player}"`)
    expect(html).not.toContain('<iframe')
  })

  test('of an unknown host is a link with its host', async () => {
    const { html } = await plug(
      '{% embed url="https://a.example/x" %}\nA *caption*\n{% endembed %}',
    )
    expect(html).toBe(
      '<p class="embed"><a href="https://a.example/x">A <em>caption</em></a><span class="beside">a.example</span></p>',
    )
  })

  test('without an end is one of its own, whatever others have', async () => {
    const { html } = await plug(
      '{% embed url="https://a.example/1" %}\n\nwords\n\n{% embed url="https://a.example/2" %}\nC\n{% endembed %}\n',
    )
    expect(html).toContain('<p>words</p>')
    expect(html.match(/class="embed"/g)).toHaveLength(2)
    expect(html).not.toContain('{%')
  })
})

test('blocks of services are links, their content, or the text that they hold', async () => {
  const { html } = await plug(
    '{% @a/b url="https://a.example/x" %}\n\n{% @mermaid/diagram content="flowchart TD\nA["x"] --> B\n\n```\n    B --> C\n```\n" fullWidth="false" %}\n\n{% @c/d %}\n*x*\n{% end@c/d %}\n',
  )
  expect(html).toContain('<a href="https://a.example/x">')
  expect(html).toContain('language-mermaid')
  expect(html).toContain('A[&quot;x&quot;]')
  expect(html).toContain('<em>x</em>')
  expect(html).not.toContain('{%')
})

test('elements that only a service knows are not shown as code', async () => {
  const { html } = await plug(
    'a\n\n{% @acme-v2/part content="<acme-table\n  endpoint="https://a.example"\n/>" %}\n\nb',
  )
  expect(html).not.toMatch(/acme-table|\{%/)
})

test('a film of 2018 is called by its title', async () => {
  const { html } = await plug(
    String.raw`{% embed data="{\"url\":\"https://youtu.be/abc\",\"type\":\"video\",\"title\":\"A \\\"film\\\"\"}" %}`,
  )
  expect(html).toContain('<a href="https://youtu.be/abc"')
  expect(html).toContain('>A &quot;film&quot;</a>')
})

test('what stands in a reference beyond its words is kept', async () => {
  const { html } = await plug(
    '{% content-ref url="https://a.example/x" %}\n[A](https://a.example/x)\n\nwords\n\n* item\n',
  )
  expect(html).toMatch(/<p class="ref">[^]*<\/p>\s*<p>words<\/p>\s*<ul>\s*<li>item/)
})

test('updates have their days in the language of the book', async () => {
  const source =
    '{% updates format="full" %}\n{% update date="2025-12-25" tags="new-feature" %}\n## T\n{% endupdate %}\n{% update date="SOON" %}\nx\n{% endupdate %}\n{% endupdates %}'
  const english = await plug(source)
  expect(english.html).toContain('<time datetime="2025-12-25">December 25, 2025</time>')
  expect(english.html).toContain('<span class="update-tag">new feature</span>')
  expect(english.html).toContain('SOON')
  const late = await plug(
    '{% updates %}\n{% update date="2026-09-31" %}\nx\n{% endupdate %}\n{% endupdates %}',
  )
  expect(late.html).toContain('<p class="update-head">2026-09-31</p>')
  const titled = await plug(
    '{% updates %}\n{% update title="Notes of 2" description="A sample" %}\nx\n{% endupdate %}\n{% endupdates %}',
  )
  expect(titled.html).toContain('<p><strong>Notes of 2</strong></p>\n<p>A sample</p>\n<p>x</p>')
  const chinese = await plug(source, { language: 'zh-hans' })
  expect(chinese.html).toContain('<time datetime="2025-12-25">2025年12月25日</time>')
})

test('a tab of code that is elsewhere leads there', async () => {
  const { html, problems } = await plug(
    '{%- codetabs name="A", type="py", url="https://a.example/a.py" -%}\n\n{% language name="B", type="py" -%}\nb\n{%- endcodetabs %}',
  )
  expect(html).toMatch(/>A<\/p>\s*<p class="embed"><a href="https:\/\/a\.example\/a\.py">/)
  expect(html.match(/class="tab-title"/g)).toHaveLength(2)
  expect(problems).toEqual([])
})
