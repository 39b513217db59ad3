import type { markup as english } from '../en/markup.ts'
import type { Sayings } from '../said.ts'

/** 页面的语言：Markdown、HTML、AsciiDoc。 */
export const markup: Sayings<typeof english> = {
  'markdown/undefined-footnote': ({ label }) => [
    `本页应有脚注“[^${label}]: …”，却没有找到；引用处按文字显示`,
    `请另起一行写脚注，或把方括号转义：\\[^${label}]`,
  ],
  'markdown/unused-footnote': ({ label }) => `没有文字引用脚注“${label}”；它显示在其他脚注之后`,
  'markdown/duplicate-footnote': ({ label }) =>
    `本页的脚注“${label}”应只有一个，却又出现一个；只显示第一个`,
  'markdown/duplicate-id': ({ id }) =>
    `同一页上每个 id 只应出现一次，“${id}”却再次出现；链接指向第一个`,
  'markdown/broken-link': ({ better }) => [
    '这里应当是链接，所写的符号却不成链接；按文字显示',
    `写成 ${better}`,
  ],
  'markdown/undefined-reference': ({ label }) => [
    `本页没有“[${label}]: …”这个地址；链接按文字显示`,
    `另起一行写 [${label}]: page.md，或者转义方括号`,
  ],
  'markdown/unknown-alert': {
    kind: ({ written, kinds }) => [
      `这里应当是提示框的标记，“${written}”不是；按引用显示，标记也会显示`,
      `种类有 ${kinds.join('、')}`,
    ],
    words: ({ written }) => [
      `“${written}”后面同一行不能有文字；按引用显示，标记也会显示`,
      '正文从引用的下一行开始',
    ],
  },
  'markdown/heading-without-space': {
    heading: ({ marks }) => [
      `“${marks}”之后应有空格才是标题，却直接是文字；仍与 GitBook 一样显示为标题`,
      `在“${marks}”之后加空格；若不是标题，请写作“\\${marks}”`,
    ],
    blank: ({ marks }) => [
      `“${marks}”之后应有空格才是标题，却是另一种空白字符；仍与 GitBook 一样显示为标题`,
      '请换成普通空格：全角空格和 Option 加空格键打出的空格都不算',
    ],
    text: ({ marks }) => [
      `“${marks}”之后应有空格才是标题，却直接是文字；按文字显示`,
      `在“${marks}”之后加空格；若不是标题，请写作“\\${marks}”`,
    ],
  },
  'markdown/list-without-space': ({ better }) => [
    '列表项的符号与文字之间应有空格，这里没有；这几行显示成了一段',
    `写成 ${better}`,
  ],
  'markdown/unclosed-mark': {
    address: ({ better }) => ['地址末尾应有“>”，这里没有；“<”照原样显示', `写成 ${better}`],
    bold: ({ mark }) => [
      `粗体文字的末尾应有“${mark}”，在这一块里没有找到；它照原样显示`,
      `请在最后一个字后面写上“${mark}”；若就是要这两个星号，请写作“\\*\\*”`,
    ],
  },
  'markdown/unknown-entity': ({ written }) => `这里应是字符的名称，却是“${written}”；它照原样显示`,
  'markdown/unclosed-code': {
    open: ({ marks }) => [
      `这段代码末尾应有单独一行“${marks}”，却没有找到；后面的内容都成了代码`,
      `在代码结束处写“${marks}”，缩进与此处相同`,
    ],
    empty: ({ marks }) => [
      `“${marks}”下面应有代码，却什么也没有；显示为空框`,
      `如果上面的代码已经结束，请删去它；否则请在代码下面再写一次“${marks}”`,
    ],
    part: ({ marks }) => [
      `这段代码末尾应有“${marks}”，但这个文件中没有；代码到页面所包含的部分末尾为止`,
      `请在代码结束处写“${marks}”`,
    ],
    outside: ({ marks }) => [
      '这段代码的结尾写在了列表项或引用之外；仍与 GitBook 一样当作它的结尾',
      `代码和它下面的“${marks}”都要与第一行缩进相同`,
    ],
  },
  'markdown/table-without-dashes': {
    none: ({ row }) => [
      '这个表格的第一行下面应有一行横线，却没有找到；各行按文字显示',
      `请在第一行下面写上 ${row}`,
    ],
    wrong: ({ row }) => [
      '这个表格的第一行下面应是连字符，写的却是别的符号；各行按文字显示',
      `请改写为 ${row}`,
    ],
  },
  'markdown/unknown-language': ({ language }) =>
    `应为语言的名称，写的却是“${language}”；这段代码没有颜色`,
  'markdown/mdx-component': ({ names }) => [
    `MDX 组件只显示其中的文字：${names.join('、')}`,
    '标签页、提示、步骤和卡片在 Markdown 中有各自的写法',
  ],
  'markdown/ragged-table': {
    dashes: ({ columns, found }) => [
      `表头之下的横线行应有 ${columns} 个单元格，却有 ${found} 个；仍与 GitBook 一样显示为表格`,
      '横线行的单元格数应与表头相同：其他程序会显示为带竖线的文字',
    ],
    cells: ({ columns, found }) => [
      `这一行应与表头一样有 ${columns} 个单元格，却有 ${found} 个；全部显示`,
      '表头应为每一列写一个单元格：其他程序会丢掉多出的单元格',
    ],
    joined: [
      '代码中有竖线，这一行因此多出单元格；代码按整体显示',
      '单元格里的竖线要写成 \\|，代码中也一样',
    ],
    split: ['代码中的竖线把它分成了两个单元格', '单元格里的竖线要写成 \\|，代码中也一样'],
  },
  'html/never-ends': {
    comment: [
      '这段注释末尾应有“-->”，却没有找到；它和后面的内容都按文字显示',
      '在注释结束处写“-->”；若本来就是文字，请写作“\\<!--”',
    ],
    instruction: [
      '这条处理指令末尾应有“?>”，却没有找到；它和后面的内容都按文字显示',
      '在结束处写“?>”，或把它放在反引号里',
    ],
    cdata: [
      '这段 CDATA 末尾应有“]]>”，却没有找到；它和后面的内容都按文字显示',
      '在结束处写“]]>”，或把它放在反引号里',
    ],
    declaration: [
      '这条声明末尾应有“>”，却没有找到；它和后面的内容都按文字显示',
      '在结束处写“>”，或把它放在反引号里',
    ],
    tag: [
      '这个标签没有写完；它和后面的内容都按文字显示',
      '补上属性的引号和“>”；若本来就是文字，请放在反引号里',
    ],
  },
  'html/no-end-tag': {
    text: ({ tag }) => [
      `这个标签之后应有 </${tag}>，却没有找到；标签按文字显示，好让读者看到后面的内容`,
      `在元素结束处写 </${tag}>，或把标签放在反引号里`,
    ],
    element: ({ tag }) => [
      `这个标签之后应有 </${tag}>，却没有找到；元素到此为止，好让读者看到后面的内容`,
      `在元素结束处写 </${tag}>`,
    ],
  },
  'html/unclosed-element': {
    'no-end': ({ tag }) => [
      `应有 </${tag}> 来结束这个元素，但它所在的块里没有；它随这个块一起结束`,
      `请在同一段落、列表项或单元格里，在元素结束处写上 </${tag}>；若只是提到标签，请放在反引号中`,
    ],
    'no-end-of-box': ({ tag }) => [
      `应有 </${tag}> 来结束这个元素，但它所在的块里没有；它随这个块一起结束`,
      `请在元素结束处单独一行写上 </${tag}>，并在同一列表项或单元格里；若只是提到标签，请放在反引号中`,
    ],
    'ends-itself': ({ tag }) => [
      `应有 </${tag}>，却是“/>”，它在 HTML 里不能结束“${tag}”；元素随所在的块一起结束`,
      `请写成 <${tag} …></${tag}>`,
    ],
  },
  'html/stray-end-tag': ({ tag }) => [
    `这个结束标签之前应有尚未结束的 <${tag}>，但没有；标签被略去`,
    `请删除它，或在元素开始处写上 <${tag}>`,
  ],
  'html/unknown-element': {
    name: ({ written }) => [
      `这里应是 HTML 元素，却是“${written}”；按文字显示`,
      `请放在反引号里：\`${written}\``,
    ],
    alone: ({ written }) => [
      `这里应是文字或有结尾的元素，却只有一个“${written}”；按文字显示`,
      `请放在反引号里：\`${written}\``,
    ],
  },
  'asciidoc/missing-include': ({ target }) => [
    `这里要包含一个文件，却没有找到“${target}”`,
    '路径相对于写有 include 的文件；include::file.adoc[opts=optional] 允许文件不存在',
  ],
  'asciidoc/remote-include': ({ target }) => [
    `这里应包含书中的文件，却写了网址“${target}”；改为显示链接`,
    '构建时不读取网络：请把文件下载到书中再包含',
  ],
  'asciidoc/include-cycle': ({ target }) => [
    `“${target}”正在被包含，在此再次包含将永无止境`,
    '去掉这个 include，或用 tags=名称 只取文件的一部分',
  ],
  'asciidoc/too-many-includes': ({ limit }) => [
    `一页最多包含 ${limit} 个文件，实际更多；其余略去`,
    '请查找反复互相包含的文件',
  ],
  'asciidoc/missing-tag': ({ tag, target }) => [
    `这个 include 要取标签“${tag}”，但“${target}”中没有`,
    `请在注释中用 tag::${tag}[] 和 end::${tag}[] 标出该部分`,
  ],
  'asciidoc/unterminated-block': ({ block }) => [
    `这个 ${block} 块没有结束；一直延续到末尾`,
    '用与开头相同、长度一致的一行符号来结束它',
  ],
  'asciidoc/heading-level': ({ expected, found }) => [
    `这里应是第 ${expected} 级标题，却是第 ${found} 级`,
    '标题逐级下降：先 ==，再 ===，再 ====',
  ],
  'asciidoc/duplicate-id': ({ block, id }) => [
    `这个 ${block} 的 id“${id}”前面已经用过`,
    '链接指向第一个；请给这里换一个 id',
  ],
  'asciidoc/callout-order': ({ expected, found }) => [
    `下一个标注应是 <${expected}>，却是 <${found}>`,
    '代码下方的标注请按顺序编号：<1>、<2>、<3>，或都写作 <.>',
  ],
  'asciidoc/missing-callout': ({ number }) => [
    `这一行解释标注 <${number}>，但上面的代码中没有这个标记`,
    `请把 <${number}> 放在所指代码行的末尾`,
  ],
  'asciidoc/list-number': ({ expected, found }) => [
    `列表的下一个编号应是 ${expected}，却是 ${found}`,
    '编号会自动生成；写一个点（. 项）即可不写数字',
  ],
  'asciidoc/incomplete-row': [
    '表格最后一行的单元格不足，已略去',
    '请核对 cols= 或第一行的列数；空单元格写一个 |',
  ],
  'asciidoc/unknown-footnote': ({ id }) => [
    `没有 id 为“${id}”的脚注`,
    `请在首次使用处定义：footnote:${id}[文字]`,
  ],
  'asciidoc/unbalanced-condition': ({ condition }) => [
    `条件“${condition}”缺少另一端`,
    '每个 ifdef::、ifndef::、ifeval:: 块都以 endif::[] 结束',
  ],
  'asciidoc/long-text': ({ most }) => [
    `这一段超过 ${most} 个字符，其中的标记和链接不予处理`,
    '请用空行分段',
  ],
  'asciidoc/message': ({ text }) => text,
}
