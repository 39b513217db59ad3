import type { Reason, reasons as english } from '../en/reasons.ts'
import { type Sayings, sayReason } from '../said.ts'

const reasons: Sayings<typeof english> = {
  system: ({ code, said }) => system[code] ?? said,
  status: ({ status }) => `状态码 ${status}`,
  'no-server': '没有这个服务器',
  'no-answer': '没有及时应答',
  'tag-alone': ({ name }) => `“${name}”应单独书写`,
  'tag-last': ({ name, group }) => `“${name}”应是“${group}”的最后一部分`,
  'switch-without-case': '其中应有 "case"',
  'block-again': ({ name }) => `每个 block 只应出现一次，“${name}”却再次出现`,
  'three-braces': '应是两个花括号，却有三个',
  'tag-without-name': '这里应有标签名',
  unexpected: ({ found }) => (found === '' ? '在结尾之前缺少内容' : `“${found}”不能出现在这里`),
  'expected-sign': ({ expected, found }) =>
    found === '' ? `应有“${expected}”` : `应有“${expected}”，却是“${found}”`,
  'regular-expression': '不运行正则表达式',
  'too-much-work': '工作太多',
  'too-long': ({ limit }) => `最多 ${limit} 个字符`,
  'too-many-items': ({ limit, found }) => `最多 ${limit} 项，实际 ${found} 项`,
  'out-of-range': ({ least, most }) => `应是 ${least} 到 ${most} 之间的数`,
  'not-callable': ({ name }) => `“${name}”不能调用`,
  'not-defined': ({ name }) => `没有定义“${name}”`,
  'no-call': '应是对宏的调用',
  'no-list': '应是列表或文字',
  'no-object': '应是对象',
  'no-import': ({ name }) => `该文件没有定义“${name}”`,
  'unknown-test': ({ name }) => `没有定义测试“${name}”`,
  'value-of-book': '书的值不能更改',
  'no-book-file': ({ path }) => `应是书中的文件，却没有“${path}”`,
  'no-such-lines': ({ path }) => `“${path}”中没有这些行`,
  'too-many-redirects': ({ limit }) => `跳转超过 ${limit} 次`,
  'git-off': '本书未启用从 git 包含文件',
  'git-untrusted': '书不受信任，因此不读取任何仓库',
  'git-network': '本书未启用网络',
  'git-inside': '书中的仓库不予读取',
  'git-address': '应是 git+https://主机/所有者/仓库.git/文件.md#分支 这样的地址',
  'git-file': ({ path }) => `其中没有文件“${path}”`,
  'git-not-a-file': ({ path }) => `“${path}”应是文件`,
  'git-missing': '没有安装 git',
  'git-gave-up': 'git 未能完成',
  'no-answer-within': ({ seconds }) => `${seconds} 秒内没有应答`,
  'too-large': ({ megabytes }) => `最大为 ${megabytes} MB`,
  'too-deep': ({ levels }) => `嵌套超过 ${levels} 层`,
  yaml: ({ code }) => yaml[code] ?? '这不是 YAML',
  'yaml-aliases': ({ most }) => `其中的别名展开后超过 ${most} 个值`,
  'yaml-alias': ({ name }) => `别名“*${name}”之前没有锚点“&${name}”`,
  'yaml-circle': ({ name }) => `别名“*${name}”指向它自己`,
  'yaml-duplicate': ({ key }) => `键“${key}”出现了两次`,
  conflict: '其中有没有完成的合并留下的标记',
  'yaml-documents': '应只有一个文档，却有第二个',
  'layout-runs-on': '它不停地调用自己或重复',
  blanks: ({ most }) => `有一行连续超过 ${most} 个空白`,
  'equal-titles': ({ most }) => `相同的标题超过 ${most} 个`,
  'too-much': '需要的内存过多',
  'other-end': ({ expected, found }) => `应为 {{/${expected}}}，却是 {{/${found}}}`,
  'needs-java': '它由 PlantUML 绘制，需要 Java',
  'long-diagram': '它太长',
  'too-many-edges': '连线太多',
  'nothing-to-draw': '其中没有可画的内容',
  'not-installed': ({ name }) => `没有安装软件包 ${name}`,
  'unknown-diagram': ({ kind }) => `这里没有程序能画“${kind}”`,
  'no-sense': ({ line }) => `其中的“${line}”无法理解`,
  'no-commit': ({ name }) => `“${name}”没有提交`,
  'tex-command': ({ name }) => `这里没有 TeX 命令“${name}”`,
  'tex-environment': ({ name }) => `这里没有 TeX 环境“${name}”`,
  'tex-argument': ({ name }) => `“${name}”后面应有参数`,
  'tex-superscript': '连续有两个上标',
  'tex-subscript': '连续有两个下标',
  'no-tex': '这不是能够排版的 TeX',
  'no-diagram': '这不是能够绘制的图',
  'graph-line': ({ line, near }) =>
    `其中第 ${line} 行无法读懂${near === '' ? '' : `，在“${near}”处`}`,
  'too-early': ({ token }) => `${tokens[token] ?? `“${token}”`}出现得太早`,
}

