import type { Messages } from '../messages.ts'
import { commands } from './commands.ts'
import { config } from './config.ts'
import { drawn } from './drawn.ts'
import { ebooks } from './ebooks.ts'
import { failures } from './failures.ts'
import { help } from './help.ts'
import { markup } from './markup.ts'
import { moves } from './moves.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'
import { site } from './site.ts'
import { structure } from './structure.ts'
import { templates } from './templates.ts'
import { words } from './words.ts'

/** 简体中文。 */
export const chinese: Messages = {
  language: 'zh-Hans',
  diagnostics: {
    ...commands,
    ...config,
    ...drawn,
    ...ebooks,
    ...markup,
    ...moves,
    ...pages,
    ...rules,
    ...site,
    ...structure,
    ...templates,
  },
  notes: {
    'first-defined': '首次定义在此',
    'first-here': '第一个在此',
    'first-listed': '首次列出在此',
    'conflict-end': '冲突到此为止',
    'first-of-two': '两者中的第一个',
  },
  didYouMean: (near) => `是不是“${near}”？`,
  failures,
  words,
  help,
}
