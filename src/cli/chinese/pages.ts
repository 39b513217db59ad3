// Pages: Markdown, AsciiDoc, front matter, links, templates and plugins. `$name` stands for what the message tells.

/** What is wrong in pages, in Chinese by the English sentence. */
export const pages: Readonly<Record<string, string>> = {
  'Expected a footnote "[^$label]: …" on this page, found none; the reference is shown as text':
    '本页应有脚注“[^$label]: …”，却没有找到；引用处按文字显示',
  'Write the note on a line of its own, or escape the bracket: \\[^$label]':
    '请另起一行写脚注，或把方括号转义：\\[^$label]',
  'No text refers to the footnote "$label"; it is shown after the others':
    '没有文字引用脚注“$label”；它显示在其他脚注之后',
  'Expected one footnote "$label" on this page, found another; only the first is shown':
    '本页的脚注“$label”应只有一个，却又出现一个；只显示第一个',
  'The first is here': '第一个在此',
  'Expected each id once on a page, found "$id" again; links lead to the first':
    '同一页上每个 id 只应出现一次，“$id”却再次出现；链接指向第一个',
  'Expected a space after "$marks" to make a heading, found text; it is shown as a heading, as GitBook did':
    '“$marks”之后应有空格才是标题，却直接是文字；仍与 GitBook 一样显示为标题',
  'Expected a space after "$marks" to make a heading, found text; it is shown as text':
    '“$marks”之后应有空格才是标题，却直接是文字；按文字显示',
  'Write a space after "$marks", or "\\$marks" when no heading is meant':
    '在“$marks”之后加空格；若不是标题，请写作“\\$marks”',
  'The front matter is not valid YAML: $reason': '页首信息不是合法的 YAML：$reason',
  'Values with a colon or a leading special character need quotes: title: "Part 1: the start"':
    '含冒号或以特殊字符开头的值要加引号：title: "第一部分: 开始"',
  'Expected front matter of the form `key: value`, found other text; it is shown as content':
    '页首信息应是 `键: 值` 的形式，却是别的文字；按正文显示',
  'For a line across the page at the very start, use *** instead of ---':
    '若想在页首画分隔线，请用 *** 而不是 ---',
  'Expected UTF-8, found bytes of another encoding; they are shown as �':
    '应为 UTF-8 编码，却有其他编码的字节；它们显示为 �',
  'Save the file as UTF-8, for example with: iconv -f GB18030 -t UTF-8 old.md > new.md':
    '请把文件存为 UTF-8，例如：iconv -f GB18030 -t UTF-8 old.md > new.md',
  'Expected a page of at most $most MB, found $size MB': '页面最大为$most MB，却有$size MB',
  'Split the page, or add it to .bookignore and link to the file itself':
    '请拆分该页，或写入 .bookignore 并直接链接到文件',
  'This link points to "$written", and there is no such file in the book':
    '这个链接指向“$written”，但书中没有这个文件',
  'This link says "$written", and the file is called "$actual"':
    '这个链接写的是“$written”，而文件名是“$actual”',
  'Most web servers tell upper from lower case; the built page uses the real name':
    '多数网站服务器区分大小写；生成的页面使用真实文件名',
  'This link points to "$written", which the book\'s ignore files leave out of the site':
    '这个链接指向“$written”，但它已被忽略文件排除在网站之外',
  'This link leads out of the book\'s folder: "$written"': '这个链接指向书的文件夹之外：“$written”',
  'Link to the file on the web, or move it into the book': '请改为网址链接，或把文件移到书中',
  '"$written" is a page that SUMMARY does not list; it is built, but readers find it only here':
    '“$written”没有列入 SUMMARY；页面会生成，但读者只能从这里找到它',
  'Add it to SUMMARY': '请把它加入 SUMMARY',
  'This image is "$written", and there is no such file in the book':
    '这张图片是“$written”，但书中没有这个文件',
  'This link points to "#$anchor", and $to has no heading or id of that name':
    '这个链接指向“#$anchor”，但$to中没有这个标题或 id',
  'Expected a file to include, found none called "$target"':
    '这里要包含一个文件，却没有找到“$target”',
  'Paths are relative to the file that includes; include::file.adoc[opts=optional] allows it to be absent':
    '路径相对于写有 include 的文件；include::file.adoc[opts=optional] 允许文件不存在',
  'Expected a file of the book to include, found the address "$target"; a link is shown instead':
    '这里应包含书中的文件，却写了网址“$target”；改为显示链接',
  'A build reads nothing from the network: download the file into the book and include it from there':
    '构建时不读取网络：请把文件下载到书中再包含',
  '"$target" is being included already, so including it here would never end':
    '“$target”正在被包含，在此再次包含将永无止境',
  'Remove this include, or select a part of the file with tags=name':
    '去掉这个 include，或用 tags=名称 只取文件的一部分',
  'Expected at most $limit included files in a page, found more; the rest is left out':
    '一页最多包含$limit个文件，实际更多；其余略去',
  'Look for files that include each other again and again': '请查找反复互相包含的文件',
  'This include asks for the tag "$tag", and "$target" has none of that name':
    '这个 include 要取标签“$tag”，但“$target”中没有',
  'Mark the part with tag::$tag[] and end::$tag[] in comments':
    '请在注释中用 tag::$tag[] 和 end::$tag[] 标出该部分',
  'This $kind block is never closed; it goes on to the end': '这个$kind块没有结束；一直延续到末尾',
  'Close it with the same line of characters that opens it, of the same length':
    '用与开头相同、长度一致的一行符号来结束它',
  'Expected a heading of level $level here, found level $other':
    '这里应是第$level级标题，却是第$other级',
  'Levels go down one at a time: == then === then ====': '标题逐级下降：先 ==，再 ===，再 ====',
  'The id "$id" of this $kind is used before': '这个$kind的 id“$id”前面已经用过',
  'Links lead to the first one; give this one another id': '链接指向第一个；请给这里换一个 id',
  'Expected callout <$next> next, found <$other>': '下一个标注应是 <$next>，却是 <$other>',
  'Number the callouts below the code in order: <1>, <2>, <3>, or write <.> for each':
    '代码下方的标注请按顺序编号：<1>、<2>、<3>，或都写作 <.>',
  'This line explains callout <$number>, and the code above has no such mark':
    '这一行解释标注 <$number>，但上面的代码中没有这个标记',
  'Put <$number> at the end of the line of code that it is about':
    '请把 <$number> 放在所指代码行的末尾',
  'Expected number $next in this list, found $other': '列表的下一个编号应是$next，却是$other',
  'The page counts for itself; write a dot (. item) to leave the numbers out':
    '编号会自动生成；写一个点（. 项）即可不写数字',
  'The last row of this table has too few cells and is left out':
    '表格最后一行的单元格不足，已略去',
  'Count the columns of cols= or of the first row; an empty cell is a single |':
    '请核对 cols= 或第一行的列数；空单元格写一个 |',
  'There is no footnote with the id "$id"': '没有 id 为“$id”的脚注',
  'Define it where it is used first: footnote:$id[text]': '请在首次使用处定义：footnote:$id[文字]',
  'The condition "$name" has no other end': '条件“$name”缺少另一端',
  'Each ifdef::, ifndef:: and ifeval:: block ends with endif::[]':
    '每个 ifdef::、ifndef::、ifeval:: 块都以 endif::[] 结束',
  '"$written" is not a template tag ($reason); it stays in the page as written':
    '“$written”不是模板标签（$reason）；按原样留在页面中',
  'If it is meant for readers, put it into backticks or between {% raw %} and {% endraw %}':
    '若是写给读者看的，请放在反引号中，或放在 {% raw %} 与 {% endraw %} 之间',
  'Expected "$close" after "$opening", found none before the end of the paragraph; it stays in the page as written':
    '“$opening”之后应有“$close”，到段落结束也没有找到；按原样留在页面中',
  'Expected "{% endraw %}" after "{% raw %}", found none; nothing below it is expanded':
    '“{% raw %}”之后应有“{% endraw %}”，却没有找到；其后的内容均不展开',
  'Expected "{% $needed %}" to go with "{% $name %}", found none; it stays in the page as written':
    '“{% $name %}”应与“{% $needed %}”成对，却没有找到；按原样留在页面中',
  'Nobody defines the tag "$name"; it stays in the page as written':
    '没有定义标签“$name”；按原样留在页面中',
  'Nobody defines the variable "$name"; the tag stays in the page as written':
    '没有定义变量“$name”；标签按原样留在页面中',
  'Nobody defines the filter "$name"; the tag stays in the page as written':
    '没有定义过滤器“$name”；标签按原样留在页面中',
  'Set it in the `variables` of book.json': '请在 book.json 的 `variables` 中设置它',
  'Check the name, or give a value for this case: {{ name | default("…") }}':
    '请核对名称，或为这种情况给出默认值：{{ name | default("…") }}',
  '"$path" has no value; nothing is printed': '“$path”没有值；不输出任何内容',
  '"$written" could not be expanded ($reason); it stays in the page as written':
    '无法展开“$written”（$reason）；按原样留在页面中',
  'Expected at most $limit failing tags in a page, found more; nothing in it is expanded':
    '一页中出错的标签最多$limit个，实际更多；整页均不展开',
  'This tag asks for "$written", and there is no such file; it stays in the page as written':
    '这个标签要读取“$written”，但没有这个文件；按原样留在页面中',
  'Paths are relative to the file that holds the tag; one that begins with "/" starts at the top of the book. With `ignore missing` nothing is shown instead':
    '路径相对于标签所在的文件；以“/”开头则从书的顶层算起。加上 `ignore missing` 可在缺少文件时不显示',
  'This tag asks for a file outside the book: "$written"; it stays in the page as written':
    '这个标签要读取书外的文件：“$written”；按原样留在页面中',
  'Move the file into the book, or include it from a repository with git+https://':
    '请把文件移到书中，或用 git+https:// 从仓库包含',
  'These files include each other: $chain; the last step is left out':
    '这些文件互相包含：$chain；最后一步略去',
  'Expected includes at most $limit deep, found more; the last one is left out':
    '包含最多嵌套$limit层，实际更深；最后一个略去',
  '"$written" could not be read from its repository: $reason; it stays in the page as written':
    '无法从仓库读取“$written”：$reason；按原样留在页面中',
  'The filter "$filter" gives another result in each build; $instead':
    '过滤器“$filter”每次构建的结果都不同；$instead',
  'The site is built without what this plugin added: $list': '网站不含这个插件添加的内容：$list',
  'The site is built without what these plugins added: $list': '网站不含这些插件添加的内容：$list',
  'Plugins are not run; take it out of "plugins" when the book can do without':
    '插件不会运行；若书不需要它，请从“plugins”中去掉',
  'Plugins are not run; take them out of "plugins" when the book can do without':
    '插件不会运行；若书不需要它们，请从“plugins”中去掉',
  'These settings of plugins have no counterpart and are not used: $list':
    '这些插件设置没有对应的功能，未被采用：$list',
  'Expected code to include from "$written", $why': '应从“$written”包含代码，$why',
  'Paths are relative to the page; "/" means the top of the book':
    '路径相对于页面；“/”表示书的顶层',
  'Expected "$file" to be a JSON file with "redirects", found none':
    '“$file”应是含有“redirects”的 JSON 文件，却没有找到',
  'Write { "redirects": [{ "from": "old.html", "to": "new.html" }] }, or use "redirects" in the configuration':
    '应写作 { "redirects": [{ "from": "old.html", "to": "new.html" }] }，或使用配置中的“redirects”',
}
