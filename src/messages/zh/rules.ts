import type { Script, rules as english } from '../en/rules.ts'
import { type Sayings, megabytes } from '../said.ts'
import { because } from './reasons.ts'

/** `check` 在构建之外检查的内容。 */
export const rules: Sayings<typeof english> = {
  'links/address-gone': ({ url, reason }) => [
    `${url} 已经失效：${because(reason)}`,
    '请查找新地址，或在网页存档中找副本',
  ],
  'links/address-moved': ({ url, to }) => [`${url} 已永久移到 ${to}`, `应写作 ${to}`],
  'links/address-unclear': ({ url, reason }) => [
    `无法判断 ${url} 是否还在：${because(reason)}`,
    '请用浏览器打开看看；book.json 中的 "check": {"ignoreLinks": [...]} 可排除某些地址',
  ],
  'check/unknown-rule': ({ code }) => [`没有规则“${code}”`, '`handbook explain` 列出全部'],
  'check/wrong-option': {
    none: ({ code, name }) => [`规则“${code}”的选项有误：它没有选项，却有“${name}”`, options(code)],
    name: ({ code, names, name }) => [
      `规则“${code}”的选项有误：应为${names.map((one) => `“${one}”`).join('或')}，却是“${name}”`,
      options(code),
    ],
    value: ({ code, name, kind, found }) => [
      `规则“${code}”的选项有误：“${name}”应为${kinds[kind]}，却是 ${found}`,
      options(code),
    ],
  },
  'check/unused-exception': ({ code }) => [
    `这条例外针对“${code}”，却没有这样的问题`,
    '请删除这条注释，以免掩盖下一个问题',
  ],
  'check/merge-conflict': [
    '这里应是正文，却是未完成合并的标记',
    '请保留其中一个版本，并删除 <<<<<<<、=======、>>>>>>> 这几行',
  ],
  'check/duplicate-chapter': ({ target }) => [
    `每一页在 SUMMARY 中只应出现一次，“${target}”却再次出现`,
    '上一页、下一页以第一项为准。请去掉这一项，或让它指向页中的某个标题',
  ],
  'check/unreachable-page': [
    '读者无法到达这一页：SUMMARY、链接和包含都没有指向它',
    '请加入 SUMMARY，或用 .bookignore 排除在网站之外',
  ],
  'check/unused-file': [
    '这个文件会发布，但书中没有任何地方提到它',
    '请删除，或用 .bookignore 排除在网站之外',
  ],
  'check/large-image': ({ kilobytes }) => [
    `这张图片有 ${megabytes(kilobytes)}；打开有它的页面要等全部下载`,
    '宽度不超过 2000 像素即可，照片用 WebP 或 AVIF；动画用视频比 GIF 小得多',
  ],
  'check/missing-html-file': ({ tag, attribute, value }) =>
    `<${tag} ${attribute}> 应指向书中的文件，却是不存在的“${value}”`,
  'check/missing-html-id': ({ tag, attribute, value }) =>
    `<${tag} ${attribute}> 应写本页的 id，却是没有元素拥有的“${value}”`,
  'check/full-width-punctuation': {
    link: ({ better }) => [
      '链接的括号应是半角 [ ] 和 ( )，却是全角；按文字显示',
      `应写作 ${better}`,
    ],
    address: ({ signs, better }) => [
      `这里应是地址，其中却有全角的${signs.map((sign) => `“${sign}”`).join('、')}`,
      `应写作 ${better}`,
    ],
    code: ({ expected, found }) => [
      `代码中应是半角的 ${expected}，却是全角的 ${found}`,
      '复制这一行的人会得到错误。请关闭输入法后重新输入',
    ],
  },
  'accessibility/missing-alt': ({ written, form }) => [
    `这张图片没有供看不见的人使用的文字：“${written}”`,
    {
      html: '请写明图中内容：alt="…"；alt="" 表示仅作装饰',
      asciidoc: '请在方括号中，或在图片上方的标题中写明图中内容',
      markdown: '请在方括号中写明图中内容；装饰图写作 <img src="…" alt="">',
    }[form],
  ],
  'accessibility/link-text': {
    none: ({ written }) => [
      `这个链接没有文字：看不见也听不到（它指向“${written}”）`,
      '请在方括号中写明它指向哪里',
    ],
    meaningless: ({ text }) => [
      `“${text}”没有说明链接指向哪里`,
      '请把说明目标的词语做成链接；读屏软件会脱离句子单独列出链接',
    ],
  },
  'accessibility/heading-order': ({ above, found, text }) => [
    `第 ${above} 级标题之后最多是第 ${above + 1} 级，却是第 ${found} 级：“${text}”`,
    `请改为第 ${above + 1} 级：读屏软件把页面的标题显示为一棵树`,
  ],
  'accessibility/table-headers': ({ form }) => [
    '表格应有表头，却没有',
    form === 'asciidoc'
      ? '请在第一行写列名，并在表格上方写 [%header]；读屏软件会在每个单元格前读出表头'
      : '请在第一行写列名（HTML 用 <th>）；读屏软件会在每个单元格前读出表头',
  ],
  'accessibility/page-language': {
    page: ({ language, script }) => [
      `这一页的语言应是“${language}”，内容却大多是${scripts[script]}`,
      '请翻译它，或在 LANGS.md 中为它单列一种语言：读屏软件会用错误的语音朗读',
    ],
    'unnamed-book': ({ script, tag }) => [
      `本书没有声明语言，因此按英语处理；内容却大多是${scripts[script]}`,
      bookLanguage(tag),
    ],
    book: ({ language, script, tag }) => [
      `本书声明的语言是“${language}”，内容却大多是${scripts[script]}`,
      bookLanguage(tag),
    ],
  },
  'house/directory-depth': ({ most, folder, better }) => [
    `页面最多放在 ${most} 层文件夹中，却有一页在“${folder}”中`,
    `请上移到“${better}/”`,
  ],
  'house/images-folder': ({ folders }) => [
    `图片应放在${folders.map((folder) => `“${folder}/”`).join('或')}中，这张却在别处`,
    '请移动它，并修正引用它的页面',
  ],
  'house/file-names': {
    plain: ({ name }) => [
      `文件名应由英文字母、数字和连字符组成，却是“${name}”`,
      '请改名，并修正指向它的链接',
    ],
    pattern: ({ name, pattern }) => [
      `文件名应符合 /${pattern}/，却是“${name}”`,
      '请改名，并修正指向它的链接',
    ],
  },
  'house/config-folders': ({ folders }) => [
    `配置文件只应放在${folders.map((folder) => `“${folder}/”`).join('、')}中，这个文件却在别处`,
    `请移到“${folders[0] ?? 'etc'}/”`,
  ],
  'house/local-images': ({ host }) => [
    `图片应在书中，这张却在 ${host} 上`,
    '请下载到图片文件夹：别的服务器可能消失，还会得知谁在读这本书',
  ],
  'house/listed': ({ summary }) => [
    `每一页都应列入“${summary}”，这一页没有`,
    `请在 ${summary} 中加一行，或用 .bookignore 排除该文件`,
  ],
  'house/image-size': {
    kilobytes: ({ most, found }) => [
      `图片最大为 ${most} kB，这张却有 ${found} kB`,
      '请压缩，或换一种格式：照片用 WebP，图形用 SVG',
    ],
    width: ({ most, found }) => [
      `图片最宽为 ${most} 像素，这张却有 ${found} 像素`,
      '页面显示不了这么多像素：请缩小',
    ],
  },
  'house/forbidden-words': ({ word, better }) => [
    `本书不用“${word}”一词`,
    better === undefined ? undefined : `应写作“${better}”`,
  ],
  'house/front-matter': {
    missing: ({ key }) => [
      `页首信息中应有“${key}”，却没有`,
      `页面开头写三个短横线、${key}: …，再写三个短横线`,
    ],
    unknown: ({ names, key }) =>
      `页首信息只应有${names.map((one) => `“${one}”`).join('、')}，却有“${key}”`,
  },
}

const kinds = {
  text: '文字',
  pattern: '正则表达式',
  number: '数字',
  texts: '文字列表',
  words: '词语列表，或由词语和替代写法组成的对象',
} as const

const scripts: { readonly [S in Script]: string } = {
  Han: '中文',
  Kana: '日文',
  Hangul: '韩文',
  Cyrillic: '西里尔字母',
  Arabic: '阿拉伯文',
  Hebrew: '希伯来文',
  Greek: '希腊文',
  Thai: '泰文',
  Devanagari: '天城文',
  Bengali: '孟加拉文',
  Latin: '拉丁字母',
}

function options(code: string): string {
  return `\`handbook explain ${code}\` 列出它的选项`
}

function bookLanguage(tag: string): string {
  return `请在 book.json 中写 "language": "${tag}"：搜索、断词和读屏软件都要用到`
}
