// SUMMARY, GLOSSARY, LANGS and the configuration. `$name` stands for what the message tells.

/** What the parts of a book that hold it together say, in Chinese by the English sentence. */
export const structure: Readonly<Record<string, string>> = {
  'Did you mean "$near"?': '是不是“$near”？',
  'Did you mean $near?': '是不是$near？',
  'This chapter points to "$written", and there is no such file in the book':
    '这一章指向“$written”，但书中没有这个文件',
  'Create the file, or remove the link to keep the title alone':
    '创建该文件；若只想保留标题，请去掉链接',
  'This chapter says "$written", and the file is called "$actual"':
    '这一章写的是“$written”，而文件名是“$actual”',
  'Most web servers tell upper from lower case; the built site uses the real name':
    '多数网站服务器区分大小写；生成的网站使用真实文件名',
  'This chapter points to "$written", which the book\'s ignore files leave out of the site':
    '这一章指向“$written”，但它已被忽略文件排除在网站之外',
  'Remove it from .bookignore or .gitignore (or add `!` and its name to .bookignore)':
    '从 .bookignore 或 .gitignore 中去掉它（或在 .bookignore 中写上 `!` 加文件名）',
  'This chapter leads out of the book: "$written"': '这一章指向书外：“$written”',
  'Move the file into the book, or link to it on the web': '把文件移到书中，或改为网址链接',
  'Expected a page before the anchor, found only "$written"': '锚点前应有页面，却只写了“$written”',
  'Write the page first: page.md$written': '先写页面：page.md$written',
  'This chapter points to the folder "$written", and there is no README in it':
    '这一章指向文件夹“$written”，但其中没有 README',
  'Add a README.md to the folder, or point to one of its pages':
    '在该文件夹中添加 README.md，或指向其中某一页',
  'Expected a title, found an item without text': '这里应有标题，但该项没有文字',
  'Write * [Title](page.md)': '应写作 * [标题](page.md)',
  'Expected a space after the marker of the list; the item is read as if it were there':
    '列表符号后应有空格；此处按有空格处理',
  'This list nests more than 16 levels deep; what lies deeper is shown at the last of them':
    '列表嵌套超过 16 层；更深的内容显示在最后一层',
  'Check the indentation from this line on': '请检查从这一行起的缩进',
  'Expected a list of chapters, found none': '这里应有章节列表，却没有找到',
  'Write a list of links: * [Title](page.md)': '请写一个链接列表：* [标题](page.md)',
  'Expected a start page called "$wanted", found none': '应有名为“$wanted”的起始页，却没有找到',
  'Create it, or name another one under "structure.readme"; an ignored file does not count':
    '创建它，或在“structure.readme”中指定别的文件；被忽略的文件不算',
  'Expected the file "$name" that "structure.$key" names, found none':
    '“structure.$key”指定了文件“$name”，却没有找到',
  'Names are relative to the content root': '文件名相对于内容根目录',
  'Expected a term, found an empty heading': '这里应有术语，但标题是空的',
  'Expected each term once, found "$name" again; this definition is used':
    '每个术语只应定义一次，“$name”却再次出现；以这里的定义为准',
  'Merge the two definitions': '请合并两处定义',
  'First defined here': '首次定义在此',
  'Expected a list of languages, found none; the book is built as one in a single language':
    '这里应有语言列表，却没有找到；按单一语言的书构建',
  'Write * [English](en)': '应写作 * [English](en)',
  'Expected a link to a folder for the language "$name", found a title alone':
    '语言“$name”应链接到一个文件夹，却只有标题',
  'Write * [$name](folder)': '应写作 * [$name](文件夹)',
  'Expected a folder of the book, found the address "$written"; it is left out':
    '这里应是书中的文件夹，却写了网址“$written”；已略去',
  'Expected the folder "$written" with the pages of this language, found none':
    '应有存放该语言页面的文件夹“$written”，却没有找到',
  'Folders are relative to the list of languages': '文件夹路径相对于语言列表文件',
  'Expected a folder below the content root, found "$written"':
    '这里应是内容根目录下的文件夹，却写了“$written”',
  'Expected each folder once, found "$written" again; it is left out':
    '每个文件夹只应出现一次，“$written”却再次出现；已略去',
  'Expected YAML, found something else: $reason; the file is not used':
    '这里应是 YAML，却不是：$reason；该文件未被采用',
  'Expected each key once, found "$key" again; the last one counts':
    '每个键只应出现一次，“$key”却再次出现；以最后一个为准',
  'Merge the two entries': '请合并这两项',
  'This configuration cannot be loaded: $reason': '无法加载该配置：$reason',
  'Use book.json': '请使用 book.json',
  'Install what the configuration requires, in the folder of the book':
    '请在书的文件夹中安装该配置所需的依赖',
  'Expected the configuration to be an object, found $found': '配置应是对象，却是$found',
  'Export the object itself, not a function that returns it':
    '请直接导出对象，而不是返回对象的函数',
  'Write { "title": "…" }': '应写作 { "title": "…" }',
  'Expected one configuration, found also "$file"; "$used" is used':
    '配置文件应只有一个，却还有“$file”；以“$used”为准',
  'Remove one of them': '请删除其中一个',
  'Expected "$key" to be $expected, found $found': '“$key”应为$expected，却是$found',
  '"$key" is not a key of the configuration': '配置中没有“$key”这个键',
  'Values for templates belong in "variables", settings of plugins in "pluginsConfig"':
    '模板用的值写在“variables”中，插件的设置写在“pluginsConfig”中',
  'The settings of the plugin "$plugin" stand outside "pluginsConfig"; they are used all the same':
    '插件“$plugin”的设置写在了“pluginsConfig”之外；仍会采用',
  'Expected "root" to be a folder inside the book, found "$root"':
    '“root”应是书中的文件夹，却是“$root”',
  'Move the configuration up, beside that folder': '请把配置文件上移到与该文件夹同级的位置',
  'Leave out the quotes: $better': '去掉引号：$better',
  'Put it in quotes: $better': '加上引号：$better',
  'Write one text: $better': '写成一段文字：$better',
  'Expected fewer nested brackets': '括号嵌套过深',
  'Expected a comma after the entry before $token': '$token之前的项后面应有逗号',
  'Add a comma at the end of the entry': '在该项末尾加上逗号',
  'Expected a colon between a key and its value, found $token': '键与值之间应有冒号，却是$token',
  'Write "key": value': '应写作 "键": 值',
  'Expected a closing } before the end of the file': '文件结束前应有右花括号 }',
  'Expected a closing ] for the list': '列表应以 ] 结束',
  'Expected nothing after the closing brace, found $token': '右花括号之后不应再有内容，却有$token',
  'There may be one closing brace too many further up': '前面可能多了一个右花括号',
  'Expected closing double quotes before the end of the line': '行尾之前应有右双引号',
  'Close the quotes; write \\n for a line break inside a text': '请补上引号；文字中的换行写作 \\n',
  'Expected the comment to end with */': '注释应以 */ 结束',
  'Expected text without control characters': '文字中不应有控制字符',
  'Write \\t for a tab': '制表符写作 \\t',
  'Expected a key in double quotes, found $token': '这里应是带双引号的键，却是$token',
  'Expected a value, found $token': '这里应是值，却是$token',
  'Expected an escape such as \\n or \\" after the backslash in $token':
    '$token中反斜杠后应是 \\n 或 \\" 之类的转义',
  'Write \\\\ for a backslash; paths are written with /': '反斜杠写作 \\\\；路径用 / 书写',
  'Expected double quotes, found single quotes': '应为双引号，却是单引号',
  'Expected double quotes, found backquotes': '应为双引号，却是反引号',
  'Expected straight double quotes ("), found $sign': '应为半角直引号 (")，却是$sign',
  'Expected a colon (:), found $sign': '应为半角冒号 (:)，却是$sign',
  'Expected a comma (,), found $sign': '应为半角逗号 (,)，却是$sign',
  'Write a plain comma': '请写半角逗号',
  'Write $better in lower case': '$better应小写',
  'Expected a key in double quotes, found $word': '这里应是带双引号的键，却是$word',
  'Expected a value in double quotes, found $word': '这里应是带双引号的值，却是$word',
}
