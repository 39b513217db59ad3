// The few words that blocks of plugins put into a page.
import { type ApiWords, apiWords } from '../openapi/words.ts'

/** Words of blocks in the language of a book. */
export interface ComponentWords {
  readonly note: string
  readonly tip: string
  readonly important: string
  readonly warning: string
  readonly caution: string
  readonly solution: string
  readonly check: string
  readonly context: string
  /** A panel without a title; its number follows. */
  readonly tab: string
  readonly prompt: string
  /** Unfolds what is long. */
  readonly more: string
  /** A field above a table that leaves rows with its words. */
  readonly find: string
  /** Names of boxes in lists of tasks. */
  readonly taskDone: string
  readonly taskOpen: string
  /** A page that is gone. */
  readonly missing: string
  /** The language of them all, for dates. */
  readonly language: string
  /** Around the parts of an interface. */
  readonly api: ApiWords
}

const OWN = {
  en: {
    solution: 'Solution',
    check: 'Check',
    context: 'Context',
    tab: 'Tab',
    prompt: 'Prompt',
    more: 'Show all',
    find: 'Find in this table',
    missing: 'Missing page',
  },
  'zh-hans': {
    solution: '答案',
    check: '检查',
    context: '上下文',
    tab: '选项卡',
    prompt: '提示词',
    more: '显示全部',
    find: '在此表中查找',
    missing: '页面缺失',
  },
  'zh-hant': {
    solution: '解答',
    check: '檢查',
    context: '上下文',
    tab: '分頁',
    prompt: '提示詞',
    more: '顯示全部',
    find: '在此表中尋找',
    missing: '頁面遺失',
  },
} as const

const SHARED = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  taskDone: 'Done',
  taskOpen: 'To do',
}

/** The words for a language; `labels` are those that the rest of the page uses. */
export function componentWords(
  language: string | undefined,
  labels: Partial<ComponentWords> = {},
): ComponentWords {
  const tag = (language ?? 'en').toLowerCase()
  const traditional = /^zh-(?:hant|tw|hk|mo)/.test(tag)
  const own = tag.startsWith('zh') ? OWN[traditional ? 'zh-hant' : 'zh-hans'] : OWN.en
  const { note, tip, important, warning, caution, taskDone, taskOpen } = { ...SHARED, ...labels }
  return {
    note,
    tip,
    important,
    warning,
    caution,
    taskDone,
    taskOpen,
    ...own,
    language: known(language),
    api: apiWords(language),
  }
}

/** A language that dates can be written in. */
function known(language: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(language ?? 'en')[0] ?? 'en'
  } catch {
    return 'en'
  }
}
