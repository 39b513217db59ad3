import type { moves as english } from '../en/moves.ts'
import { type Sayings, redirectEntry } from '../said.ts'

const ANOTHER = '请换个名字，或先把那个文件移走'

/** `mv` 和 `urls`。 */
export const moves: Sayings<typeof english> = {
  'move/no-such-source': {
    file: ({ path }) => `书中没有文件或文件夹“${path}”`,
    page: ({ path }) => `“#”前应是书中的一页，却是“${path}”`,
  },
  'move/same-name': ({ path }) => `“${path}”已经是这个名字`,
  'move/target-exists': {
    file: ({ path }) => [`“${path}”已经存在，而移动从不覆盖文件`, ANOTHER],
    folder: ({ path, folder }) => [`“${path}”需要文件夹“${folder}”，但那里有一个同名文件`, ANOTHER],
    anchor: ({ path, id }) => [`“${path}”中已有标题或 id“${id}”`, '请换一个锚点'],
  },
  'move/no-page-name': ({ from, to, better }) => [
    `“${from}”是一页，名为“${to}”的文件则不是`,
    `请写“${better}”；如果是文件夹，请在末尾加“/”`,
  ],
  'move/structure-file': {
    configuration: ({ path }) => [
      `“${path}”是书的结构文件，不能移动`,
      '配置文件靠名字和位置才能找到',
    ],
    language: ({ path }) => [
      `“${path}”是一种语言的结构文件，不能移动`,
      '请自行改名，并写进该语言配置的 "structure"；语言的文件夹可以整个移动',
    ],
    root: ({ path }) => [
      `“${path}”是书的结构文件，新位置却在内容之外`,
      '请选内容之内的名字，或自行移动文件夹并在配置中设置 "root"',
    ],
    program: ({ path }) => [
      `“${path}”是书的结构文件，而应写明其新位置的配置是程序`,
      '请自行改名，并在配置的“structure”中写明',
    ],
  },
  'move/leaves-language': ({ path, root }) => [
    `“${path}”是“${root}”中那种语言的页面，新位置却不是`,
    `新名字应以“${root}”开头`,
  ],
  'move/outside-book': ({ path }) => [
    `“${path}”在书外`,
    '两个名字都相对于 --book 指定的书的文件夹',
  ],
  'move/no-redirect': ({ file, redirects }) => [
    `在“${file}”中写上跳转之前，旧地址无法访问`,
    `请加上：redirects: ${JSON.stringify(redirects)}`,
  ],
  'move/no-such-heading': ({ path, heading }) => [
    `“${path}”中没有标题“${heading}”`,
    '`handbook urls` 列出每页的锚点',
  ],
  'move/ambiguous-heading': ({ path, heading, names }) => [
    `“${path}”中有 ${names.length} 个标题叫“${heading}”`,
    `请用锚点指明：${names.map((name) => `“${name}”`).join('、')}`,
  ],
  'move/not-a-heading': {
    id: ({ path, id }) => [
      `“${id}”是“${path}”中的 id，但不属于标题`,
      '请手动修改这个 id；`handbook check` 会列出因此失效的链接',
    ],
    unwritten: ({ path, text }) => [
      `标题“${text}”在“${path}”中不是单独一行的普通文字`,
      '它写成了 HTML、跨了多行，或由模板生成：请手动修改',
    ],
  },
  'move/leaves-page': ({ from, to }) => [
    `标题只能在本页改名，而“${to}”与“${from}”不是同一页`,
    '请手动移动这一节，并为其锚点写跳转；`handbook check` 会列出要修改的链接',
  ],
  'move/unusable-name': {
    anchor: ({ id }) => [`锚点不能有空格和括号，却是“${id}”`, '可用任何文字、数字、连字符和下划线'],
    text: ({ text }) => `标题应是一行文字，却是“${text.replaceAll(/\s+/g, ' ')}”`,
    heading: ({ text }) => [
      `“${text}”不会成为与原来同级的标题，或会改变其他标题`,
      '请换一种文字，或手动修改',
    ],
  },
  'move/would-break': ({ count }) => [
    `未作任何改动，因为之后会多出现在没有的问题：${count} 个`,
    '请先手动修改所示之处，使其不依赖这个名字，或换一个名字',
  ],
  'move/linked-file': ({ path, other }) => [
    `“${path}”和“${other}”经符号链接是同一个文件，移动之后其中一个名字将无处可去`,
    '请自行移动该文件并重建链接，或先用副本代替链接',
  ],
  'move/other-encoding': ({ path }) => [
    `“${path}”须随之修改，但它的编码不是 UTF-8`,
    '请先另存为 UTF-8：其他编码的文本只读取，从不写入',
  ],
  'move/anchor-reused': ({ path, id, text }) => [
    `保存了“${path}”中地址“#${id}”的读者，现在会到达另一个标题：“${text}”`,
    '文字相同的标题会被编号。书中的链接已随之修改；若各有自己的锚点，对读者也一直有效',
  ],
  'move/leads-elsewhere': ({ written }) => `“${written}”会指向与现在不同的地方`,
  'move/other-role': ({ path }) => `“${path}”在书中的角色会与现在不同：首页、SUMMARY 或词汇表`,
  'urls/vanished-page': ({ page, renamed }) => [
    `地址“${page}”已向读者承诺，但没有页面也没有跳转`,
    renamed === undefined
      ? giveUp(page)
      : `据 git，“${renamed[0]}”已改名为“${renamed[1]}”。请在配置的 "redirects" 中加上：${redirectEntry(renamed)}`,
  ],
  'urls/vanished-anchor': ({ page, id, renamed }) => [
    `地址“${page}#${id}”已向读者承诺，但页面中没有这个标题或 id`,
    renamed === undefined
      ? giveUp(`${page}#${id}`)
      : `如果它变成了这个，请在配置的 "redirects" 中加上：${redirectEntry(renamed)}`,
  ],
  'urls/unreadable-line': [
    '应是页面的地址，或两个空格和“#”之后的锚点',
    '地址从网站顶层写起：guide/install.html。合并时请保留双方的行，并去掉合并标记',
  ],
  'urls/not-listed': ({ address }) => [
    `“${address}”不在地址清单中`,
    '地址的写法与清单中相同：guide/install.html#steps',
  ],
  'urls/still-there': ({ address }) => [
    `“${address}”是本书现有的地址，下一份清单仍会有它`,
    '只能放弃已失效的地址；请先去掉相应的页面、标题或跳转',
  ],
}

function giveUp(address: string): string {
  return `请在配置的 "redirects" 中写明它去了哪里，或放弃这个地址：handbook urls --forget "${address}"`
}
