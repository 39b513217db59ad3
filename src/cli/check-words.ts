import { plural, wantsChinese } from './locale.ts'

/** What a check found, for its last line. */
export interface CheckNumbers {
  readonly pages: number
  readonly seconds: string
  readonly remarks: number
  readonly excepted: number
  readonly known: number
}

/** What became of the list of addresses. */
export interface ListNumbers {
  readonly pages: number
  readonly anchors: number
  readonly added: number
  readonly forgotten: number
  /** Of the list, and nobody answers. */
  readonly vanished: number
}

/** The words of `check`. */
export interface CheckWords {
  /** Nothing is wrong. */
  readonly fine: (numbers: CheckNumbers) => string
  /** Below the tally. */
  readonly aside: (numbers: CheckNumbers) => string
  readonly explain: (code: string) => string
  readonly fixable: (count: number) => string
  readonly tooManyWarnings: (found: number, allowed: number) => string
  readonly baselineWritten: (file: string, count: number) => string
  readonly baselineGone: (file: string, count: number) => string
  readonly fixed: (count: number, files: number) => string
  readonly wouldFix: (count: number, files: number) => string
  readonly nothingToFix: string
  readonly moved: (files: number, edited: number) => string
  readonly wouldMove: (files: number, edited: number) => string
  readonly addressesLocked: (file: string, list: ListNumbers) => string
  readonly asking: (done: number, total: number) => string
}

const english: CheckWords = {
  fine: (numbers) =>
    `${plural(numbers.pages, 'page')} checked in ${numbers.seconds} s: nothing is wrong${english.aside(numbers)}`,
  aside: ({ remarks, excepted, known }) => {
    const parts = [
      remarks > 0 ? plural(remarks, 'remark') : '',
      excepted > 0 ? plural(excepted, 'exception') : '',
      known > 0 ? `${known} in the baseline` : '',
    ].filter((part) => part !== '')
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`
  },
  explain: (code) => `\`handbook explain ${code}\` says more about a code`,
  fixable: (count) =>
    `\`handbook check --fix\` can mend ${count === 1 ? 'one' : count} of them; add --dry-run to see how`,
  tooManyWarnings: (found, allowed) =>
    `Expected at most ${plural(allowed, 'warning')} (--max-warnings), found ${found}`,
  baselineWritten: (file, count) => `${plural(count, 'problem')} written to ${file}`,
  baselineGone: (file, count) =>
    `${plural(count, 'problem')} of ${file} ${count === 1 ? 'is' : 'are'} gone: --update-baseline takes ${count === 1 ? 'it' : 'them'} out`,
  fixed: (count, files) => `${plural(count, 'problem')} mended in ${plural(files, 'file')}`,
  wouldFix: (count, files) =>
    `${plural(count, 'problem')} would be mended in ${plural(files, 'file')}; nothing was written`,
  nothingToFix: 'Nothing can be mended without you',
  moved: (files, edited) => `${plural(files, 'file')} moved, ${edited} changed`,
  wouldMove: (files, edited) =>
    `${plural(files, 'file')} would be moved and ${edited} changed; nothing was written`,
  addressesLocked: (file, { pages, anchors, added, forgotten, vanished }) => {
    const parts = [
      added > 0 ? `${added} new` : '',
      forgotten > 0 ? `${forgotten} given up` : '',
      vanished > 0 ? `${vanished} vanished and kept; --forget gives them up` : '',
    ].filter((part) => part !== '')
    const changes = parts.length === 0 ? '' : ` (${parts.join(', ')})`
    return `${file}: ${plural(pages, 'page')} with ${plural(anchors, 'anchor')}${changes}`
  },
  asking: (done, total) => `Asking for address ${done} of ${total}`,
}

const chinese: CheckWords = {
  fine: (numbers) =>
    `检查 ${numbers.pages} 页，用时 ${numbers.seconds} 秒，没有问题${chinese.aside(numbers)}`,
  aside: ({ remarks, excepted, known }) => {
    const parts = [
      remarks > 0 ? `${remarks} 条建议` : '',
      excepted > 0 ? `${excepted} 处例外` : '',
      known > 0 ? `${known} 个已在基线中` : '',
    ].filter((part) => part !== '')
    return parts.length === 0 ? '' : `（${parts.join('，')}）`
  },
  explain: (code) => `用 \`handbook explain ${code}\` 查看某个代码的说明`,
  fixable: (count) =>
    `其中 ${count} 个可用 \`handbook check --fix\` 自动修正，加 --dry-run 可先查看改动`,
  tooManyWarnings: (found, allowed) =>
    `--max-warnings 最多允许 ${allowed} 个警告，实际有 ${found} 个`,
  baselineWritten: (file, count) => `已将 ${count} 个问题写入 ${file}`,
  baselineGone: (file, count) => `${file} 中有 ${count} 个问题已不存在，用 --update-baseline 更新`,
  fixed: (count, files) => `已修正 ${files} 个文件中的 ${count} 个问题`,
  wouldFix: (count, files) => `可修正 ${files} 个文件中的 ${count} 个问题，未写入任何文件`,
  nothingToFix: '没有可以自动修正的问题',
  moved: (files, edited) => `已移动 ${files} 个文件，修改 ${edited} 个文件`,
  wouldMove: (files, edited) => `将移动 ${files} 个文件，修改 ${edited} 个文件，未写入任何文件`,
  addressesLocked: (file, { pages, anchors, added, forgotten, vanished }) => {
    const parts = [
      added > 0 ? `新增 ${added} 个` : '',
      forgotten > 0 ? `放弃 ${forgotten} 个` : '',
      vanished > 0 ? `${vanished} 个已失效但仍保留，用 --forget 放弃` : '',
    ].filter((part) => part !== '')
    const changes = parts.length === 0 ? '' : `（${parts.join('，')}）`
    return `${file}：${pages} 页，${anchors} 个锚点${changes}`
  },
  asking: (done, total) => `正在检查第 ${done} 个网址，共 ${total} 个`,
}

/** The words for the locale of the environment. */
export function checkWordsFor(env: { readonly [name: string]: string | undefined }): CheckWords {
  return wantsChinese(env) ? chinese : english
}
