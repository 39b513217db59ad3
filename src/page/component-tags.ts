// The tags of components in the Markdown of a page, for the alternate: callouts and titles as HTML that is made Markdown again,
// code in fences, and nothing of the others.
import { hintKind } from '../components/hint.ts'
import { type Opening, scanComponents } from '../components/pair.ts'
import type { ComponentWords } from '../components/words.ts'
import { escapeHtml } from '../core/html.ts'

/** What is written in place of a stretch of a text. */
interface Replaced {
  readonly from: number
  readonly to: number
  readonly by: readonly string[]
}

/** A text without the tags of components. */
export function withoutTags(text: string, words: ComponentWords): string {
  const { openings, ends, stray } = scanComponents(text)
  if (openings.size + ends.size + stray.size === 0) return text
  const callouts = new Set<number>()
  const found: Replaced[] = []
  for (const opening of openings.values()) {
    const { tag, end, until } = opening
    const isCallout = opening.known.component.name === 'hint'
    if (isCallout && end !== undefined) callouts.add(end.from)
    found.push({ from: tag.from, to: tag.to, by: shownAs(opening, words) })
    if (opening.known.isVerbatim === true && opening.isOfLine !== true && until !== undefined)
      found.push({ from: until, to: until, by: ['```', ''] })
  }
  for (const [from, { to }] of [...ends, ...stray])
    found.push({ from, to, by: callouts.has(from) ? ['</div>'] : [] })
  return replaced(
    text,
    found.toSorted((a, b) => a.from - b.from || a.to - b.to),
  )
}

function shownAs(opening: Opening, words: ComponentWords): readonly string[] {
  const { tag, known, end } = opening
  const told = new Map(tag.given.map(({ name, value }) => [name, value]))
  const title = told.get('title') ?? told.get('name') ?? told.get('summary')
  if (known.component.name === 'hint') {
    if (end === undefined) return []
    const kind = hintKind(told.get('style') ?? told.get('type') ?? told.get('') ?? tag.name)
    const said = escapeHtml(title ?? words[kind])
    return [
      `<div class="callout callout-${kind}" role="note">`,
      `<p class="callout-title">${said}</p>`,
    ]
  }
  const heading =
    title === undefined || title === ''
      ? []
      : [`<p class="block-title"><strong>${escapeHtml(title)}</strong></p>`]
  if (known.isVerbatim !== true || opening.isOfLine === true) return heading
  return [...heading, `\`\`\`${told.get('type') ?? told.get('lang') ?? ''}`]
}

function replaced(text: string, found: readonly Replaced[]): string {
  let result = ''
  let done = 0
  for (const { from, to, by } of found) {
    result += text.slice(done, from)
    const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
    const prefix = /^[ \t>]*/.exec(line)?.[0] ?? ''
    const isFirst = line.trim() === prefix.trim()
    const isLast = /^[ \t]*(?:\n|$)/.test(text.slice(to, to + 80))
    if (by.length > 0) {
      result += `${isFirst ? '' : `\n${prefix}`}${by.join(`\n${prefix}`)}${isLast ? '' : `\n${prefix}`}`
    }
    done = to
  }
  return result + text.slice(done)
}
