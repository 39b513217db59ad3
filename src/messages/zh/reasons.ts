import type { Reason, reasons as english } from '../en/reasons.ts'
import { type Sayings, sayReason } from '../said.ts'

const reasons: Sayings<typeof english> = {
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
