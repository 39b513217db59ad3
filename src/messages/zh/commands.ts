import type { commands as english } from '../en/commands.ts'
import { type Sayings, quoted, updateBaseline } from '../said.ts'
import { because } from './reasons.ts'

/** 命令行：输入有误，或所指的文件有误。 */
export const commands: Sayings<typeof english> = {
  'cli/missing-folder': ({ folder }) => [
    `没有文件夹“${folder}”`,
    `\`handbook init ${quoted(folder)}\` 可在那里新建一本书`,
  ],
  'cli/not-a-folder': ({ file, folder }) => [
    `“${file}”是文件名，而书应是文件夹`,
    `请写它所在的文件夹：“${folder}”`,
  ],
  'cli/ignored-flag': ({ flags }) => `${list(flags)}已不起作用，可以去掉`,
  'cli/not-asked': [
    '书不受信任，因此没有查询指向其他网站的链接是否有效',
    '请去掉 --external 或 --untrusted',
  ],
  'cli/init-outside-book': ({ target }) => [
    `没有创建“${target}”，因为有符号链接指向书外`,
    '只创建书的文件夹之内的文件；请修改 SUMMARY 中的路径',
  ],
  'cli/init-cannot-create': ({ target, reason }) => `无法创建“${target}”：${because(reason)}`,
  'cli/init-existing-book': ({ flags }) => [
    `${list(flags)}没有作用，因为文件夹里已经有一本书`,
    '书名、语言和仓库请写在 book.json 里',
  ],
  'cli/no-baseline': ({ file }) => [
    `没有基线文件“${file}”`,
    `\`${updateBaseline(file)}\` 可生成它`,
  ],
  'cli/not-a-baseline': {
    other: ({ file }) => [
      `“${file}”应是 handbook 的基线文件，却不是`,
      `\`${updateBaseline(file)}\` 可重新生成它`,
    ],
    old: ({ file }) => [
      `基线文件“${file}”按英文句子记录问题，是早先的 handbook 写的`,
      `\`${updateBaseline(file)}\` 可按代码和内容重新生成它`,
    ],
  },
}

function list(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、')
}
