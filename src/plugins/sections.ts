// What plugins wrote into pages without tags: comments of sectionx, marked quotes. Each is put in the words of a block or of
// Markdown, on the same line.

/** A range of text that is code, or a comment. */
interface Range {
  readonly from: number
  readonly to: number
}

/** `<!--sec data-title="A" ces-->` … `<!--endsec-->` as a block. Comments that are part of some code stay. */
export function sectionsAsBlocks(text: string, code: readonly Range[]): string {
  const starts = new Set(code.map(({ from }) => from))
  return text.replaceAll(/<!--[ \t]*(endsec|sec\b[^>]*?\bces)[ \t]*-->/g, (comment, inner, at) => {
    if (!starts.has(Number(at))) return comment
    if (inner === 'endsec') return '{% endsec %}'
    const title = /\bdata-title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(String(inner))
    const name = (title?.[1] ?? title?.[2] ?? title?.[3] ?? '').replaceAll(/["\\]|[{%}]{2}/g, ' ')
    const isOpen = /\bdata-show=["']?true\b/.test(String(inner))
    return `{% sec title="${name}"${isOpen ? ', show=true' : ''} %}`
  })
}

const QUOTES: { readonly [name: string]: string } = {
  note: 'NOTE',
  info: 'NOTE',
  primary: 'NOTE',
  comment: 'NOTE',
  tip: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  attention: 'CAUTION',
  caution: 'CAUTION',
  danger: 'CAUTION',
}

/** `> #### Note` of callouts and `> [!TIP|style:flat]` of flexible-alerts as GitHub's alerts. */
export function quotesAsAlerts(text: string, code: readonly Range[]): string {
  const mark =
    /^([ \t]*>[ \t]*)(?:#{4}[ \t]+(?=\w+[ \t]*$)|\[!(?=\w+(?:\|[^\]\n]*)?\][ \t]*$))([A-Za-z]+)[^\n]*$/gm
  return text.replaceAll(mark, (line, before: string, name: string, at) => {
    const kind = QUOTES[name.toLowerCase()]
    const inCode = code.some(({ from, to }) => from <= Number(at) && Number(at) < to)
    return kind === undefined || inCode ? line : `${before}[!${kind}]`
  })
}
