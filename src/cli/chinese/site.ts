// The site: addresses, redirects, themes, layouts, writing and serving. `$name` stands for what the message tells.

/** What is wrong with the site as a whole, in Chinese by the English sentence. */
export const site: Readonly<Record<string, string>> = {
  '"$key" should be an address that begins with https://, and it is "$written"':
    '“$key”应是以 https:// 开头的地址，却是“$written”',
  'A feed needs the address of the site, and the book does not say where it is published':
    '订阅源需要网站地址，而本书没有说明发布在哪里',
  'Set "siteUrl" in book.json': '请在 book.json 中设置“siteUrl”',
  'A feed tells when pages changed, and no page has a date from git':
    '订阅源要说明页面何时改动，而没有一页有来自 git 的日期',
  'Build inside a git repository with its full history (on GitHub Actions: fetch-depth: 0)':
    '请在含完整历史的 git 仓库中构建（GitHub Actions 中写 fetch-depth: 0）',
  'The redirect of "$from" leads back to itself: $way': '“$from”的跳转绕回了自己：$way',
  'Let the last one lead to a page that exists': '请让最后一个指向存在的页面',
  'The redirect of "$from" leads to "$to", and the site has no such page':
    '“$from”的跳转指向“$to”，但网站没有这一页',
  'The redirect of "$from" is not used: $what': '“$from”的跳转未被采用：$what',
  'Remove the redirect, or what is in its way': '请去掉这个跳转，或去掉与它冲突的内容',
  '"$from" is redirected twice: to "$first" and to "$second"':
    '“$from”有两个跳转：到“$first”和到“$second”',
  'The first is used. Remove one of them': '以第一个为准。请去掉其中一个',
  'The first of the two': '两者中的第一个',
  'The sidebar links to "$written", and the book has no such page':
    '侧边栏链接到“$written”，但书中没有这一页',
  'A redirect should come from a page inside the site, such as "old.md" or "/old/", and this one comes from "$from"':
    '跳转应来自网站内的页面，如“old.md”或“/old/”，这个却来自“$from”',
  'Expected Handlebars layouts, found a Nunjucks layout of GitBook; it is not used':
    '布局应使用 Handlebars，这里却是 GitBook 的 Nunjucks 布局；未被采用',
  'Remove it: books for print have no layouts of their own': '请删除它：打印版没有单独的布局',
  'Copy the default $layout to _layouts/$layout, move your changes there and remove this file':
    '请把默认的$layout复制到 _layouts/$layout，把改动移过去，再删除本文件',
  'Expected the name of a layout or a file in _layouts/partials/, found "$name"':
    '这里应是布局的名称或 _layouts/partials/ 中的文件，却是“$name”',
  'The layouts are $names': '可用的布局有$names',
  'Expected the name of a layout of the book, found "$name"; the usual one is used':
    '这里应是本书布局的名称，却是“$name”；改用默认布局',
  'Create _layouts/layouts/$name.hbs': '请创建 _layouts/layouts/$name.hbs',
  'Expected a color such as "#0b57b0" in "brand", found "$written"':
    '“brand”应是“#0b57b0”这样的颜色，却是“$written”',
  'Write it with three or six hexadecimal digits': '请写成三位或六位十六进制数',
  'Expected a color with a contrast of at least $least:1 on light pages in "brand", found "$written" with $ratio:1':
    '“brand”的颜色在浅色页面上的对比度至少应为$least:1，“$written”却只有$ratio:1',
  'Expected a color with a contrast of at least $least:1 on dark pages in "brand", found "$written" with $ratio:1':
    '“brand”的颜色在深色页面上的对比度至少应为$least:1，“$written”却只有$ratio:1',
  'The nearest shade that everybody can read is "$better"': '人人都能看清的最接近的颜色是“$better”',
  'The repository is a shallow clone: most pages show no date of their last change':
    '仓库是浅克隆：多数页面无法显示最后修改日期',
  'Fetch the whole history (`fetch-depth: 0`), or set "dates" to false':
    '请获取完整历史（`fetch-depth: 0`），或把“dates”设为 false',
  '"$key" names "$written", and the book has no such file':
    '“$key”写的是“$written”，但书中没有这个文件',
  'Write the path as it is seen from the folder of the book': '请写相对于书的文件夹的路径',
  'The layout cannot be read: $reason': '无法读取布局：$reason',
  'Every {{#if}} and {{#each}} needs its {{/if}} and {{/each}}, every {{ its }}':
    '每个 {{#if}}、{{#each}} 都要有 {{/if}}、{{/each}}，每个 {{ 都要有 }}',
  'Expected a helper, found "$name", which is none': '这里应是助手函数，而“$name”不是',
  'The helpers are $names': '可用的助手函数有$names',
  'Expected "$name" with $expected, found $found': '“$name”应为$expected，却是$found',
  'Expected a partial, found no file for "$name"': '这里应是局部模板，却没有找到“$name”的文件',
  'Create _layouts/partials/$name.hbs': '请创建 _layouts/partials/$name.hbs',
  'Expected the name of a partial, found an expression': '这里应是局部模板的名称，却是表达式',
  'Choose between partials with {{#if}} and {{else}}': '请用 {{#if}} 和 {{else}} 选择局部模板',
  'Expected the key of a label, found "$key"': '这里应是界面文字的键，却是“$key”',
  'The output folder "$folder" is the folder of the book itself':
    '输出文件夹“$folder”就是书的文件夹',
  'Name another folder: `handbook build [book] [output]`':
    '请指定别的文件夹：`handbook build [书] [输出]`',
  'Name another folder: `handbook build [book] [output]`; without one, the site goes to "_book" inside the book':
    '请指定别的文件夹：`handbook build [书] [输出]`；不写时网站写入书中的“_book”',
  'The output folder "$folder" contains the book': '输出文件夹“$folder”包含了书',
  'Name another folder: `handbook build [book] [output]`; it may lie inside the book, not around it':
    '请指定别的文件夹：`handbook build [书] [输出]`；它可以在书中，不能包着书',
  'The output folder "$folder" is not empty, and handbook did not write what is in it: $list':
    '输出文件夹“$folder”不是空的，其中的内容不是 handbook 写的：$list',
  'Choose an empty folder. If this is an old build of another tool, delete the folder first':
    '请选一个空文件夹。如果那是其他工具的旧输出，请先删除它',
  'The output folder "$folder" has a $manifest that this version of handbook cannot read, so nobody knows which files are its own':
    '输出文件夹“$folder”中的$manifest无法被这个版本的 handbook 读取，因此不知道哪些文件是它写的',
  'Delete the output folder and build again': '请删除输出文件夹后重新构建',
  'The output "$folder" is a file, and the site needs a folder':
    '输出“$folder”是文件，而网站需要文件夹',
  '"$output" of the site is already in the output folder, and handbook did not put it there':
    '网站的“$output”在输出文件夹中已经存在，而且不是 handbook 写的',
  '"$output" of the site cannot be written, because "$other" is in the way, and handbook did not put it there':
    '网站的“$output”无法写入，因为“$other”挡在那里，而它不是 handbook 写的',
  'Move or delete "$file" in the output folder, or rename the page or file of the book':
    '请移走或删除输出文件夹中的“$file”，或给书中的页面、文件改名',
  'Another handbook (process $pid) is writing to "$folder"':
    '另一个 handbook（进程$pid）正在写入“$folder”',
  'Wait for it and build again. If no other handbook is running, delete "$lock"':
    '请等它结束后再构建。如果没有别的 handbook 在运行，请删除“$lock”',
  '"$from" cannot be copied: $reason': '无法复制“$from”：$reason',
  'Was it deleted or renamed while the book was built? Build again':
    '是否在构建时被删除或改名？请重新构建',
  'Cannot write to "$file": $why': '无法写入“$file”：$why',
  'Check who owns it and whether you may write there': '请检查它属于谁，以及你是否有写权限',
  'Make room and build again; the old site is as it was': '请腾出空间后重新构建；旧网站保持原样',
  'Shorten the name of the source file or of its folder': '请缩短源文件或其文件夹的名字',
  'Look for a broken symbolic link, or for something that deletes files at the same time':
    '请检查失效的符号链接，或是否有程序同时在删除文件',
  'Close other programs and build again': '请关闭其他程序后重新构建',
  'Close that program and build again': '请关闭那个程序后重新构建',
  'The folder of the book is gone: "$folder"': '书的文件夹不见了：“$folder”',
  'Put it back and the server continues, or stop the server': '放回原处即可继续，或停止服务',
  'Changes of some files cannot be seen: $reason': '有些文件的改动无法察觉：$reason',
  'Raise the limit of watched files (on Linux fs.inotify.max_user_watches), or set CHOKIDAR_USEPOLLING=1':
    '请提高监视文件数的上限（Linux 上是 fs.inotify.max_user_watches），或设置 CHOKIDAR_USEPOLLING=1',
  'Set CHOKIDAR_USEPOLLING=1 to look for changes at intervals':
    '设置 CHOKIDAR_USEPOLLING=1 可定时查看改动',
  'The build stopped unexpectedly: $reason': '构建意外中止：$reason',
  'This is a fault of the program or of a plugin; the next change of a file builds again':
    '这是程序或插件的错误；下次改动文件时会重新构建',
  '"$path" is a symbolic link that leads out of the book\'s folder; it is left out':
    '“$path”是指向书外的符号链接；已略去',
  'Copy what it points to into the book, or hide the link with .bookignore':
    '请把它指向的内容复制到书中，或用 .bookignore 隐藏该链接',
  "The book's folder cannot be read ($reason)": '无法读取书的文件夹（$reason）',
  '$name cannot be read ($reason); it is left out': '无法读取$name（$reason）；已略去',
  'Check the name of the folder': '请检查文件夹的名字',
  'Check its permissions and where it points': '请检查它的权限和指向',
}
