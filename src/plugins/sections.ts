// What plugins wrote into pages without tags, as comments of sectionx. Each is put in the words of a block or of Markdown, on
// the same line.
import { type Range, isIn } from '../core/range.ts'
import { tagValue } from '../template/tag-value.ts'

/**
 * `<!--sec data-title="A" ces-->` … `<!--endsec-->` as a block, without the buttons that opened such ones. What is part of
 * some code stays.
 */
export function sectionsAsBlocks(text: string, code: readonly Range[]): string {
  const starts = new Set(code.map(({ from }) => from))
  const mark =
    /<!--[ \t]*(endsec|sec\b[^>]*?\bces)[ \t]*-->|<button class="section"[^>]*><\/button>/g
  return text.replaceAll(mark, (written, ...found: readonly unknown[]) => {
    const [inner, at] = found as readonly [string | undefined, number]
    if (inner === undefined) return starts.has(at) || !isIn(code, at) ? '' : written
    if (!starts.has(at)) return written
    return inner === 'endsec' ? '{% endsec %}' : sectionTag(inner, written)
  })
}

function sectionTag(inner: string, written: string): string {
  const title = /\bdata-title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(inner)
  const name = tagValue(title?.[1] ?? title?.[2] ?? title?.[3] ?? '')
  const isOpen = /\bdata-show=["']?true\b/.test(inner)
  // What follows stays on its line.
  const lines = written.replaceAll(/[^\n]/g, '')
  return `{% sec title="${name}"${isOpen ? ', show=true' : ''} ${lines}%}`
}

/** `%accordion%A title%accordion%` … `%/accordion%` as a block, in quotes and items too; its title is Markdown. */
export function accordionsAsBlocks(text: string, code: readonly Range[]): string {
  const mark =
    /^([ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)%(?:accordion%([^\n%]*)%accordion|\/accordion)%[ \t]*$/gm
  const open: string[] = []
  return text.replaceAll(mark, (line, before: string, title: string | undefined, at) => {
    if (isIn(code, Number(at))) return line
    if (title === undefined) return `${outside(before, open.pop())}{% endaccordion %}`
    open.push(before)
    return `${before}{% accordion title="${tagValue(title.trim().replaceAll('"', '&quot;'))}" %}`
  })
}

/** What stands before the end of a block. In a quote that its beginning is not in, it would end nothing. */
function outside(before: string, opening: string | undefined): string {
  return opening === undefined || opening.includes('>') ? before : before.replaceAll('>', '')
}

/** `!INCLUDE "a.md"` as a tag of templates. */
export function linesAsIncludes(text: string, code: readonly Range[]): string {
  const line = /^([ \t]*)!INCLUDE[ \t]+(["'])([^"'\n]+)\2/gm
  return text.replaceAll(line, (written, ...found: readonly unknown[]) => {
    const [before, , path, at] = found as readonly [string, string, string, number]
    if (isIn(code, at) || /[{%}]{2}/.test(path)) return written
    return `${before}{% include "${path.replaceAll('\\', '/')}" %}`
  })
}

/** `@import "a.go" {go}`, or `!CODEFILE "a.go"`, as `[import, lang:"go"](a.go)`, alone on its line. */
export function importLinesAsDirectives(text: string, code: readonly Range[]): string {
  const line =
    /^([ \t]*)(?:@import|!CODEFILE)[ \t]+"([^"\n]+)"(?:[ \t]*\{[ \t]*([\w+#-]+)[ \t]*\})?[ \t]*$/gm
  return text.replaceAll(line, (written, ...found: readonly unknown[]) => {
    const [before, path, language, at] = found as readonly [string, string, string?, number?]
    if (isIn(code, at ?? 0) || /[()\\]|[{%}]{2}/.test(path)) return written
    return `${before}[import${language === undefined ? '' : `, lang:"${language}"`}](${path})`
  })
}

/** The place of a list of headings, as anchor-navigation-ex marks it, is a comment like that of other plugins. */
export function listsAsComments(text: string, code: readonly Range[]): string {
  return text.replaceAll(/<extoc>[ \t]*<\/extoc>/g, (written, at) =>
    isIn(code, Number(at)) ? written : '<!-- toc -->',
  )
}
