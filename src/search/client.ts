// The reader's side of search as one script: modules that also run in Node, joined without their imports and exports.
const PARTS = ['text', 'excerpt', 'engine', 'dialog'] as const

/** Joins the parts, whose text `read` gives by their name. */
export function clientScript(read: (name: string) => string): string {
  const parts = PARTS.map((name) =>
    read(`${name}.js`)
      .replaceAll(/^import .*\n/gm, '')
      .replaceAll(/^export /gm, ''),
  )
  return `;(() => {\n'use strict'\n${withoutComments(parts.join('\n'))}})()\n`
}

/** Leaves out lines that hold nothing but a comment, empty lines and the space before the others. */
export function withoutComments(script: string): string {
  return script
    .replaceAll(/^\s*\/\*\*[^]*?\*\/$/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^\s+/gm, '')
}
