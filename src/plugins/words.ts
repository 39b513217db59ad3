// The few words that blocks of plugins put into a page.

/** Words of blocks in the language of a book. */
export interface BlockWords {
  readonly note: string
  readonly tip: string
  readonly important: string
  readonly warning: string
  readonly caution: string
  readonly solution: string
  readonly check: string
  readonly context: string
}

const OWN = {
  en: { solution: 'Solution', check: 'Check', context: 'Context' },
  'zh-hans': { solution: '答案', check: '检查', context: '上下文' },
  'zh-hant': { solution: '解答', check: '檢查', context: '上下文' },
} as const

const CALLOUTS = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
}

/** The words for a language; `labels` are those that the rest of the page uses. */
export function blockWords(
  language: string | undefined,
  labels: Partial<BlockWords> = {},
): BlockWords {
  const tag = (language ?? 'en').toLowerCase()
  const traditional = /^zh-(?:hant|tw|hk|mo)/.test(tag)
  const own = tag.startsWith('zh') ? OWN[traditional ? 'zh-hant' : 'zh-hans'] : OWN.en
  const { note, tip, important, warning, caution } = { ...CALLOUTS, ...labels }
  return { note, tip, important, warning, caution, ...own }
}
