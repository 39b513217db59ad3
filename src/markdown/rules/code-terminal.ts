// The signs of the plugin terminal: `**[terminal]` in the first line, then `**[prompt me@home]**[path ~]**[command ls]`. They
// gave the words colors; the words are what a reader wants.
const BEGIN = /^\s*\*\*\[terminal\][ \t]*(?:\n|$)/
const SIGN = /\*\*\[(prompt|path|delimiter|command|error|warning|success)[ \t]/g

/** The text without them; undefined for code that has none. */
export function plainTerminal(text: string): string | undefined {
  const begin = text.includes('**[terminal]') ? BEGIN.exec(text) : null
  if (begin === null) return undefined
  const lines = text.slice(begin[0].length).split('\n')
  return lines.map(plainLine).join('\n')
}

function plainLine(line: string): string {
  let plain = ''
  let done = 0
  let before = ''
  for (const { 0: sign, 1: name = '', index } of line.matchAll(SIGN)) {
    if (index < done) continue
    const end = endOf(line, index + sign.length)
    if (end === undefined) break
    const isPathAtPrompt = before === 'prompt' && index === done
    plain += `${line.slice(done, index)}${isPathAtPrompt ? ' ' : ''}${line.slice(index + sign.length, end)}`
    done = end + 1
    before = name
  }
  return plain + line.slice(done)
}

/** The bracket that ends a sign; brackets in it are words. */
function endOf(line: string, from: number): number | undefined {
  let depth = 1
  for (let at = from; at < line.length; at++) {
    if (line[at] === '[') depth++
    else if (line[at] === ']' && --depth === 0) return at
  }
  return undefined
}
