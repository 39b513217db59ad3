import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import { english as englishMessages } from '../messages/en/index.ts'
import { type FormattedDiagnostic, formatDiagnostic } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { chinese as chineseMessages } from '../messages/zh/index.ts'
import { inChinese } from './chinese/translate.ts'
import { plural, wantsChinese } from './locale.ts'

/** How much is wrong, and in how many files. */
export interface Tally {
  readonly errors: number
  readonly warnings: number
  readonly files: number
}

/** What a build did, for its last line. */
export interface BuildNumbers {
  readonly pages: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly seconds: string
  readonly output: string
}

/** Everything that the command line says around the messages of diagnostics. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>
  readonly hint: string
  readonly see: string
  /** A diagnostic in this language. */
  readonly format: (diagnostic: Diagnostic) => FormattedDiagnostic
  /** A sentence of the program in this language; it stays English when nobody translated it. */
  readonly sentence: (english: string) => string
  readonly more: (count: number) => string
  readonly tally: (tally: Tally) => string
  readonly built: (numbers: BuildNumbers) => string
  readonly nothingWritten: (keptIn: string | undefined, isStrict: boolean) => string
  readonly progress: (done: number, total: number) => string
  readonly serve: ServeWords
  readonly init: InitWords
}

/** The words of `serve`. */
export interface ServeWords {
  readonly local: string
  readonly network: string
  readonly stop: string
  readonly otherPort: (wanted: number, port: number) => string
  readonly notOpened: (url: string) => string
  readonly built: (numbers: {
    readonly changes: readonly string[]
    readonly rendered: number
    readonly pages: number
    readonly ms: number
  }) => string
  /** Nothing new is served because of errors; without changes it was the first build. */
  readonly failed: (changes: readonly string[]) => string
}

/** The words of `init`: titles of the files that it creates, and what it says. */
export interface InitWords {
  readonly introduction: string
  readonly summary: string
  readonly created: string
  readonly nothing: string
  readonly next: string
  readonly edit: string
  readonly serve: string
  readonly build: string
}

/** From the catalog, or by its English sentence in areas that are not in it yet. */
function formatted(
  diagnostic: Diagnostic,
  messages: Messages,
  sentence: (english: string) => string,
): FormattedDiagnostic {
  const { message, hint, related } = diagnostic
  if (message === undefined) return formatDiagnostic(diagnostic, messages)
  return {
    ...diagnostic,
    message: sentence(message),
    ...(hint === undefined ? {} : { hint: sentence(hint) }),
    related:
      related?.map(({ at, note = '', message: said = '' }) => ({
        at,
        note,
        message: sentence(said),
      })) ?? [],
  }
}

/** The first names of a list that may be long. */
function some(names: readonly string[], rest: (count: number) => string): string {
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')}${rest(names.length - 2)}`
    : names.join(', ')
}

const someEnglish = (names: readonly string[]): string =>
  some(names, (count) => ` and ${count} more`)
const someChinese = (names: readonly string[]): string =>
  some(names, (count) => ` 等 ${count + 2} 个文件`)

