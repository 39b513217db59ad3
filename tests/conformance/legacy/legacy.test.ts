import { describe, expect, test } from 'vitest'
import type { Built } from '../../../src/pipeline/built.ts'
import { buildBook, content, page } from '../../support/build-book.ts'
import type { PageFacts, Rule } from './rule.ts'
import { bookRules } from './rules-book.ts'
import { contentRules } from './rules-content.ts'
import { siteRules } from './rules-site.ts'
import { templateRules } from './rules-templates.ts'

const RULES: readonly Rule[] = [...bookRules, ...contentRules, ...templateRules, ...siteRules]

/** Pages of the book's own, not those that every site has. */
function pagesOf(built: Built): readonly string[] {
  return [...built.outputs.keys()]
    .filter((path) => path.endsWith('.html') && !/(?:^|\/)handbook\/|404\.html$/.test(path))
    .map((path) => path.replace(/\.html$/, ''))
}

function copiesOf(built: Built): readonly string[] {
  return [...built.outputs.values()].flatMap((file) => (file.kind === 'copied' ? [file.path] : []))
}

function decode(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&amp;', '&')
}

const ROW =
  /<li class="divider" aria-hidden="true">|<li class="header"[^>]*>(.*?)<\/li>|<li class="chapter[^"]*"(?: data-level="([^"]*)")?(?: data-path="([^"]*)")?[^>]*>\s*<(?:a|span)[^>]*>(.*?)<\/(?:a|span)>/g

function menuOf(built: Built): readonly string[] {
  const html = page(built, 'index.html')
  const menu = html.slice(html.indexOf('<ul class="summary">'), html.indexOf('</nav>'))
  const rows = [...menu.matchAll(ROW)].map(([whole, part, level = '', path = '', title = '']) => {
    if (part !== undefined) return `# ${decode(part)}`
    if (whole.includes('divider')) return '---'
    return [level, decode(title), path].filter(Boolean).join(' ')
  })
  // The last line stands before the glossary and the list of all chapters.
  return rows.slice(0, rows.lastIndexOf('---'))
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a (?![^>]*heading-anchor)[^>]*?href="([^"]*)"/g)].map(
    ([, href]) => href ?? '',
  )
}

function checkPage(built: Built, name: string, facts: PageFacts): void {
  const whole = page(built, `${name}.html`)
  const html = content(built, `${name}.html`)
  for (const part of facts.has ?? []) expect(html).toContain(part)
  for (const part of facts.lacks ?? []) expect(html).not.toContain(part)
  for (const part of facts.page ?? []) expect(whole.includes(part), part).toBe(true)
  for (const part of facts.pageLacks ?? []) expect(whole.includes(part), part).toBe(false)
  checkHeads(whole, html, facts)
}

function checkHeads(whole: string, html: string, facts: PageFacts): void {
  const title = decode(/<title>(.*?)<\/title>/s.exec(whole)?.[1] ?? '')
  if (facts.title !== undefined) expect(title).toBe(facts.title)
  const ids = [...html.matchAll(/<h[1-6][^>]*? id="([^"]*)"/g)].map(([, id]) => id)
  if (facts.ids !== undefined) expect(ids).toEqual(facts.ids)
  if (facts.links !== undefined) expect(linksOf(html)).toEqual(facts.links)
}

test('every rule has a name of its own', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
})

describe.each(RULES)('$id', (rule) => {
  test(rule.says, async () => {
    const built = await buildBook(rule.book)
    const codes = built.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code)
    if (rule.problems !== undefined)
      expect([...new Set(codes)].toSorted()).toEqual(rule.problems.toSorted())
    expect(built.book === undefined || built.outputs.size === 0).toBe(rule.fails === true)
    if (rule.pages !== undefined) expect(pagesOf(built).toSorted()).toEqual(rule.pages.toSorted())
    if (rule.menu !== undefined) expect(menuOf(built)).toEqual(rule.menu)
    for (const [name, facts] of Object.entries(rule.on ?? {})) checkPage(built, name, facts)
    const copied = copiesOf(built)
    for (const path of rule.copied ?? []) expect(copied).toContain(path)
    for (const path of rule.notCopied ?? []) expect(copied).not.toContain(path)
  })
})
