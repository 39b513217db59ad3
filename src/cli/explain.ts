// `handbook explain`: the sections of docs/diagnostics, which are part of the package.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { compare } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'
import { packageFolder } from '../files/package.ts'
import { clipped } from './display-width.ts'
import { exitCodes, printFailure } from './failure.ts'
import { type Console, type Paint, createPaint, widthOf } from './terminal.ts'
import { wrapLine } from './wrap.ts'

/** In English; other languages have a folder in it. */
const FOLDER = path.join(packageFolder, 'docs/diagnostics')
const HEADING = /^## ([a-z-]+\/[a-z0-9-]+)[ \t]*$/gm

/** Every code with its explanation in Markdown, in code-unit order; in English where there is none in the language. */
export function readExplanations(language: string): ReadonlyMap<string, string> {
  const own = path.join(FOLDER, language)
  const folder = existsSync(own) ? own : FOLDER
  const found: [string, string][] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const headings = [...text.matchAll(HEADING)]
    for (const [index, { 0: line, 1: code = '', index: at }] of headings.entries())
      found.push([
        code,
        withoutLinks(text.slice(at + line.length, headings[index + 1]?.index)).trim(),
      ])
  }
  return new Map(found.sort(([a], [b]) => compare(a, b)))
}

/** The words of links alone: neither a terminal nor a platform for reports has the pages of the manual. */
function withoutLinks(text: string): string {
  return text.replaceAll(CODE_OR_LINK, (all: string, _marks, words?: string) => words ?? all)
}

const CODE_OR_LINK = /(`+)[^]*?\1|\[([^\]]+)\]\([^)\s]+\)/g

/** `handbook explain [code]`. Gives the exit code. */
export function explainCommand(terminal: Console, code: string | undefined): number {
  const explanations = readExplanations(terminal.messages.language)
  const paint = createPaint(terminal.out, terminal.env)
  if (code === undefined) {
    terminal.out.write(listAll(explanations, paint, Math.min(widthOf(terminal.out) ?? 100, 120)))
    return exitCodes.fine
  }
  const wanted = code.replace(/^\[|\]$/g, '').toLowerCase()
  const text = explanations.get(wanted)
  const ofArea = new Map([...explanations].filter(([one]) => one.startsWith(`${wanted}/`)))
  if (text === undefined && ofArea.size > 0) {
    terminal.out.write(listAll(ofArea, paint, Math.min(widthOf(terminal.out) ?? 100, 120)))
    return exitCodes.fine
  }
  if (text !== undefined) {
    terminal.out.write(
      `${paint(['bold'], wanted)}\n\n${shown(text, paint, Math.min(widthOf(terminal.out) ?? 80, 100))}\n`,
    )
    return exitCodes.fine
  }
  printFailure(
    { case: 'unknown-code', code: wanted, codes: similar(wanted, [...explanations.keys()]) },
    terminal,
  )
  return exitCodes.usage
}

/** Markdown as it looks best without a renderer. */
function shown(text: string, paint: Paint, width: number): string {
  const parts: string[] = []
  let end = 0
  for (const { 0: fence, 2: code = '', index } of text.matchAll(FENCE)) {
    parts.push(prose(text.slice(end, index), paint, width))
    parts.push(code.trimEnd().replaceAll(/^(?=.)/gm, '    '))
    end = index + fence.length
  }
  return [...parts, prose(text.slice(end), paint, width)].join('')
}

const FENCE = /^(`{3,}).*\n([\s\S]*?)^\1$/gm

/** Paragraphs whose lines end where there is no more room, lists and tables as they are. */
function prose(text: string, paint: Paint, width: number): string {
  return text
    .replaceAll(/^(?![-*|\s]).+(?:\n(?![-*|\s]).+)*/gm, (paragraph) =>
      wrapLine(paragraph.replaceAll('\n', ' '), width).join('\n'),
    )
    .replaceAll(/`([^`\n]+)`/g, (_span, code: string) => paint(['cyan'], code))
}

function listAll(explanations: ReadonlyMap<string, string>, paint: Paint, width: number): string {
  const room = Math.max(...[...explanations.keys()].map((code) => code.length)) + 2
  let area = ''
  const lines: string[] = []
  for (const [code, text] of explanations) {
    const [name = ''] = code.split('/')
    if (name !== area) lines.push(`${area === '' ? '' : '\n'}${paint(['bold'], name)}`)
    area = name
    const isNarrow = width - room < 30
    const gap = isNarrow ? `\n${' '.repeat(6)}` : ' '.repeat(room - code.length)
    lines.push(
      `  ${paint(['cyan'], code)}${gap}${summary(text, isNarrow ? width - 6 : width - room - 2)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** The first sentence, as far as there is room. */
function summary(text: string, room: number): string {
  const sentence = /^.*?(?:\.(?=\s|$)|。)/s.exec(text)?.[0] ?? text
  const plain = sentence
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。]$/, '')
    .replaceAll('`', '')
  return clipped(plain, room)
}

/** Codes that may have been meant. */
function similar(code: string, known: readonly string[]): readonly string[] {
  const name = code.slice(code.indexOf('/') + 1)
  const sameName = known.filter((one) => one.endsWith(`/${name}`))
  const near = closest(code, known)
  const all = new Set([...sameName, ...(near === undefined ? [] : [near])])
  return [...all].slice(0, 5)
}
