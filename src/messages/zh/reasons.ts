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
  'git-off': '本书未启用从 git 包含文件',
  'git-network': '本书未启用网络',
  'git-inside': '书中的仓库不予读取',
  'git-address': '应是 git+https://主机/所有者/仓库.git/文件.md#分支 这样的地址',
  'git-file': ({ path }) => `其中没有文件“${path}”`,
  'git-not-a-file': ({ path }) => `“${path}”应是文件`,
  'git-missing': '没有安装 git',
  'git-gave-up': 'git 未能完成',
  'no-answer-within': ({ seconds }) => `${seconds} 秒内没有应答`,
  'too-large': ({ megabytes }) => `最大为 ${megabytes} MB`,
  'other-end': ({ expected, found }) => `应为 {{/${expected}}}，却是 {{/${found}}}`,
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
