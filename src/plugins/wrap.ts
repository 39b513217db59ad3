// Code of files as blocks of Markdown, and the arguments of the tags that ask for it.

/** A fenced block of code. The fence is longer than any in it. */
export function fence(code: string, language: string, title = ''): readonly string[] {
  return exactFence(withoutIndent(code), language, title)
}

/** The same, with the code as it is. */
export function exactFence(text: string, language: string, title = ''): readonly string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const marks = '`'.repeat(longest + 1)
  const name = language.replaceAll(/[\s`{,:]/g, '')
  const caption = title.replaceAll(/\s+/g, ' ').replaceAll('`', '').replaceAll('"', "'").trim()
  const info = caption === '' ? name : `${name === '' ? 'text' : name} title="${caption}"`
  return [marks + info, ...text.split('\n'), marks]
}

/** Lines behind a prefix; the first one stands where the tag stood. */
export function lines(texts: readonly string[], prefix: string): string {
  return texts.map((text, index) => (index === 0 ? text : (prefix + text).trimEnd())).join('\n')
}

/** A text without blank lines around it and without the indent that all its lines share. */
export function withoutIndent(text: string): string {
  const rows = text
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n')
  const indents = rows
    .filter((row) => row.trim() !== '')
    .map((row) => /^[ \t]*/.exec(row)?.[0] ?? '')
  const shared = indents.reduce((least, indent) => Math.min(least, indent.length), Infinity)
  return rows.map((row) => row.slice(Number.isFinite(shared) ? shared : 0)).join('\n')
}

/** The argument of a block by the first of these names that has one, else the first without a name. */
export function argument(
  block: {
    readonly args: readonly unknown[]
    readonly kwargs: { readonly [name: string]: unknown }
  },
  names: readonly string[],
): string | undefined {
  const found = [...names.map((name) => block.kwargs[name]), block.args[0]].find(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
  return found === undefined ? undefined : String(found).trim()
}
