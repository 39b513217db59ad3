import type { ValueKind, config as english } from '../en/config.ts'
import { type Sayings, sayReason } from '../said.ts'
import { because, yamlRepair } from './reasons.ts'

const kinds = {
  any: '值',
  flag: ' true 或 false',
  text: '文字',
  integer: ({ least, most }: { readonly least: number; readonly most: number }): string =>
    ` ${least} 到 ${most} 的整数`,
  list: '列表',
  object: '对象',
  function: '函数',
}

/** 配置文件。 */
export const config: Sayings<typeof english> = {
  'config/invalid-json': {
    conflict: [
      '应是设置，却是没有完成的合并留下的标记',
      '请保留两个版本之一，并删除含 <<<<<<<、======= 和 >>>>>>> 的行',
    ],
    nested: ({ levels }) => `括号最多嵌套 ${levels} 层`,
    comma: ({ token }) => [`${shown(token)}之前的项后面应有逗号`, '在该项末尾加上逗号'],
    colon: ({ token }) => [`键与值之间应有冒号，却是${shown(token)}`, '应写作 "键": 值'],
    brace: '文件结束前应有右花括号 }',
    bracket: '列表应以 ] 结束',
    end: ({ token }) => [
      `右花括号之后不应再有内容，却有${shown(token)}`,
      '前面可能多了一个右花括号',
    ],
    text: ['行尾之前应有右双引号', '请补上引号；文字中的换行写作 \\n'],
    'text-quotes': ({ sign }) => [
      `这段文字的末尾应是直双引号（"），却是${sign}`,
      `请把${sign}换成 "`,
    ],
    comment: '注释应以 */ 结束',
    escape: ({ token }) => [
      `${shown(token)}中反斜杠后应是 \\n 或 \\" 之类的转义`,
      '反斜杠写作 \\\\；路径用 / 书写',
    ],
    control: ['文字中不应有控制字符', '制表符写作 \\t'],
    key: ({ token }) => `这里应是带双引号的键，却是${shown(token)}`,
    value: ({ token }) => `这里应是值，却是${shown(token)}`,
    'single-quotes': ({ better }) => ['应为双引号，却是单引号', `应写作 "${better}"`],
    backquotes: ({ better }) => ['应为双引号，却是反引号', `应写作 "${better}"`],
    'other-quotes': ({ sign, better }) => [
      `应为半角直引号 (")，却是 ${sign}`,
      `应写作 "${better}"`,
    ],
    'other-colon': ({ sign }) => [`应为半角冒号 (:)，却是 ${sign}`, '应写作 "键": 值'],
    'other-comma': ({ sign }) => [`应为半角逗号 (,)，却是 ${sign}`, '请写半角逗号'],
    capitals: ({ word, better }) => [`应为 ${better}，却是 ${word}`, `${better} 应小写`],
    'bare-key': ({ word }) => [`这里应是带双引号的键，却是“${word}”`, `应写作 "${word}"`],
    'bare-value': ({ word }) => [`这里应是带双引号的值，却是“${word}”`, `应写作 "${word}"`],
  },
  'config/invalid-yaml': ({ reason }) => [
    `这里应是 YAML，却不是：${because(reason)}；文件中正确的部分仍被采用`,
    yamlRepair(reason),
  ],
  'config/invalid-toml': '这里应是 TOML，却不是；该文件中 mdBook 的设置未被采用',
  'config/unused-mdbook': ({ keys }) => [
    `mdBook 的这些设置在这里不起作用：${keys.join('、')}`,
    '不会对页面运行他人的程序；样式表请写在 book.json 的“styles”中',
  ],
  'config/duplicate-key': ({ key }) => [
    `每个键只应出现一次，“${key}”却再次出现；以最后一个为准`,
    '请合并这两项',
  ],
  'config/cannot-load': {
    module: ({ reason }) => `无法加载该配置：${because(reason)}`,
    package: ({ reason }) => [`无法加载该配置：${reason}`, '请在书的文件夹中安装该配置所需的依赖'],
    'no-folder': ['无法加载该配置：模块需要磁盘上的文件夹', '请使用 book.json'],
  },
  'config/not-run': {
    program: [
      '这个配置是程序，而本书的程序不运行，因此不采用其中的设置',
      '请把设置写进 book.json；如果信任作者，可以不用 --no-code 和 --untrusted',
    ],
    scripts: [
      '书在页面的 head 中加入了脚本或元素，而本书的程序不运行，因此已省略',
      '如果信任作者，可以不用 --no-code 和 --untrusted',
    ],
  },
  'config/other-program': {
    'no-export': '这个程序没有导出任何内容，因此不是配置，不会运行',
    'no-settings': '这个程序导出的内容不是配置，因此不予采用',
  },
  'config/not-an-object': ({ found }) => [
    `配置应是对象，却是${kind(found)}`,
    typeof found !== 'string' && found.case === 'function'
      ? '请直接导出对象，而不是返回对象的函数'
      : '应写作 { "title": "…" }',
  ],
  'config/several-files': ({ file, used }) => [
    `配置文件应只有一个，却还有“${file}”；以“${used}”为准`,
    '请删除其中一个',
  ],
  'config/wrong-type': ({ key, expected, found, better }) => [
    `“${key}”应为${expected.map(kind).join('或')}，却是${kind(found)}`,
    better === undefined ? undefined : `应写作 ${better}`,
  ],
  'config/wrong-value': {
    choice: ({ key, names, found }) =>
      `“${key}”应为${names.map((name) => `“${name}”`).join('或')}，却是 ${found}`,
    range: ({ key, least, most, found }) =>
      `“${key}”应为 ${least} 到 ${most} 的整数，却是 ${found}`,
  },
  'config/unknown-key': ({ key, better }) => [
    `配置中没有“${key}”这个键`,
    better === undefined
      ? '模板用的值写在“variables”中，插件的设置写在“pluginsConfig”中'
      : `应写作 ${better}`,
  ],
  'config/invisible-character': ({ key, code }) => [
    `这里应是键“${key}”，其中却混有看不见的字符（${code}），因此不算这个键`,
    `请删掉这一行，重新输入“${key}”：这个字符是复制时带进来的`,
  ],
  'config/unknown-language': ({ written, meant }) => [
    `应当是语言的代号，“${written}”不是`,
    meant === undefined ? '写“en”“de”“zh-Hans”这样的代号（BCP 47）' : `写成 "language": "${meant}"`,
  ],
  'config/empty': [
    '应当是一个写有设置的对象，这里是空文件；所有设置都用默认值',
    '请写 { "title": "…" }，或删除这个文件',
  ],
  'config/misplaced-plugin-settings': ({ plugin, better }) => [
    `插件“${plugin}”的设置没有写在 GitBook 读取的位置；仍会采用`,
    `应写作 ${better}`,
  ],
  'config/root-outside': ({ root }) => [
    `“root”应是书中的文件夹，却是“${root}”`,
    '请把配置文件上移到与该文件夹同级的位置',
  ],
  'config/missing-root': ({ root, folder }) => [
    `“root”应是含有本书文件的文件夹，却是“${root}”；改为读取${folder === '' ? '配置文件所在的文件夹' : `“${folder}”`}`,
    '请写从配置文件所在的文件夹看到的路径',
  ],
}

function kind(value: ValueKind): string {
  return typeof value === 'string' ? ` ${value}` : sayReason(kinds, value)
}

function shown(token: string): string {
  return token === '' ? '文件末尾' : `“${token}”`
}
