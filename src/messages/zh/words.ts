import type { words as english } from '../en/words.ts'
import type { Sayings } from '../said.ts'

function aside(parts: readonly (string | false)[]): string {
  const said = parts.filter((part) => part !== false)
  return said.length === 0 ? '' : `（${said.join('，')}）`
}

function some(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 2).join('、')} 等 ${names.length} 个文件`
    : names.join('、')
}

/** 各命令在问题之外所说的话。 */
export const words: Sayings<typeof english> = {
  severity: { error: '错误', warning: '警告', info: '信息' },
  hint: '提示',
  see: '另见',
  more: (count, places) => {
    const first =
      places.length === 0 ? '' : `（${places.join('、')}${count > places.length ? ' …' : ''}）`
    return `另有 ${count} 处同类问题${first}，用 -v 查看全部`
  },
  times: (count) => `（共 ${count} 处）`,
  inFull: '用 -v 或 `handbook check` 查看每一处以及如何修改',
  elsewhere: (count, places) =>
    `另有 ${count} 处相同：${places.join('、')}${count > places.length ? ' …' : ''}`,
  tally: ({ errors, warnings, files }) => {
    const parts = [
      ...(errors > 0 ? [`${errors} 个错误`] : []),
      ...(warnings > 0 ? [`${warnings} 个警告`] : []),
    ]
    return parts.join('、') + (files > 0 ? `，涉及 ${files} 个文件` : '')
  },
  build: {
    progress: (done, total) => `正在渲染第 ${done} 页，共 ${total} 页`,
    done: ({ pages, written, unchanged, removed, seconds, output }) =>
      `共 ${pages} 页，写入 ${written} 个文件${aside([
        unchanged > 0 && `${unchanged} 个未变`,
        removed > 0 && `删除 ${removed} 个`,
      ])}到 ${output}，用时 ${seconds} 秒`,
    nothing: (keptIn, isStrict) =>
      `${isStrict ? '--strict 不允许警告，' : ''}未写入任何文件${
        keptIn === undefined ? '' : `；${keptIn} 保持原样`
      }`,
  },
  plugins: {
    treatment: {
      'built-in': '已内置',
      always: '始终启用',
      setting: '选项转为设置',
      ignored: '忽略',
      unsupported: '不支持',
      unknown: '未知',
      off: '已关闭',
    },
    reason: {
      'own-theme': 'handbook 有自己的主题',
      'nothing-left': '已不需要它做什么',
      'own-typography': '浏览器自会排好这种文字',
      'empty-package': '该包本身什么也不做',
      'other-site': '它会载入其他网站的脚本；需要时可用 "scripts"',
      counter: '它会把读者的阅读情况告诉其他网站',
      advertising: '它显示其他网站的广告',
      program: '它是浏览器里的程序，而插件包不会运行',
      compiler: '它编译样式表；"styles" 接受 CSS 和 Less',
      java: '它需要 Java；图以源码显示',
      ebooks: '制作 PDF 费时；需要时可用 "downloads" 提供',
      'published-secret': '它把客户端密钥放进每个页面：请吊销该密钥；Giscus 评论不需要密钥',
      secret: '网页里的内容不是秘密；密码要由服务器来问',
    },
    option: {
      'own-look': '主题自有样式',
      'own-way': 'handbook 有自己的做法',
      always: '始终如此',
      'other-site': '它会访问其他网站',
      'service-gone': '它所询问的服务已经停止',
      unknown: '没有这个选项',
    },
  },
  config: {
    from: {
      default: '默认值',
      found: '由书中文件得知',
      plugin: (name) => `插件 ${name}`,
    },
    defaults: (count) => `另有 ${count} 项设置为默认值，用 -v 查看`,
    plugins: '插件',
    becomes: (setting) => `成为 ${setting}`,
    nothing: (file) => `${file} 中没有可以接管的插件`,
    noFile: '该文件夹中没有 book.json',
    notJson: (file) => `配置是程序 ${file}；只有 book.json 可以改写`,
    written: (file, settings) => `${file}：从插件接管了 ${settings} 项设置`,
    report: (file, count) => `${file}：${count} 条说明，列出未接管的内容`,
  },
  ebook: {
    done: ({ output, chapters, kilobytes, seconds }) =>
      `${output}：${chapters} 章，${kilobytes} kB，用时 ${seconds} 秒`,
  },
  check: {
    fine: ({ pages, seconds }) => `检查 ${pages} 页，用时 ${seconds} 秒，没有问题`,
    aside: ({ remarks, excepted, known }) =>
      aside([
        remarks > 0 && `${remarks} 条建议`,
        excepted > 0 && `${excepted} 处例外`,
        known > 0 && `${known} 个已在基线中`,
      ]),
    explain: (code, isOnly) =>
      isOnly
        ? `用 \`handbook explain ${code}\` 查看说明`
        : `\`handbook explain\` 说明每个代码：\`handbook explain ${code}\``,
    fixable: (count) =>
      `其中 ${count} 个可用 \`handbook check --fix\` 自动修正，加 --dry-run 可先查看改动`,
    tooManyWarnings: (found, allowed) =>
      `--max-warnings 最多允许 ${allowed} 个警告，实际有 ${found} 个`,
    baselineWritten: (file, count) => `已将 ${count} 个问题写入 ${file}`,
    baselineGone: (file, count) =>
      `${file} 中有 ${count} 个问题已不存在，用 --update-baseline 更新`,
    fixed: (count, files) => `已修正 ${files} 个文件中的 ${count} 个问题`,
    wouldFix: (count, files) => `可修正 ${files} 个文件中的 ${count} 个问题，未写入任何文件`,
    nothingToFix: '没有可以自动修正的问题',
    changed: (paths) => (paths.length === 0 ? '重新检查' : `${some(paths)} 有改动`),
    deadLinks: (count) =>
      `在工作流中，${count} 个失效链接使检查失败；加上 --allow-dead-links 可以放行`,
    asking: (done, total) => `正在检查第 ${done} 个网址，共 ${total} 个`,
  },
  move: {
    done: (files, edited) =>
      files === 0 ? `已修改 ${edited} 个文件` : `已移动 ${files} 个文件，修改 ${edited} 个文件`,
    wouldBe: (files, edited) =>
      `${files === 0 ? '将' : `将移动 ${files} 个文件，`}修改 ${edited} 个文件，未写入任何文件`,
  },
  addressesLocked: (file, list) =>
    `${file}：${list.pages} 页，${list.anchors} 个锚点${aside([
      list.added > 0 && `新增 ${list.added} 个`,
      list.forgotten > 0 && `放弃 ${list.forgotten} 个`,
      list.vanished > 0 && `${list.vanished} 个已失效但仍保留，用 --forget 放弃`,
    ])}`,
  serve: {
    local: '访问地址',
    network: '局域网　',
    stop: '按 Ctrl-C 停止',
    keys: '，按 w 再看一遍现有的问题',
    nothingWrong: '没有问题',
    otherPort: (wanted, port) => `端口 ${wanted} 已被占用，改用 ${port}`,
    notOpened: (url) => `无法打开浏览器，请自行打开 ${url}`,
    built: ({ changes, rendered, pages, ms }) =>
      changes.length === 0
        ? `共 ${pages} 页，构建用时 ${ms} 毫秒`
        : `${some(changes)} 有改动：共 ${pages} 页，重新渲染 ${rendered} 页，用时 ${ms} 毫秒`,
    failed: (changes) =>
      changes.length === 0
        ? '暂时无法显示：改正错误后，页面会自动出现'
        : `${some(changes)} 有改动；因为有错误，页面保持原样`,
  },
  page: {
    errors: '书中有错误',
    appears: '改正并保存后，书会自动出现在这里。',
    behind: '下面是上一次成功生成的页面。改正并保存后，此提示会自动消失。',
    close: '关闭（Esc）',
    notFound: '没有这个页面',
    toBook: '回到本书',
    unreadable: '无法读取这个地址。',
    refused: (host) =>
      `本服务器不响应名称“${host}”，只响应 localhost、本机的名称与地址，以及 --host 指定的名称：\n否则任何网站都能通过你的浏览器读到这本书（DNS 重绑定）。\n`,
  },
  init: {
    greeting: (folder) => `在文件夹“${folder}”里新建一本书。直接回车即采用方括号里的答案。`,
    title: '书名',
    languages: '语言，多种语言用逗号分开',
    repository: '仓库地址',
    none: '无',
    workflow: (host) => `用工作流发布到 ${host} Pages？`,
    yes: 'Y/n',
    expected: {
      title: '应当是一行、1 到 200 个字符的书名',
      languages: '应当是“en”或“en, zh-hans”这样的语言，不重复',
      repository: '应当是 https://github.com/owner/name 这样的地址，没有就写“无”',
      'yes-or-no': '应当是“y”或“n”',
    },
    meant: (expected, question) => `${expected}。${question}`,
    stopped: '没有写入任何文件',
    created: '已创建',
    nothing: '无需创建：SUMMARY 中列出的文件都已存在',
    next: '接下来：',
    edit: '在 SUMMARY 中添加章节，再次运行本命令即可创建对应文件',
    serve: '边写边预览',
    build: '生成网站',
    install: '把 handbook 装在书旁边，供你和工作流使用',
    publish: {
      GitHub: '推送到 GitHub 即可发布：先在 Settings 的 Pages 里选择 GitHub Actions',
      GitLab: '推送到 GitLab，默认分支就发布到 GitLab Pages',
    },
    archive: (file) =>
      `handbook 来自本机的一个文件；把它的副本 ${file} 一起提交，这本书在哪里都能生成`,
    folder: (name) =>
      `handbook 在本机的文件夹里，托管平台无法安装：推送之前，在那里运行 \`npm run archive\`，把得到的 ${name} 压缩包放进书的 .handbook 文件夹，再用 \`npm install --save-dev\` 安装它`,
    noWorkflow: '没有写入工作流；怎样发布见手册的 Publishing 一章',
  },
  skeleton: { introduction: '简介', summary: '目录' },
}
