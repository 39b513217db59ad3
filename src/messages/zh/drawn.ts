import type { drawn as english } from '../en/drawn.ts'
import type { Sayings } from '../said.ts'
import { because } from './reasons.ts'

/** 由文字绘制的内容：公式和图表。 */
export const drawn: Sayings<typeof english> = {
  'diagrams/not-drawn': ({ language, reason }) => [
    `这张图（${language}）按源码显示：${because(reason)}`,
    language.toLowerCase() === 'mermaid'
      ? '能够绘制的种类见 docs/diagrams.md；也可以让脚本在浏览器中绘制（"diagrams": "script"）'
      : '能够绘制的种类见 docs/diagrams.md；也可以改用图片',
  ],
  'formulas/mistake': ({ reason }) => [
    `这个公式按源码显示：${because(reason)}`,
    '请改正 TeX；不是公式的文字请放进反引号，或在美元符号前加反斜杠',
  ],
  'formulas/never-ends': [
    '公式从这里开始，却没有结束；美元符号按原样显示',
    '请在下一个标题之前、同一列表项之内，用单独一行的 $$ 结束它',
  ],
  'formulas/unknown-label': ({ label }) => [
    `公式引用了“${label}”，但本页没有公式带有这个标签`,
    '请给所指的公式加上 \\label{…}；标签只在一页之内有效',
  ],
}
