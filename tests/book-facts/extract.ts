// What the Mesos handbook and its files say: options, requests, keys, and the text below a heading.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { keys } from './interfaces.ts'

const root = resolve(import.meta.dirname, '../..')

const below = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .map((file) => file.split(sep).join('/'))
    .toSorted((one, other) => one.localeCompare(other))

export const read = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')

export const chapters = below('book')

/** Every file of the book with its text. */
export const texts = [...chapters, 'GLOSSARY.md', ...below('etc'), ...below('manifests')].map(
  (file) => [file, read(file)] as const,
)

/** Every find of a pattern, as `what (where)`, that a question does not know. */
export const unknown = (
  pattern: RegExp,
  knows: (name: string, file: string) => boolean,
): readonly string[] => [
  ...new Set(
    texts.flatMap(([file, text]) =>
      [...text.matchAll(pattern)]
        .map((found) => found[1] ?? found[0])
        .filter((name) => !knows(name, file))
        .map((name) => `${name} (${file})`),
    ),
  ),
]

/** Commands of a shell text, each on one line, split where one ends. */
export const commands = (text: string): readonly string[] =>
  text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => line.split(/\s(?:\||&&|;)\s|[；，。|]/))

const cells = (row: string): readonly string[] => row.split('|').map((cell) => cell.trim())

/** Options and their defaults, in rows of tables that have a column of defaults. */
function rowsWithDefaults(text: string): readonly (readonly [string, string])[] {
  return text.split('\n\n').flatMap((block) => {
    const rows = block.split('\n').filter((line) => line.startsWith('|'))
    const column = cells(rows[0] ?? '').findIndex((cell) => cell.startsWith('默认'))
    if (column === -1) return []
    return rows.map((row): [string, string] => [
      /^`--([\w-]+)`/.exec(cells(row)[1] ?? '')?.[1] ?? '',
      cells(row)[column]?.replaceAll('`', '') ?? '',
    ])
  })
}

/** Defaults that a sentence says in words. */
const spoken: { readonly [words: string]: string } = {
  打开: 'true',
  都是打开的: 'true',
  '10秒': '10secs',
  一周: '1weeks',
  一分钟: '60000',
}

/** Options and the defaults that a text gives for them, in sentences and in tables. */
export function defaultsIn(text: string): readonly (readonly [string, string])[] {
  const words = Object.keys(spoken).join('|')
  const inline = new RegExp(
    String.raw`\`--([\w-]+)\`[^|。；\`\n]{0,16}默认(?:也是最小值)?(?:\`([^\`]+)\`|(${words}))`,
    'g',
  )
  return [
    ...[...text.matchAll(inline)].map(([, name = '', quoted, word]): [string, string] => [
      name,
      quoted ?? spoken[word ?? ''] ?? '',
    ]),
    ...rowsWithDefaults(text),
  ]
}

export type Request = { readonly method: string; readonly target: string; readonly where: string }

/** Requests to one program: by its port or variable, with the method of the same command. */
export function requests(hosts: readonly string[]): readonly Request[] {
  const pattern = new RegExp(`(?:${hosts.join('|')})(/[^\\s"'\`?|&)；，。、]*)`, 'g')
  return texts.flatMap(([where, text]) =>
    commands(text).flatMap((command) =>
      [...command.matchAll(pattern)].map(([, target = '']) => ({
        method: /-X ?([A-Z]+)/.exec(command)?.[1] ?? 'GET',
        target: target.replace(/(?<!\/)\$/, '/$'),
        where,
      })),
    ),
  )
}

const segments = (text: string): readonly string[] => text.split('/').filter(Boolean)

/** Whether a path of the book is one of a table; a variable or a placeholder stands for any segment. */
export function fits(said: string, pattern: string): boolean {
  const target = segments(said)
  const wanted = segments(pattern)
  if (wanted.at(-1) === '**' ? target.length < wanted.length : target.length !== wanted.length)
    return false
  return wanted.every((one, at) => {
    const other = target[at] ?? ''
    return one === '*' || one === '**' || one === other || /^[$<]/.test(other)
  })
}

/** Which table of keys an object is read by. */
export function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if ('schedule' in value || 'parents' in value) return 'Chronos job'
  return 'id' in value && ('instances' in value || 'cpus' in value) ? 'Marathon app' : undefined
}

/** The keys of a value that its parser does not know. */
export function strangeKeys(kind: string, value: unknown, at = ''): readonly string[] {
  const table = keys[kind]
  if (table === undefined || table.free.includes(at)) return []
  if (Array.isArray(value)) return value.flatMap((item) => strangeKeys(kind, item, at))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    const place = at === '' ? key : `${at}.${key}`
    return table.objects[at]?.includes(key) === true ? strangeKeys(kind, child, place) : [place]
  })
}

/** All JSON of the book: files, and blocks that are whole. */
export const jsons = texts.flatMap(([file, text]) =>
  file.endsWith('.json')
    ? [[file, JSON.parse(text) as unknown] as const]
    : [...text.matchAll(/^```json\n(.*?)^```/gms)].flatMap(([, body = '']) => {
        try {
          return [[file, JSON.parse(body) as unknown] as const]
        } catch {
          return []
        }
      }),
)

/** What stands below a heading, up to the next of its depth; lines of code are no headings. */
export function section(text: string, title: string): string | undefined {
  const hidden = text.replaceAll(/^((?:> )? *)```.*?^\1```$/gms, (code) =>
    code.replaceAll(/^#/gm, '\u0000'),
  )
  const all = hidden.split('\n')
  const start = all.findIndex((line) => line.replace(/^#+ /, '') === title)
  if (start === -1) return undefined
  const lines = all.slice(start)
  const depth = lines[0]?.indexOf(' ') ?? 0
  const end = lines.findIndex(
    (line, at) => at > 0 && /^#+(?= )/.test(line) && line.indexOf(' ') <= depth,
  )
  return lines
    .slice(1, end === -1 ? undefined : end)
    .join('\n')
    .replaceAll('\u0000', '#')
}
