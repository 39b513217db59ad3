import type { Token } from 'markdown-it'

/** The text for a reader who cannot see markup: with alternative texts; a line break is a space. */
export function plainText(tokens: readonly Token[]): string {
  let text = ''
  for (const token of tokens) {
    if (isText(token)) text += token.content
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' '
    else if (token.type === 'image') text += plainText(token.children ?? [])
    else if (token.type === 'html_inline' && /^<br\b/i.test(token.content)) text += ' '
  }
  return text
}

const TEXT = new Set(['text', 'code_inline', 'text_special', 'html_unended', 'formula'])

function isText(token: Token): boolean {
  return TEXT.has(token.type)
}
