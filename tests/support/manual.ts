// What the manual shows: every fenced example of README, CONTRIBUTING and docs, and every command that a sentence names.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import MarkdownIt from 'markdown-it'

export interface Example {
  /** `docs/moving.md:7`, where a failure is looked for. */
  readonly name: string
  /** The file below the checkout. */
  readonly file: string
  readonly language: string
  /** What the fence says behind the language. */
  readonly info: string
  readonly text: string
}

const root = path.resolve(import.meta.dirname, '../..')
const parser = new MarkdownIt({ html: true })

export const manualPages: readonly string[] = [
  'README.md',
  'README.zh-Hans.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll(path.sep, '/')}`)
    .toSorted(),
]

export const manualText = (file: string): string => readFileSync(path.join(root, file), 'utf8')

export const examples: readonly Example[] = manualPages.flatMap((file) =>
  parser
    .parse(manualText(file), {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => {
      const [language = '', ...rest] = info.trim().split(/\s+/)
      return {
        name: `${file}:${(map?.[0] ?? 0) + 1}`,
        file,
        language,
        info: rest.join(' '),
        text: content,
      }
    }),
)

/** Code in sentences and tables that calls a program: `handbook check --fix`. */
export const calls: readonly { readonly name: string; readonly text: string }[] =
  manualPages.flatMap((file) =>
    parser
      .parse(manualText(file), {})
      .flatMap(({ children, map }) =>
        (children ?? [])
          .filter(({ type, content }) => type === 'code_inline' && content.startsWith('handbook '))
          .map(({ content }) => ({ name: `${file}:${(map?.[0] ?? 0) + 1}`, text: content })),
      ),
  )

/** The commands of a line of a shell: words without quotes, without comments, redirections and what stands between two commands. */
export function commandsIn(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]]
  const tokens = line
    .replace(/^\$ /, '')
    .matchAll(/\s#.*$|'([^']*)'|"([^"]*)"|(&&|\|\||[|;])|>\s*\S+|([^\s|;]+)/g)
  for (const [, single, double, between, word] of tokens) {
    const text = single ?? double ?? word
    if (between !== undefined) commands.push([])
    else if (text !== undefined) commands.at(-1)!.push(text)
  }
  return commands.filter(({ length }) => length > 0)
}
