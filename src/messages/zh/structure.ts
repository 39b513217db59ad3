import type { structure as english } from '../en/structure.ts'
import { type Sayings, apiFileName } from '../said.ts'
import { because } from './reasons.ts'

/** 很多名字中的前几个。 */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).join('、')
  return names.length > 20 ? `${shown}等 ${names.length} 个` : shown
}

/** 书的结构：SUMMARY、GLOSSARY、LANGS。 */
export const structure: Sayings<typeof english> = {
  'summary/missing-page': ({ written }) => [
    `这一章指向“${written}”，但书中没有这个文件`,
    '创建该文件（`handbook init` 会创建所有缺少的文件）；若只想保留标题，请去掉链接',
  ],
  'summary/case-differs': ({ written, actual }) => [
    `这一章写的是“${written}”，而文件名是“${actual}”`,
    '多数网站服务器区分大小写；生成的网站使用真实文件名',
  ],
  'summary/ignored-page': ({ written }) => [
    `这一章指向“${written}”，但它已被忽略文件排除在网站之外`,
    '从 .bookignore 或 .gitignore 中去掉它（或在 .bookignore 中写上 `!` 加文件名）',
  ],
  'summary/outside-book': ({ written }) => [
    `这一章指向书外：“${written}”`,
    '把文件移到书中，或改为网址链接',
  ],
  'summary/anchor-only': ({ written }) => [
    `锚点前应有页面，却只写了“${written}”`,
    `先写页面：page.md${written}`,
  ],
  'summary/folder-without-readme': ({ written }) => [
    `这一章指向文件夹“${written}”，但其中没有 README`,
    '在该文件夹中添加 README.md，或指向其中某一页',
  ],
  'summary/other-format': ({ written, format }) => [
    `“${written}”是 ${format} 格式，不能成为页面；按原文显示`,
    '请转换为 Markdown 或 AsciiDoc，例如用 pandoc',
  ],
  'summary/generated-pages': {
    missing: ({ name }) => [
      `此处应由接口描述“${name}”生成页面，但没有找到它的文件；只显示其名称`,
      `请将它放入书中，并在 book.json 中写明位置："openapi": { "${name}": "${apiFileName(name)}" }`,
    ],
    unreadable: ({ name }) => [
      `此处应由接口描述“${name}”生成页面，但该文件不是 OpenAPI 描述文件、没有内容或无法读取；只显示其名称`,
      '请检查它是否是 YAML 或 JSON，以及其中是否有 "paths" 或 "components"',
    ],
  },
  'summary/empty-title': ['这里应有标题，但该项没有文字', '应写作 * [标题](page.md)'],
  'summary/missing-marker': ['链接前应有列表符号，这里没有；此处按列表项处理', '请在它前面写 *'],
  'summary/missing-space': ['列表符号后应有空格；此处按有空格处理', '应写作 * [标题](page.md)'],
  'summary/lost-link': ({ written, better }) => [
    `链接应当是列表中的一项，这里的“${written}”在列表之外；目录中没有这一页`,
    `写成列表项：${better}`,
  ],
  'summary/lost-heading': ({ title }) => [
    `各部分的标题应当是二级到四级，这里的“${title}”是别的级别；不会显示`,
    `写成 ## ${title}`,
  ],
  'summary/broken-link': ({ better }) => [
    '这里应当是链接，实际只是链接的符号；本章按所指的链接处理',
    `写成 ${better}`,
  ],
  'summary/mixed-indentation': [
    '各项应当用同样的符号缩进，这里既有制表符又有空格；一个制表符算四个空格',
    '请把制表符换成这一层列表项所用的空格',
  ],
  'summary/too-deep': ['列表嵌套超过 16 层；更深的内容显示在最后一层', '请检查从这一行起的缩进'],
  'summary/no-chapters': ['这里应有章节列表，却没有找到', '请写一个链接列表：* [标题](page.md)'],
  'book/unreadable-structure': ({ reason }) => [
    `这个文件完全无法读取：${because(reason)}`,
    '请写得简单些；若文件没有问题，请提交报告',
  ],
  'book/no-readme': ({ wanted }) => [
    `应有名为“${wanted}”的起始页，却没有找到`,
    '创建它（`handbook init` 会创建），或在“structure.readme”中指定别的文件；被忽略的文件不算',
  ],
  'book/too-large': ({ files, most, bytes, limit }) => [
    `书有 ${files} 个文件，共 ${Math.ceil(bytes / 1e6)} MB；陌生人的书最多 ${most} 个文件，共 ${limit / 1e6} MB`,
    '如果知道作者是谁，构建时可不用 --untrusted',
  ],
  'book/other-start-page': ({ wanted, first, name }) => [
    `应有名为“${wanted}”的起始页，却没有找到；以“${first}”为第一页`,
    `创建它，或在 book.json 中写：{ "structure": { "readme": "${name}" } }`,
  ],
  'book/recognized': {
    below: ({ folders }) => [
      `当作文件夹 ${listed(folders)} 中的一本书`,
      '可在配置中用“root”写明，或直接指定：handbook build <文件夹>',
    ],
    mdbook: ({ folders }) => [
      `按 book.toml 当作 mdBook 的书：${listed(folders)}`,
      '旁边的 book.json 可以补充设置，并以它为准',
    ],
    languages: ({ folders }) => [
      `当作一本多语言的书：${listed(folders)}`,
      'LANGS.md 可以给出语言的名称和顺序',
    ],
    books: ({ folders }) => [
      `当作并列的多本书：${listed(folders)}`,
      '只构建其中一本时请指定它：handbook build <文件夹>',
    ],
    wiki: () => [
      '当作一个 wiki：从 Home 开始，[[页面]] 指向页面',
      '加上 SUMMARY.md 就成为一本书，有自己的顺序和标题',
    ],
    markdown: () => [
      '当作一个 Markdown 文件夹：其中的文件和文件夹就是章节',
      'SUMMARY.md 可以给出另外的顺序和标题',
    ],
  },
  'book/kept-pages': {
    withheld: ({ pages }) => [
      `按页首信息的“if”不发布：${listed(pages)}`,
      '它们只给已知身份的读者看；指向它们的链接只显示文字',
    ],
    hidden: ({ pages }) => [
      `按页首信息的“hidden”不进目录和搜索：${listed(pages)}`,
      '知道地址的人仍可阅读',
    ],
    unindexed: ({ pages }) => [
      `按页首信息的“noIndex”或“noRobotsIndex”不让搜索引擎收录：${listed(pages)}`,
      undefined,
    ],
  },
  'book/missing-structure-file': ({ key, name }) => [
    `“structure.${key}”指定了文件“${name}”，却没有找到`,
    '文件名相对于内容根目录',
  ],
  'glossary/empty-term': '这里应有术语，但标题是空的',
  'glossary/duplicate-term': ({ name }) => [
    `每个术语只应定义一次，“${name}”却再次出现；以这里的定义为准`,
    '请合并两处定义',
  ],
  'languages/none': ['这里应有语言列表，却没有找到；按单一语言的书构建', '应写作 * [English](en)'],
  'languages/no-link': ({ name }) => [
    `语言“${name}”应链接到一个文件夹，却只有标题`,
    `应写作 * [${name}](文件夹)`,
  ],
  'languages/external': ({ written }) => `这里应是书中的文件夹，却写了网址“${written}”；已略去`,
  'languages/missing-folder': ({ written }) => [
    `应有存放该语言页面的文件夹“${written}”，却没有找到`,
    '文件夹路径相对于语言列表文件',
  ],
  'languages/unclear': ({ folder }) => [
    `文件夹的名字应当是语言的代号，这里是“${folder}”；其中的页面标成全书的语言，或从文字认出的语言`,
    `在 ${folder}/book.json 中写 { "language": "en" }，或者给文件夹改名`,
  ],
  'languages/outside-book': ({ written }) => `这里应是内容根目录下的文件夹，却写了“${written}”`,
  'languages/no-pages': ({ wanted }) => [
    `略去这种语言：它既没有名为“${wanted}”的起始页，也没有任何一章`,
    '创建该页，或从列表中去掉这种语言；被忽略的文件不算',
  ],
  'languages/duplicate': ({ written }) => `每个文件夹只应出现一次，“${written}”却再次出现；已略去`,
}
