import type { site as english } from '../en/site.ts'
import { type Sayings, meantSiteUrl } from '../said.ts'
import { because } from './reasons.ts'

const ELSEWHERE = '请指定别的文件夹：`handbook build [书] [输出]`'
const ROOM = '请腾出空间后重新构建；旧网站保持原样'

/** 操作系统拒绝时的处理办法；没有列出的，请写到别处。 */
const refusals: { readonly [code: string]: string } = {
  EACCES: '请检查它属于谁，以及你是否有写权限',
  EPERM: '请检查它属于谁，以及你是否有写权限',
  ENOSPC: ROOM,
  EDQUOT: ROOM,
  EFBIG: ROOM,
  ENAMETOOLONG: '请缩短源文件或其文件夹的名字',
  ENOENT: '请检查失效的符号链接，或是否有程序同时在删除文件',
  EMFILE: '请关闭其他程序后重新构建',
  EBUSY: '请关闭那个程序后重新构建',
}

/** 整个网站：页面之间的链接、主题、跳转、订阅源、写入与预览。 */
export const site: Sayings<typeof english> = {
  'links/missing-anchor': ({ to, anchor }) =>
    `这个链接指向“#${anchor}”，但“${to}”中没有这个标题或 id`,
  'links/ambiguous-anchor': ({ id, written, pages }) => [
    `这个引用只写了“${id}”，而另有 ${pages.length} 页都有它：${pages.join('、')}`,
    `请同时写明页面：xref:${written}[]`,
  ],
  'links/missing-sidebar-page': ({ written }) => `侧边栏链接到“${written}”，但书中没有这一页`,
  'theme/legacy-layout': ({ layout }) => [
    '布局应使用 Handlebars，这里却是 GitBook 的 Nunjucks 布局；未被采用',
    layout === undefined
      ? '请删除它：打印版没有单独的布局'
      : `请把默认的 ${layout} 复制到 _layouts/${layout}，把改动移过去，再删除本文件`,
  ],
  'theme/unused-layout': ({ name, known }) => [
    `这里应是布局的名称或 _layouts/partials/ 中的文件，却是“${name}”`,
    `可用的布局有 ${known.join('、')}`,
  ],
  'theme/unknown-layout': ({ name }) => [
    `这里应是本书布局的名称，却是“${name}”；改用默认布局`,
    `请创建 _layouts/layouts/${name}.hbs`,
  ],
  'theme/unknown-color': ({ written }) => [
    `“brand”应是“#0b57b0”这样的颜色，却是“${written}”`,
    '请写成三位或六位十六进制数',
  ],
  'theme/low-contrast': ({ scheme, written, ratio, least, better }) => [
    `“brand”的颜色在${scheme === 'light' ? '浅色' : '深色'}页面上的对比度至少应为 ${least}:1，“${written}”却只有 ${ratio}:1`,
    `人人都能看清的最接近的颜色是“${better}”`,
  ],
  'theme/shallow-clone': [
    '仓库是浅克隆：多数页面无法显示最后修改日期',
    '请获取完整历史（`fetch-depth: 0`），或把“dates”设为 false',
  ],
  'theme/missing-picture': ({ key, written }) => [
    `“${key}”写的是“${written}”，但书中没有这个文件`,
    '请写相对于书的文件夹的路径',
  ],
  'theme/missing-style': ({ written }) => [
    `“styles.website”写的是“${written}”，书中没有这个文件`,
    '路径从书的文件夹开始写',
  ],
  'theme/unread-style': ({ written }) => [
    `“${written}”不是 CSS，这里也不编译它，页面不带它显示`,
    '请编译它，并在“styles.website”中写编译出的 CSS',
  ],
  'theme/style-mistake': ({ reason }) => [
    `样式表无法编译，页面不带它显示：${because(reason)}`,
    '请改正这里的 Less，或在“styles.website”中写普通 CSS 的样式表',
  ],
  'theme/service-id': {
    ended: ({ key, written }) => [
      `“${key}”是“${written}”，而 Google 已于 2024 年 7 月关闭 Universal Analytics：不再统计任何访问`,
      '请写 Google Analytics 4 的编号（“G-…”），或去掉这个插件',
    ],
    unknown: ({ key, written }) => [
      `“${key}”应是网站在该服务中的${key === 'comments.disqus' ? '短名称' : '编号'}，却是“${written}”；不予使用`,
      {
        'analytics.google': '它以“G-”或“GTM-”开头',
        'analytics.baidu': '即该服务脚本中“hm.js?”之后的部分',
      }[key],
    ],
  },
  'theme/missing-file': ({ key, written }) => [
    `“${key}”写的是“${written}”，书中没有这个文件`,
    written.startsWith('node_modules/')
      ? `请在书的文件夹中运行“npm install ${written.split('/')[1] ?? ''}”，或写明文件或地址`
      : '路径从书的文件夹开始写',
  ],
  'theme/no-head-element': ({ name, allowed }) => [
    `<${name}> 不属于页面的 head，已省略`,
    `可以放的有：${allowed.map((one) => `<${one}>`).join('、')}`,
  ],
  'publishing/unusable-site-url': ({ key, written }) => [
    `“${key}”应是以 https:// 开头的地址，却是“${written}”`,
    meantSiteUrl(written) === undefined ? undefined : `应写作“${meantSiteUrl(written)}”`,
  ],
  'publishing/unusable-repository': ({ written, better }) => [
    `“repository”应当是以 https:// 开头的地址，现在是“${written}”`,
    better === undefined ? '写成浏览器能打开的地址' : `写成“${better}”`,
  ],
  'publishing/edit-link-shows': ({ better }) => [
    '这里应当是编辑页面的地址，实际是查看页面的地址',
    `写成“${better}”`,
  ],
  'publishing/feed-without-site-url': [
    '订阅源需要网站地址，而本书没有说明发布在哪里',
    '请在 book.json 中设置“siteUrl”',
  ],
  'publishing/share-without-site-url': [
    '分享页面需要完整的地址，而本书没有说明发布在哪里',
    '请在 book.json 中设置“siteUrl”',
  ],
  'publishing/feed-without-dates': [
    '订阅源要说明页面何时改动，而没有一页有来自 git 的日期',
    '请在含完整历史的 git 仓库中构建（GitHub Actions 中写 fetch-depth: 0）',
  ],
  'redirects/loop': ({ from, way }) => [
    `“${from}”的跳转绕回了自己：${way.map((step) => `“${step}”`).join(' → ')}`,
    '请让最后一个指向存在的页面',
  ],
  'redirects/missing-target': ({ from, to }) => `“${from}”的跳转指向“${to}”，但网站没有这一页`,
  'redirects/unlisted-target': ({ from, to }) => [
    `“${from}”的跳转指向“${to}”，但目录和链接都没有提到它，网站没有这一页`,
    '请加入 SUMMARY，或让跳转指向某一章',
  ],
  'redirects/shadows-page': {
    page: ({ from, path }) => [
      `“${from}”的跳转未被采用：这个地址上已有“${path}”`,
      '请去掉这个跳转，或去掉与它冲突的内容',
    ],
    anchor: ({ from, path, id }) => [
      `“${from}”的跳转未被采用：“${path}”中已有标题或 id“${id}”`,
      '请去掉这个跳转，或去掉与它冲突的内容',
    ],
  },
  'redirects/defined-twice': ({ from, first, to }) => [
    `“${from}”有两个跳转：到“${first}”和到“${to}”`,
    '以第一个为准。请去掉其中一个',
  ],
  'redirects/unusable-source': ({ from }) =>
    `跳转应来自网站内的页面，如“old.md”或“/old/”，这个却来自“${from}”`,
  'output/collision': ({ first, second, output }) => [
    `“${first}”和“${second}”会写到同一个文件“${output}”；“${second}”不发布`,
    '请给其中一个改名，或用 .bookignore 排除一个',
  ],
  'output/displaced': ({ path, output, first }) => [
    `“${path}”写到“${output}”，因为它名字所在的位置已被“${first}”占用`,
    '请给其中一个改名，或用 .bookignore 排除一个',
  ],
  'output/case-collision': {
    elsewhere: ({ first, second }) => [
      `“${first}”和“${second}”只有大小写不同：Windows 和 macOS 的磁盘上只留下前一个`,
      '请给其中一个改名',
    ],
    here: ({ first, second }) => [
      `“${second}”不发布：它与“${first}”只有大小写不同，在这个磁盘上是同一个文件`,
      '请给其中一个改名',
    ],
  },
  'output/is-book': ({ folder }) => [
    `输出文件夹“${folder}”就是书的文件夹`,
    `${ELSEWHERE}；不写时网站写入书中的“_book”`,
  ],
  'output/contains-book': ({ folder }) => [
    `输出文件夹“${folder}”包含了书`,
    `${ELSEWHERE}；它可以在书中，不能包着书`,
  ],
  'output/foreign-files': {
    found: ({ folder, names }) => [
      `输出文件夹“${folder}”不是空的，其中的内容不是 handbook 写的：${some(names)}`,
      '请选一个空文件夹。如果那是其他工具的旧输出，请先删除它',
    ],
    manifest: ({ folder, file }) => [
      `输出文件夹“${folder}”中的 ${file} 无法被这个版本的 handbook 读取，因此不知道哪些文件是它写的`,
      '请删除输出文件夹后重新构建',
    ],
  },
  'output/not-a-folder': ({ folder }) => [`输出“${folder}”是文件，而网站需要文件夹`, ELSEWHERE],
  'output/foreign-collision': ({ output, other }) => [
    output === other
      ? `网站的“${output}”在输出文件夹中已经存在，而且不是 handbook 写的`
      : `网站的“${output}”无法写入，因为“${other}”挡在那里，而它不是 handbook 写的`,
    `请移走或删除输出文件夹中的“${other}”，或给书中的页面、文件改名`,
  ],
  'output/reserved-name': ({ output }) => [
    `“${output}”不发布：这是 handbook 在输出文件夹中自用的名字`,
    '请给文件改名，或用 .bookignore 排除',
  ],
  'output/file-and-folder': ({ kept, left }) => [
    `“${left}”不发布：它与网站的“${kept}”不能并存，其中一个是文件，又要作另一个的文件夹`,
    '请给其中一个改名，或用 .bookignore 排除一个',
  ],
  'output/busy': ({ folder, pid, lock }) => [
    `另一个 handbook（进程 ${pid}）正在写入“${folder}”`,
    `请等它结束后再构建。如果没有别的 handbook 在运行，请删除“${lock}”`,
  ],
  'output/unreadable-source': ({ from, reason }) => [
    `无法复制“${from}”：${because(reason)}`,
    '是否在构建时被删除或改名？请重新构建',
  ],
  'output/unwritable': ({ file, reason }) => [
    `无法写入“${file}”：${because(reason)}`,
    (typeof reason !== 'string' && 'code' in reason ? refusals[reason.code] : undefined) ??
      ELSEWHERE,
  ],
  'files/symlink-outside': {
    outside: ({ path }) => [
      `“${path}”是指向书外的符号链接；已略去`,
      '请把它指向的内容复制到书中，或用 .bookignore 隐藏该链接',
    ],
    loop: ({ path }) => [
      `“${path}”是符号链接，指向包含它的文件夹；已略去`,
      '链接文件时请不要经过它，或用 .bookignore 隐藏它',
    ],
  },
  'files/symlink-ignored': ({ path }) => [
    `“${path}”是符号链接，指向不发布的内容，因此链接也不发布`,
    '请复制它所指的内容，或用 .bookignore 隐藏该链接',
  ],
  'files/hidden-include': ({ path }) => [
    `页面不能包含“${path}”：以点开头的文件供程序使用，可能含有机密`,
    `请把读者可以看到的内容复制到别的文件；或在 .bookignore 中写“!${path}”，让书发布它`,
  ],
  'files/many-links': ({ most }) => `经符号链接到达的文件夹超过 ${most} 个；从这一个起不再收入`,
  'files/undecodable-name': ({ path }) => [
    `“${path}”的名称不是 UTF-8，因此不收入`,
    '请改名，例如：convmv -f GB18030 -t UTF-8 --notest',
  ],
  'files/same-name': ({ path }) => [
    `“${path}”以两种 Unicode 形式出现了两次，其中一个不收入`,
    '请删除或重命名其中一个：它们看起来相同，有些系统会当作同一个文件',
  ],
  'files/windows-name': ({ path }) => [
    `Windows 上不能有“${path}”这样的名称`,
    '请不要使用 < > : " | ? *，末尾也不要有点或空格；con、nul、com1 等是保留名称',
  ],
  'files/ignored-pattern': [
    '这个模式含有三个以上的 ** 或过长，因此不采用',
    '请为每个文件夹各写一个模式',
  ],
  'files/unreadable': {
    book: ({ reason }) => [`无法读取书的文件夹：${because(reason)}`, '请检查文件夹的名字'],
    file: ({ path, reason }) => [
      `无法读取“${path}”，已略去：${because(reason)}`,
      '请检查它的权限和指向',
    ],
  },
  'serve/folder-missing': ({ folder }) => [
    `书的文件夹不见了：“${folder}”`,
    '放回原处即可继续，或停止服务',
  ],
  'serve/watch-failed': ({ reason }) => [
    `有些文件的改动无法察觉：${reason}`,
    /ENOSPC|EMFILE|ENFILE/.test(reason)
      ? '请提高监视文件数的上限（Linux 上是 fs.inotify.max_user_watches），或设置 CHOKIDAR_USEPOLLING=1'
      : '设置 CHOKIDAR_USEPOLLING=1 可定时查看改动',
  ],
  'serve/build-failed': ({ reason }) => [
    `构建意外中止：${reason}`,
    '这是程序或插件的错误；下次改动文件时会重新构建',
  ],
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  return `${shown.join('、')}${names.length > 3 ? ` 等 ${names.length} 项` : ''}`
}
