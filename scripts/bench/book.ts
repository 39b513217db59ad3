// A deterministic book of any size, shaped like a technical handbook in English and Chinese, about 6 kB a page.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomNumbers } from './random.ts'

const english =
  'the cluster node agent resource scheduler task container image volume network port check leader log state option default command file service proxy token role quota memory disk metric alert upgrade release test queue'.split(
    ' ',
  )
const chinese =
  '集群 节点 资源 调度 框架 任务 容器 镜像 网络 端口 选举 日志 快照 配置 参数 命令 文件 目录 服务 均衡 网关 证书 令牌 策略 配额 内存 磁盘 监控 告警 升级'.split(
    ' ',
  )
const code: Record<string, string> = {
  bash: '$ nodectl --role=agent status | grep ready\n$ nodectl drain --timeout=30s node-7',
  json: '{\n  "id": "/web",\n  "cpus": 0.5,\n  "instances": 3,\n  "healthChecks": [{ "path": "/ping" }]\n}',
  python:
    'def place(task, offers=None):\n    """The first offer that fits."""\n    return next((o for o in offers or [] if o.cpus >= task.cpus), None)',
  go: 'func (m *Master) Elect(ctx context.Context) error {\n\tif err := m.zk.Lock(ctx, "/leader"); err != nil {\n\t\treturn fmt.Errorf("elect: %w", err)\n\t}\n\treturn nil\n}',
  yaml: 'replicas: 3\nresources:\n  cpus: 0.5\n  memory: "512M"\nenabled: true',
}

/** Writes a book of about `pages` pages to a folder, which is emptied first. The same numbers give the same bytes. */
export function writeBook(pages: number, folder: string): void {
  const random = randomNumbers()
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const words = (count: number): string =>
    Array.from({ length: count }, () => {
      const word = pick(english)
      const chance = random()
      if (chance < 0.03) return `**${word}**`
      return chance < 0.06 ? `\`${word}\`` : word
    }).join(' ')
  const sentences = (): string =>
    random() < 0.4
      ? `${Array.from({ length: 40 }, () => pick(chinese)).join('')}。`
      : `${words(60)}.`
  const names = Array.from(
    { length: pages },
    (_, index) =>
      `part-${Math.floor(index / 100) + 1}/chapter-${(Math.floor(index / 10) % 10) + 1}/${index % 10 === 0 ? 'README' : `page-${index % 10}`}.md`,
  )
  const section = (number: number): string =>
    [
      `## ${random() < 0.4 ? pick(chinese) + pick(chinese) : words(3)} ${number}`,
      sentences(),
      `See [${pick(english)}](../../${pick(names)}). ${sentences()}`,
      `- ${words(12)}\n  - ${pick(chinese)}${pick(chinese)}\n- ${words(9)}`,
      `| flag | meaning |\n| --- | --- |\n${Array.from({ length: 4 }, () => `| \`--${pick(english)}\` | ${words(8)} |`).join('\n')}`,
      `### ${words(2)}`,
      ...[pick(Object.keys(code))].map(
        (language) => `\`\`\`${language}\n${code[language]}\n\`\`\``,
      ),
      sentences(),
    ].join('\n\n')
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }

  rmSync(folder, { recursive: true, force: true })
  const titles = names.map((_, index) => `${pick(english)} ${pick(chinese)} ${index + 1}`)
  const summary = names.map((name, index) => {
    const part = index % 100 === 0 ? `\n## Part ${index / 100 + 1}\n\n` : ''
    return `${part}${index % 10 === 0 ? '' : '  '}* [${titles[index]}](${name})`
  })
  write('README.md', `# A measured handbook\n\n${sentences()}\n`)
  write('SUMMARY.md', `# Summary\n\n* [Start](README.md)\n${summary.join('\n')}\n`)
  write('book.json', '{ "title": "A measured handbook", "language": "en" }\n')
  names.forEach((name, index) =>
    write(
      name,
      `# ${titles[index]}\n\n${sentences()}\n\n${[1, 2, 3, 4].map(section).join('\n\n')}\n`,
    ),
  )
}
