// Moving, renaming headings, and addresses that were promised. `$name` stands for what the message tells.

/** What `mv` and `urls` say, in Chinese by the English sentence. */
export const moves: Readonly<Record<string, string>> = {
  'Expected a page of the book before the "#", found "$path"': '“#”前应是书中的一页，却是“$path”',
  '"$path" has this name already': '“$path”已经是这个名字',
  'Expected a folder "$folder" for "$path", found a file of that name':
    '“$path”需要文件夹“$folder”，但那里有一个同名文件',
  '"$from" is a page, and a file called "$to" would be none':
    '“$from”是一页，名为“$to”的文件则不是',
  'Write "$path", or end the name with "/" if it is a folder':
    '请写“$path”；如果是文件夹，请在末尾加“/”',
  'A configuration is found by its name and its place': '配置文件靠名字和位置才能找到',
  '"$path" holds one language of the book together and stays where it is':
    '“$path”是一种语言的结构文件，不能移动',
  'Rename it yourself, and name it under "structure" in the configuration of that language; the folder of a language can be moved as a whole':
    '请自行改名，并写进该语言配置的 "structure"；语言的文件夹可以整个移动',
  '"$path" holds the book together, and its new place is outside of the content':
    '“$path”是书的结构文件，新位置却在内容之外',
  'Choose a name inside the content, or move the folder yourself and set "root" in the configuration':
    '请选内容之内的名字，或自行移动文件夹并在配置中设置 "root"',
  '"$path" holds the book together, and the configuration that must name its new place is a program':
    '“$path”是书的结构文件，而应写明其新位置的配置是程序',
  '"$path" has no heading "$name"': '“$path”中没有标题“$name”',
  '`handbook urls` lists the anchors of every page': '`handbook urls` 列出每页的锚点',
  '$count headings of "$path" are called "$name"': '“$path”中有$count个标题叫“$name”',
  'Name one by its anchor: $list': '请用锚点指明：$list',
  '"$id" is an id in "$path", and not that of a heading': '“$id”是“$path”中的 id，但不属于标题',
  'Change the id by hand; `handbook check` lists the links that then lead nowhere':
    '请手动修改这个 id；`handbook check` 会列出因此失效的链接',
  'The heading "$text" does not stand in "$path" as plain text on one line':
    '标题“$text”在“$path”中不是单独一行的普通文字',
  'It is written in HTML, on several lines, or by a template: change it by hand':
    '它写成了 HTML、跨了多行，或由模板生成：请手动修改',
  'A heading is renamed in its own page, and "$to" is another one than "$from"':
    '标题只能在本页改名，而“$to”与“$from”不是同一页',
  'Move the section by hand and redirect its anchor; `handbook check` lists the links to mend':
    '请手动移动这一节，并为其锚点写跳转；`handbook check` 会列出要修改的链接',
  '"$path" has a heading or id "$id" already': '“$path”中已有标题或 id“$id”',
  'Choose another anchor': '请换一个锚点',
  'Expected an anchor without spaces and brackets, found "$id"': '锚点不能有空格和括号，却是“$id”',
  'Letters of any script, digits, hyphens and underscores make a good one':
    '可用任何文字、数字、连字符和下划线',
  'Expected one line of text for a heading, found "$text"': '标题应是一行文字，却是“$text”',
  'Nothing was changed, because the book would have problems then that it does not have now: $count':
    '未作任何改动，因为之后会多出现在没有的问题：$count个',
  'Change the places that are shown by hand first, so that they do not depend on the name, or choose another name':
    '请先手动修改所示之处，使其不依赖这个名字，或换一个名字',
  'Readers who kept the address "#$id" of "$path" come to another heading now: "$text"':
    '保存了“$path”中地址“#$id”的读者，现在会到达另一个标题：“$text”',
  'Headings of the same text are numbered. Links in the book follow; an anchor of its own for each of them would hold for readers too':
    '文字相同的标题会被编号。书中的链接已随之修改；若各有自己的锚点，对读者也一直有效',
  '"$written" would lead to another place than now': '“$written”会指向与现在不同的地方',
  '"$path" would have another role in the book than now: start page, SUMMARY or glossary':
    '“$path”在书中的角色会与现在不同：首页、SUMMARY 或词汇表',
  '"$text" would not be a heading like the one before, or others would change with it':
    '“$text”不会成为与原来同级的标题，或会改变其他标题',
  'Choose another text, or change it by hand': '请换一种文字，或手动修改',
  'The address "$page" is promised to readers, and no page and no redirect answers to it':
    '地址“$page”已向读者承诺，但没有页面也没有跳转',
  'Add where it went to "redirects" of the configuration, or give the address up: handbook urls --forget "$address"':
    '请在配置的 "redirects" 中写明它去了哪里，或放弃这个地址：handbook urls --forget "$address"',
  'Git saw "$from" become "$to". Add to "redirects" of the configuration: $entry':
    '据 git，“$from”已改名为“$to”。请在配置的 "redirects" 中加上：$entry',
  'The address "$page#$id" is promised to readers, and the page has no heading or id of that name':
    '地址“$page#$id”已向读者承诺，但页面中没有这个标题或 id',
  'If this is what it became, add to "redirects" of the configuration: $entry':
    '如果它变成了这个，请在配置的 "redirects" 中加上：$entry',
  'Expected the address of a page, or an anchor after two spaces and "#"':
    '应是页面的地址，或两个空格和“#”之后的锚点',
  'Addresses begin at the top of the site: guide/install.html. Of a merge keep the lines of both sides, and take its marks away':
    '地址从网站顶层写起：guide/install.html。合并时请保留双方的行，并去掉合并标记',
  '"$address" is not in the list of addresses': '“$address”不在地址清单中',
  'An address is written as in the list: guide/install.html#steps':
    '地址的写法与清单中相同：guide/install.html#steps',
  '"$address" is an address of this book, and the next list would have it again':
    '“$address”是本书现有的地址，下一份清单仍会有它',
  'Only what has vanished can be forgotten; take away the page, the heading or the redirect first':
    '只能放弃已失效的地址；请先去掉相应的页面、标题或跳转',
}
