import type { Expectation } from './init-answers.ts'
import { wantsChinese } from './locale.ts'

/** What `init` says about a new book. */
export interface NewBookWords {
  readonly greeting: (folder: string) => string
  readonly title: string
  readonly languages: string
  readonly repository: string
  readonly none: string
  readonly workflow: string
  readonly yes: string
  /** After an answer that makes no sense. */
  readonly again: (expected: string) => string
  readonly expected: Readonly<Record<Expectation, string>>
  readonly stopped: string
  /** Stands for the place where the program comes from. */
  readonly address: string
  readonly install: string
  readonly publish: string
  readonly noWorkflow: string
}

const english: NewBookWords = {
  greeting: (folder) => `A new book in ${folder}. Enter takes the answer in brackets.`,
  title: 'Title',
  languages: 'Language, or several with commas',
  repository: 'Address of the repository',
  none: 'none',
  workflow: 'Publish to GitHub Pages with a workflow?',
  yes: 'Y/n',
  again: (expected) => `Expected ${expected}`,
  expected: {
    title: 'a title of 1 to 200 characters on one line',
    languages: 'languages such as "en" or "en, zh-hans", each once',
    repository: 'an address such as https://github.com/owner/name, or "none"',
    'yes-or-no': '"y" or "n"',
  },
  stopped: 'Nothing was written',
  address: '<address of handbook>',
  install: 'keeps handbook beside the book, for you and for the workflow',
  publish: 'a push to GitHub publishes, once "GitHub Actions" is chosen under Settings, Pages',
  noWorkflow: 'no workflow was written; the manual tells under Publishing how to publish the book',
}

const chinese: NewBookWords = {
  greeting: (folder) => `在 ${folder} 新建一本书。直接回车即采用方括号里的答案。`,
  title: '书名',
  languages: '语言，多种语言用逗号分开',
  repository: '仓库地址',
  none: '无',
  workflow: '用工作流发布到 GitHub Pages？',
  yes: 'Y/n',
  again: (expected) => `应当是 ${expected}`,
  expected: {
    title: '一行、1 到 200 个字符的书名',
    languages: '“en” 或 “en, zh-hans” 这样的语言，不重复',
    repository: 'https://github.com/owner/name 这样的地址，没有就写 “无”',
    'yes-or-no': '“y” 或 “n”',
  },
  stopped: '没有写入任何文件',
  address: '<handbook 的地址>',
  install: '把 handbook 装在书旁边，供你和工作流使用',
  publish: '推送到 GitHub 即可发布：先在 Settings 的 Pages 里选择 GitHub Actions',
  noWorkflow: '没有写入工作流；怎样发布见手册的 Publishing 一章',
}

/** The words for the locale of the environment. */
export function newBookWordsFor(env: {
  readonly [name: string]: string | undefined
}): NewBookWords {
  return wantsChinese(env) ? chinese : english
}
