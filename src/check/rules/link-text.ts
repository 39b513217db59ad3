import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, type Subject, elementsOf } from '../rule.ts'

/** Texts that mean nothing in a list of the links of a page, without spaces and punctuation, in lower case. */
const MEANINGLESS = new Set(
  [
    'here clickhere click link thislink this more readmore seehere url thispage clickme seemore',
    'gohere webpage clickthislink 这里 点击这里 点这里 点击此处 此处 链接 此链接 这个链接 点击 点我',
    '戳这里 戳我 点击链接 请点击 请点击这里 请看这里 看这里 见这里 传送门 点此 详见 更多 详情 地址',
    '這裡 點擊這裡 點此 連結 此處 ここ こちら リンク 여기 링크',
  ].flatMap((words) => words.split(' ')),
)

/** A link whose text says nothing. */
export const linkText: Rule = {
  code: 'accessibility/link-text',
  *find(subject: Subject): Generator<Diagnostic> {
    for (const { element } of elementsOf(subject, 'link')) {
      const { text, at, written, hasImage } = element
      if (text === '' && hasImage) continue
      if (text === '')
        yield problem(
          'accessibility/link-text',
          at,
          { case: 'none', written },
          { severity: 'warning' },
        )
      else if (MEANINGLESS.has(text.toLowerCase().replaceAll(/[\s\p{P}\p{S}]/gu, '')))
        yield problem('accessibility/link-text', at, { case: 'meaningless', text })
    }
  },
}
