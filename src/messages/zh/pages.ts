import type { pages as english } from '../en/pages.ts'
import type { Sayings } from '../said.ts'
import { because, yamlRepair } from './reasons.ts'
import { words } from './words.ts'

/** 页面：页首信息、链接，以及插件提供的内容。 */
export const pages: Sayings<typeof english> = {
  'front-matter/invalid-yaml': ({ reason }) => [
    `页首信息不是合法的 YAML：${because(reason)}`,
    yamlRepair(reason),
  ],
  'front-matter/not-a-mapping': {
    text: [
      '页首信息应是 `键: 值` 的形式，却是别的文字；按正文显示',
      '若想在页首画分隔线，请用 *** 而不是 ---',
    ],
    'no-space': ({ key, value }) => [
      '页首信息应是 `键: 值` 的形式，冒号后却没有空格；按正文显示',
      `应写作 ${key}: ${value}`,
    ],
  },
  'front-matter/unusable-value': {
    switch: ({ key }) => [
      `“${key}”应为 true 或 false，却是别的内容；已略过`,
      `请写 ${key}: true 或 ${key}: false`,
    ],
    text: ({ key }) => [`“${key}”应为文字，却是列表或映射；已略过`, `请加引号：${key}: "…"`],
  },
  'front-matter/never-ends': [
    'front matter 末尾应当还有一行三个短横线，却没有；它按正文显示',
    '在最后一个键之后另起一行写 ---',
  ],
  'front-matter/not-read': {
    late: ['页首信息应从第一行开始，之前却有空行；已按正文显示', '请删除 --- 之前的空行'],
    dashes: ({ written }) => [
      `页首信息的前后应各有一行三个短横线，却是“${written}”；按正文显示`,
      '两处都请写 ---',
    ],
    toml: [
      '页首信息应是 --- 行之间的 YAML，却是 +++ 行之间的 TOML；已按正文显示',
      '请用 --- 代替 +++，用 key: value 代替 key = value',
    ],
  },
  'front-matter/unknown-key': ({ key }) => `front matter 里的“${key}”没有用处`,
  'page/not-utf8': ({ encoding }) => [
    encoding === undefined
      ? '应为 UTF-8 编码，却有其他编码的字节；它们显示为 \uFFFD'
      : `应为 UTF-8 编码，实为 ${encoding}，已按此读取`,
    `请把文件存为 UTF-8，例如：iconv -f ${encoding ?? 'GB18030'} -t UTF-8 old.md > new.md`,
  ],
  'page/too-large': ({ bytes, limit }) => [
    `页面最大为 ${limit / 1e6} MB，却有 ${(bytes / 1e6).toFixed(1)} MB`,
    '请拆分该页，或写入 .bookignore 并直接链接到文件',
  ],
  'page/too-complex': {
    page: ({ reason }) => [`本页按源文件显示：${because(reason)}`, '请写得简单些，或拆分本页'],
    failed: ({ reason }) => [
      `handbook 处理本页时出错，按源文件显示：${because(reason)}`,
      '这不应发生：请附上本页提交报告',
    ],
    include: ({ target, reason }) => [
      `没有包含“${target}”：${because(reason)}`,
      '请写得简单些，或拆分这个文件',
    ],
  },
  'links/missing-file': ({ written }) => `这个链接指向“${written}”，但书中没有这个文件`,
  'links/unusable-address': {
    disk: ({ written }) => [
      `“${written}”是某一台电脑上的文件，读者没有它`,
      '把文件放进书里，再写上从页面看到的路径',
    ],
    scheme: ({ written, better }) => [`“${written}”不是浏览器能打开的地址`, `写成 ${better}`],
    empty: ['链接是空的，只会回到本页', '写上地址，或者去掉括号'],
    'page-of-image': ({ written, better }) => [
      `应是图片，却是显示图片的网页“${written}”；读者什么也看不到`,
      `请写成 ${better}，或把图片放进书里`,
    ],
    'no-image': ['应是图片的路径，却是空的', '请写上路径，或删除图片'],
  },
  'links/folder-without-readme': ({ written }) => [
    `这个链接指向文件夹“${written}”，其中没有 README`,
    '在文件夹里放一个 README.md，或者链接到其中某一页',
  ],
  'links/case-differs': ({ written, actual }) => [
    `这个链接写的是“${written}”，而文件名是“${actual}”`,
    '多数网站服务器区分大小写；生成的页面使用真实文件名',
  ],
  'links/ignored-file': ({ written }) => [
    `这个链接指向“${written}”，但它已被忽略文件排除在网站之外`,
    '从 .bookignore 或 .gitignore 中去掉它（或在 .bookignore 中写上 `!` 加文件名）',
  ],
  'links/outside-book': ({ written }) => [
    `这个链接指向书的文件夹之外：“${written}”`,
    '请改为网址链接，或把文件移到书中',
  ],
  'links/broken-reference': {
    page: () => [
      '这个链接的目标页面已删除，只剩下 GitBook.com 的编辑器写下的地址；按普通文字显示',
      '请链接到别的页面，或去掉方括号',
    ],
    file: () => [
      '这张图片的文件已删除，只剩下 GitBook.com 的编辑器写下的地址；显示它的说明文字',
      '请换一张图片，或删去它',
    ],
  },
  'links/unlisted-page': ({ written }) => [
    `“${written}”没有列入 SUMMARY；页面会生成，但读者只能从这里找到它`,
    '请把它加入 SUMMARY',
  ],
  'images/missing-file': ({ written }) => `这张图片是“${written}”，但书中没有这个文件`,
  'images/outside-book': ({ written }) => [
    `这张图片在书的文件夹之外：“${written}”`,
    '把它放进书里；几本书共用的图片，可以把上一级文件夹作为一本书来生成',
  ],
  'plugins/unsupported': ({ name, why, meant }) => [
    `网站不含插件“${name}”添加的内容${why === undefined ? '' : `：${words.plugins.reason[why]}`}`,
    `${meant === undefined ? '' : `是不是“${meant}”？`}插件不会运行；若书不需要，请从“plugins”中去掉`,
  ],
  'plugins/unknown-option': ({ option }) => `插件没有“${option}”这个选项，它未被采用`,
  'plugins/unused-options': ({ options }) =>
    `插件的这些设置没有对应的功能，未被采用：${options.join('、')}`,
  'plugins/unknown-settings': ({ name }) =>
    `“pluginsConfig”里有“${name}”的设置，“plugins”里没有这个插件`,
  'plugins/unknown-style': ({ name, written, styles }) => [
    `“${name}”没有“${written}”这种样式；按说明显示`,
    `样式有 ${styles.join('、')}`,
  ],
  'links/other-space': {
    space: ({ id }) => [
      `这个链接指向 GitBook.com 的空间 ${id}，但无从得知是哪一个；只显示其文字`,
      `如果它在本仓库或网上，请在 book.json 中写明：“"spaces": { "${id}": "文件夹" }”`,
    ],
    page: ({ written }) => [
      `这个链接指向本仓库某个空间的“${written}”，但没有这一页；只显示其文字`,
      '请直接链接到文件',
    ],
  },
  'plugins/missing-code': {
    file: ({ written }) => [
      `应从“${written}”包含代码，但没有这个文件`,
      '路径相对于页面；“/”表示书的顶层',
    ],
    part: ({ written, part }) => [
      `应从“${written}”包含代码，但其中没有“${part}”`,
      '部分可以是行号范围，如 3-7，或注释中的名称，如 //! [名称]',
    ],
  },
  'plugins/redirect-line': ({ to }) => [
    `这一行原本让读者跳转到“${to}”；现显示为链接，页面保留`,
    '请删除页面并把它的地址写入配置的“redirects”，或删除这一行',
  ],
  'plugins/redirects-unreadable': ({ file }) => [
    `“${file}”应是含有“redirects”的 JSON 文件，却没有找到`,
    '应写作 { "redirects": [{ "from": "old.html", "to": "new.html" }] }，或使用配置中的“redirects”',
  ],
}
