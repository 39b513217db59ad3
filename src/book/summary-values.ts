// Values in titles of GitBook.com: `[Version <code class="expression">space.vars.version</code>](v.md)`, and emoji by their
// names. A table of contents is read before any page is, so that names of variables are all that it may hold.
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { Files, TextFile } from '../files/files.ts'
import { readLooseYaml } from '../files/loose-yaml.ts'
import { withEmoji } from '../tree/emoji-names.ts'
import { decodeText } from '../tree/parse.ts'

const EXPRESSION = /<code\s+class=["']expression["']\s*>([^<\n]*)<\/code>/gi
/** A symbol whose name stands in it for those who do not draw it; entries are words. */
const ICON = /<i\s+class=["'][^"'<>]*\bfa-[^"'<>]*["'][^<>]*>[^<\n]*<\/i>[ \t]*/gi
const NAME = /^space\.vars((?:\.\w+)+)$/

/** The text of a table of contents with the values of its variables; what is none of these is shown as it is written. */
export function withValues(source: TextFile, files: Files, root: FolderPrefix): TextFile {
  if (!/expression|fa-|:[a-z\d_+\\-]+:/.test(source.text)) return source
  let vars: JsonObject | undefined
  const text = source.text
    .replaceAll(ICON, '')
    .replaceAll(EXPRESSION, (written, inside: string) => {
      const name = NAME.exec(decodeText(inside).replaceAll('\\', '').trim())?.[1]
      if (name === undefined) return written
      vars ??= variables(files, root)
      return valueOf(vars, name.slice(1).split('.')) ?? written
    })
    .replaceAll(/`[^`\n]*`|[^`]+/g, (part) => (part.startsWith('`') ? part : withEmoji(part)))
  return { ...source, text }
}

function variables(files: Files, root: FolderPrefix): JsonObject {
  const file = files.text(`${root}.gitbook/vars.yaml` as BookPath)
  return file === undefined ? {} : objectOf(readLooseYaml(file.text).value)
}

/** A value as words of Markdown. */
function valueOf(vars: JsonObject, names: readonly string[]): string | undefined {
  let value: Json | undefined = vars
  for (const name of names) value = isJsonObject(value) ? value[name] : undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  return value.replaceAll(/\s+/g, ' ').replaceAll(/[[\]\\`*_<>&]/g, String.raw`\$&`)
}
