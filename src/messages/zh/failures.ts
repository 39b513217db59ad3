import type { failures as english } from '../en/failures.ts'
import type { Sayings } from '../said.ts'
import { because } from './reasons.ts'

const old = {
  install: '插件无需安装：去掉这条命令即可',
  parse: '`handbook check` 列出书的全部问题',
  mobi: '`handbook epub` 生成 EPUB：读 MOBI 的商店和设备如今都接受它',
}

/** 用法有误，以及外部环境造成的失败。 */
export const failures: Sayings<typeof english> = {
  'old-command': ({ word }) => [`没有命令“${word}”`, old[word]],
  'folder-command': ({ word }) => [
    `没有命令“${word}”`,
    `\`handbook build ${word}\` 构建那个文件夹中的书`,
  ],
  'unknown-command': ({ word, commands }) => [
    `没有命令“${word}”`,
    `可用的命令有 ${commands.join('、')}；\`handbook --help\` 有说明`,
  ],
  'option-before-command': ({ word, line }) => [
    `选项“${word}”要写在命令后面`,
    `\`handbook ${line}\``,
  ],
  'unknown-option': ({ word, command }) => [`没有选项“${word}”`, usage(command)],
  'invalid-value': ({ value, flag, expected }) => [`${flag} 不能取值“${value}”`, expected],
  'no-value': ({ flag, command }) => [`${flag} 需要一个值`, usage(command)],
  'missing-argument': ({ name, command }) => [`缺少必需的参数“${name}”`, usage(command)],
  'too-many-arguments': ({ command, most, count }) => [
    `“${command}”的参数过多：最多 ${most} 个，实际 ${count} 个`,
    usage(command),
  ],
  'update-without-baseline': ['--update-baseline 需要同时写 --baseline <文件>', usage('check')],
  other: ({ text, command }) => [text, usage(command)],
  'unknown-code': ({ code, codes }) => [
    `没有代码“${code}”`,
    codes.length === 0 ? '`handbook explain` 列出全部代码' : `是不是 ${codes.join('、')}？`,
  ],
  'port-taken': ({ host, port, strict }) => [
    `无法监听 ${host} 的端口 ${port}：端口已被占用`,
    `请用 --port 换一个端口${strict ? '，或去掉 --strict-port' : ''}`,
  ],
  'cannot-listen': ({ host, port, reason }) => [
    `无法监听 ${host} 的端口 ${port}：${because(reason)}`,
    `“${host}”是本机的地址吗？端口允许使用吗？请去掉 --host 和 --port 再试`,
  ],
  'not-installed': ({ name }) => [
    `PDF 由软件包 ${name} 排版，而它没有安装`,
    `\`npm install ${name}\` 可安装它`,
  ],
  system: ({ file, reason }) =>
    file === undefined ? because(reason) : `无法读写“${file}”：${because(reason)}`,
  bug: [
    'handbook 意外中止',
    '这是 handbook 的错误，不是书的错误。请把上面的内容和你的操作一并报告',
  ],
}

function usage(command: string): string {
  return `\`handbook ${command === '' ? '' : `${command} `}--help\` 列出可用的选项`
}
