// The only door to Less, in which books of GitBook could write their style sheets. Its parser and evaluator are part of the
// program and are loaded by a book that has such a sheet. What it comes with for disks and networks stays outside: it reads
// what it is given, runs no plugin and no JavaScript of a sheet, and ends after a while.
import vm from 'node:vm'
import type { FileManager, Less, LessError, LessNode } from 'less/lib/less/index.js'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  extensionOf,
  resolveReference,
} from '../core/path.ts'
import { NotLoaded } from '../core/not-loaded.ts'
import type { Reason } from '../messages/en/reasons.ts'
import type { Place } from '../core/diagnostic.ts'

/** The text of a file of the book. */
export type TextOf = (path: BookPath) => string | undefined

/** What becomes of a sheet. */
export type CompiledSheet =
  { readonly css: string } | { readonly reason: Reason; readonly at: Place }

/** Is this a style sheet that has to be compiled? */
export function isLess(path: string): boolean {
  return extensionOf(path).toLowerCase() === '.less'
}

/** Is it written in a language that becomes CSS, and that only its own compiler reads? */
export function isForeignSheet(path: string): boolean {
  return ['.scss', '.sass', '.styl', '.stylus'].includes(extensionOf(path).toLowerCase())
}

/** Sheets of whole frameworks take a second; one that calls itself would take forever. */
const LONGEST_MS = 5000
/** The longest list of numbers that a sheet may ask for. */
const LONGEST_RANGE = 10_000

/** Where the CSS of a sheet lies, by where the sheet does. */
export function compiledPath(sheet: OutputPath): OutputPath {
  return `${sheet}.css` as OutputPath
}

/** GitBook's plugin took a version that divided wherever it saw a slash; addresses count from the sheet that is named. */
const OPTIONS = {
  syncImport: true,
  javascriptEnabled: false,
  disablePluginRule: true,
  math: 'always',
  rewriteUrls: 'all',
}

let library: Less | undefined
let textOf: TextOf = () => undefined

/** Loads what sheets are compiled with. */
export async function loadLess(): Promise<void> {
  const { default: createLess } = await import('less/lib/less/index.js')
  library ??= within(createLess({ encodeBase64: () => '', mimeLookup: () => '' }, [], '4.0.0'))
}

/** The CSS of a sheet and of all that it imports. */
export function compileLess(
  path: BookPath,
  from: TextOf,
  timeout: number = LONGEST_MS,
): CompiledSheet {
  if (library === undefined) throw new NotLoaded(loadLess)
  const less = library
  const text = from(path) ?? ''
  let result: CompiledSheet | undefined
  const compile = (): void =>
    less.render(text, { ...OPTIONS, filename: path }, (error, output) => {
      result = error === null ? { css: output?.css ?? '' } : mistake(error, path)
    })
  textOf = from
  try {
    vm.runInNewContext('compile()', { compile }, { timeout })
  } catch {
    result = undefined
  }
  return result ?? { reason: 'too-much-work', at: { file: path } }
}

function mistake(
  { message = '', filename, line, column }: LessError,
  path: BookPath,
): CompiledSheet {
  const isSheet = filename !== undefined && textOf(filename as BookPath) !== undefined
  const file = isSheet ? (filename as BookPath) : path
  // In a mixin the library loses what the engine says: there a stack that is full has no message.
  if (message === '' || /call stack|string length|array length/i.test(message))
    return { reason: 'too-much-work', at: { file } }
  const start = line ? { start: { line, column: (column ?? 0) + 1 } } : {}
  return { reason: reasonOf(message), at: { file, ...start } }
}

/** What the library says, as far as we know it. */
function reasonOf(message: string): Reason {
  const [, path] = /^missing (.*)$/s.exec(message) ?? []
  if (path !== undefined) return { case: 'no-book-file', path }
  const [, name] = /^(?:variable )?(\S+) is undefined$/.exec(message) ?? []
  if (name !== undefined) return { case: 'not-defined', name }
  return message.split('\n')[0] ?? ''
}

function NoPlugins(): void {}

/** A library that sees nothing but the sheets of a book. */
function within(less: Less): Less {
  less.PluginLoader = NoPlugins
  less.environment.fileManagers.push(Object.assign(new less.AbstractFileManager(), sheetsOfBook))
  limitFunctions(less.functions.functionRegistry)
  return less
}

/** A picture stays a file of the book. */
const addressOf = ({ value }: LessNode): string => `url(${JSON.stringify(String(value))})`

function limitFunctions(functions: Less['functions']['functionRegistry']): void {
  functions.add('data-uri', (type, file) => addressOf(file ?? type ?? {}))
  functions.add('image-size', () => null)
  const range = functions.get('range')
  functions.add('range', function (this: unknown, ...numbers: LessNode[]) {
    const far = numbers.some(({ value }) => Math.abs(Number(value)) > LONGEST_RANGE)
    const isFine = numbers[2]?.value !== undefined && Math.abs(Number(numbers[2].value)) < 1
    if (far || isFine) throw new RangeError('Invalid array length')
    return Reflect.apply(range, this, numbers)
  })
}

const sheetsOfBook: FileManager = {
  supports: () => true,
  supportsSync: () => true,
  loadFile(): never {
    throw new Error('Sheets are read at once')
  },
  loadFileSync(name, folder) {
    const from = `${folder}sheet.less` as BookPath
    for (const written of [name, `${name}.less`]) {
      const path = resolveReference(from, written, '' as FolderPrefix) as BookPath | undefined
      const contents =
        path !== undefined && /^\.(?:less|css)$/i.test(extensionOf(path)) ? textOf(path) : undefined
      if (path !== undefined && contents !== undefined) return { filename: path, contents }
    }
    return { type: 'File', message: `missing ${name}` }
  },
}