const system: { readonly [code: string]: string } = {
  EACCES: '权限不足',
  EPERM: '权限不足',
  EROFS: '文件系统是只读的',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '文件超过此处允许的大小',
  ENAMETOOLONG: '名字超过文件系统的长度限制',
  ENOTDIR: '路径中有一部分是文件而不是文件夹',
  EISDIR: '它是文件夹',
  ELOOP: '途中的符号链接形成循环',
  ENOENT: '没有这个文件或文件夹',
  EMFILE: '打开的文件过多',
  EBUSY: '另一个程序正在使用它',
  EIO: '磁盘报告错误',
}

const yaml: { readonly [code: string]: string } = {
  BAD_INDENT: '这一行的缩进与前后不一致，或有括号没有闭合',
  BAD_SCALAR_START: '以这个字符开头的值需要引号',
  BLOCK_AS_IMPLICIT_KEY: '含有冒号加空格的值需要引号',
  MISSING_CHAR: '缺少引号、括号或逗号',
  MULTILINE_IMPLICIT_KEY: '键和冒号应在同一行',
  TAB_AS_INDENT: '应使用空格缩进，而不是制表符',
  TAG_RESOLVE_FAILED: '不读取 !name 这样的标签',
  UNEXPECTED_TOKEN: '这里的内容与前面接不上',
}

const yamlRepairs: { readonly [code: string]: string } = {
  BAD_INDENT: '同一层的内容请缩进相同数量的空格，并闭合每个 [ 和 {',
  BAD_SCALAR_START: '请给值加引号：title: "@home"',
  BLOCK_AS_IMPLICIT_KEY: '请给值加引号：title: "第一部分: 开始"',
  MISSING_CHAR: '请闭合引号和括号：title: "开始"',
  MULTILINE_IMPLICIT_KEY: '键后请写冒号和空格：title: 开始',
  TAB_AS_INDENT: '请把行首的每个制表符换成空格',
  TAG_RESOLVE_FAILED: '请去掉标签，或给值加引号：title: "!name"',
  UNEXPECTED_TOKEN: '同一层的键请缩进相同数量的空格',
}

const tokens: { readonly [token: string]: string } = {
  eof: '文件末尾',
  invalid: '不能放在这里的字符',
  open_endblock: '结束标签 {{/ ',
  inverse: '{{else}} ',
  close: '}} ',
  close_unescaped: '}}} ',
  id: '名称',
}

/** 用中文说明原因。 */
export function because(reason: Reason): string {
  return sayReason(reasons, reason)
}

/** 怎样改正 YAML。 */
export function yamlRepair(reason: Reason): string | undefined {
  if (typeof reason === 'string') return undefined
  if (reason.case === 'conflict')
    return '请保留两个版本之一，并删除含 <<<<<<<、======= 和 >>>>>>> 的行'
  if (reason.case === 'yaml-duplicate') return '请删除其中一个，或把两者合并'
  if (reason.case === 'yaml-alias') return `以 * 开头的值要加引号："*${reason.name}"`
  if (reason.case !== 'yaml') return undefined
  return yamlRepairs[reason.code] ?? '含冒号或以特殊字符开头的值要加引号：title: "第一部分: 开始"'
}