const english: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  hint: 'hint',
  see: 'see',
  format: (diagnostic) => formatted(diagnostic, englishMessages, (said) => said),
  sentence: (said) => said,
  more: (count) => `and ${count} more like this; -v shows them all`,
  tally: ({ errors, warnings, files }) => {
    const parts = [
      errors > 0 ? plural(errors, 'error') : '',
      warnings > 0 ? plural(warnings, 'warning') : '',
    ].filter((part) => part !== '')
    return parts.join(' and ') + (files > 0 ? ` in ${plural(files, 'file')}` : '')
  },
  built: ({ pages, written, unchanged, removed, seconds, output }) => {
    const aside = [
      unchanged > 0 ? `${unchanged} unchanged` : '',
      removed > 0 ? `${removed} removed` : '',
    ].filter((part) => part !== '')
    const brackets = aside.length > 0 ? ` (${aside.join(', ')})` : ''
    return `${plural(pages, 'page')}, ${plural(written, 'file')} written${brackets} to ${output} in ${seconds} s`
  },
  nothingWritten: (keptIn, isStrict) => {
    const why = isStrict
      ? 'Nothing was written, because --strict allows no warnings'
      : 'Nothing was written'
    return keptIn === undefined ? why : `${why}; ${keptIn} is as it was`
  },
  progress: (done, total) => `Rendering page ${done} of ${total}`,
  serve: {
    local: 'Serving on',
    network: '       and',
    stop: 'Press Ctrl-C to stop',
    otherPort: (wanted, port) => `Port ${wanted} is in use, so this is ${port}`,
    notOpened: (url) => `No browser could be opened; open ${url} yourself`,
    built: ({ changes, rendered, pages, ms }) =>
      changes.length === 0
        ? `${plural(pages, 'page')} built in ${ms} ms`
        : `${someEnglish(changes)} changed: ${rendered} of ${plural(pages, 'page')} rendered in ${ms} ms`,
    failed: (changes) =>
      changes.length === 0
        ? 'Nothing can be shown yet: mend the errors, and the book appears'
        : `${someEnglish(changes)} changed; because of the errors the pages stay as they were`,
  },
  init: {
    introduction: 'Introduction',
    summary: 'Summary',
    created: 'created',
    nothing: 'Nothing to create: every file that SUMMARY names is there',
    next: 'Next:',
    edit: 'add chapters to SUMMARY, and run this command again to create their files',
    serve: 'see the book while you write it',
    build: 'make the site',
  },
}

const chinese: Words = {
  severity: { error: '错误', warning: '警告', info: '信息' },
  hint: '提示',
  see: '另见',
  format: (diagnostic) => formatted(diagnostic, chineseMessages, inChinese),
  sentence: inChinese,
  more: (count) => `另有 ${count} 处同类问题，用 -v 查看全部`,
  tally: ({ errors, warnings, files }) => {
    const parts = [
      errors > 0 ? `${errors} 个错误` : '',
      warnings > 0 ? `${warnings} 个警告` : '',
    ].filter((part) => part !== '')
    return parts.join('、') + (files > 0 ? `，涉及 ${files} 个文件` : '')
  },
  built: ({ pages, written, unchanged, removed, seconds, output }) => {
    const aside = [
      unchanged > 0 ? `${unchanged} 个未变` : '',
      removed > 0 ? `删除 ${removed} 个` : '',
    ].filter((part) => part !== '')
    const brackets = aside.length > 0 ? `（${aside.join('，')}）` : ''
    return `共 ${pages} 页，写入 ${written} 个文件${brackets}到 ${output}，用时 ${seconds} 秒`
  },
  nothingWritten: (keptIn, isStrict) => {
    const why = isStrict ? '--strict 不允许警告，未写入任何文件' : '未写入任何文件'
    return keptIn === undefined ? why : `${why}；${keptIn} 保持原样`
  },
  progress: (done, total) => `正在渲染第 ${done} 页，共 ${total} 页`,
  serve: {
    local: '访问地址',
    network: '局域网　',
    stop: '按 Ctrl-C 停止',
    otherPort: (wanted, port) => `端口 ${wanted} 已被占用，改用 ${port}`,
    notOpened: (url) => `无法打开浏览器，请自行打开 ${url}`,
    built: ({ changes, rendered, pages, ms }) =>
      changes.length === 0
        ? `共 ${pages} 页，构建用时 ${ms} 毫秒`
        : `${someChinese(changes)} 有改动：共 ${pages} 页，重新渲染 ${rendered} 页，用时 ${ms} 毫秒`,
    failed: (changes) =>
      changes.length === 0
        ? '暂时无法显示：改正错误后，页面会自动出现'
        : `${someChinese(changes)} 有改动；因为有错误，页面保持原样`,
  },
  init: {
    introduction: '简介',
    summary: '目录',
    created: '已创建',
    nothing: '无需创建：SUMMARY 中列出的文件都已存在',
    next: '接下来：',
    edit: '在 SUMMARY 中添加章节，再次运行本命令即可创建对应文件',
    serve: '边写边预览',
    build: '生成网站',
  },
}

/** The words for the locale of the environment: Chinese for `zh*`, English otherwise. */
export function wordsFor(env: { readonly [name: string]: string | undefined }): Words {
  return wantsChinese(env) ? chinese : english
}
