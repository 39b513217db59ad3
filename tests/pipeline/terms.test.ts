import { describe, expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'

const book = {
  'README.md': '# Start\n\nAn agent offers resources.\n',
  'SUMMARY.md': '* [Start](README.md)\n* [Agents](agents.md)\n* [Other](other.md)\n',
  'agents.md': '# Agents\n\nThe agent runs tasks.\n',
  'other.md': '# Other\n\nNothing of that.\n',
  'GLOSSARY.md':
    '# Glossary\n\n## agent\n\nA machine that runs tasks.\n\n## offer\n\nWhat an agent has free.\n',
}

describe('a book with a glossary', () => {
  test('marks terms and links back to the places of use', async () => {
    const built = await buildBook(book)
    expect(content(built, 'agents.html')).toContain(
      '<a class="glossary-term" href="GLOSSARY.html#agent" data-definition="A machine that runs tasks.">agent</a>',
    )
    expect(content(built, 'GLOSSARY.html')).toContain(
      '<a href="index.html">Start</a>, <a href="agents.html">Agents</a>',
    )
    expect(content(built, 'other.html')).not.toContain('glossary-term')
  })

  test('knows the terms of a glossary that letters divide', async () => {
    const built = await buildBook({
      ...book,
      'GLOSSARY.md':
        '# Glossary\n\n## A\n\n### agent\n\nA machine.\n\n#### More\n\nOf it.\n\n### app\n\nAn agent uses it.\n\n## N\n\n### nothing\n\nZero.\n',
    })
    expect(content(built, 'index.html')).toMatch(/An <a [^>]*"GLOSSARY.html#agent"/)
    expect(content(built, 'other.html')).not.toContain('#a"')
    const glossary = content(built, 'GLOSSARY.html')
    expect(glossary).toMatch(/Of it.<\/p>\n<p class="glossary-uses"[^]*<h3 id="app">/)
    expect(glossary).toMatch(/An <a class="glossary-term" href="#agent"/)
    expect(glossary.match(/glossary-uses/g)).toHaveLength(2)
  })

  test('separates the places of use as the language does', async () => {
    const built = await buildBook({ ...book, 'book.json': '{ "language": "zh-hans" }' })
    expect(content(built, 'GLOSSARY.html')).toContain(
      '出现于 <a href="index.html">Start</a>、<a href="agents.html">Agents</a>',
    )
  })

  test('an edited definition changes the pages that use the term, and no other', async () => {
    const { memory } = await buildBook(book)
    const same = await buildBook(book, memory)
    expect(same.rendered).toEqual([])
    const glossary = book['GLOSSARY.md'].replace('A machine that', 'A node that')
    const edited = await buildBook({ ...book, 'GLOSSARY.md': glossary }, same.memory)
    expect(edited.rendered.toSorted()).toEqual(['GLOSSARY.md', 'README.md', 'agents.md'])
    const again = await buildBook({ ...book, 'GLOSSARY.md': glossary }, edited.memory)
    expect(again.rendered).toEqual([])
  })

  test('a new use of a term changes the glossary page', async () => {
    const { memory } = await buildBook(book)
    const edited = await buildBook({ ...book, 'other.md': '# Other\n\nAn agent.\n' }, memory)
    expect(edited.rendered).toEqual(['other.md', 'GLOSSARY.md'])
    expect(content(edited, 'GLOSSARY.html')).toContain('<a href="other.html">Other</a>')
  })
})
