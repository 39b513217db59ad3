// The rules of `check`, those of the house and `mv`. `$name` stands for what the message tells.

/** What `check` and `mv` say, in Chinese by the English sentence. */
export const rules: Readonly<Record<string, string>> = {
  'Nothing is at $url any more: $why': '$url已经失效：$why',
  'Look for its new place, or for a copy in the Web Archive': '请查找新地址，或在网页存档中找副本',
  '$url has moved for good to $to': '$url已永久移到$to',
  'Nobody can tell whether $url is there: $why': '无法判断$url是否还在：$why',
  'Open it in a browser; "check": {"ignoreLinks": [...]} in book.json leaves addresses out':
    '请用浏览器打开看看；book.json 中的 "check": {"ignoreLinks": [...]} 可排除某些地址',
  'Expected configuration files only in $list, found this one elsewhere':
    '配置文件只应放在$list中，这个文件却在别处',
  'Move it to "$folder"': '请移到“$folder”',
  'Expected pages at most one folder deep, found one in "$folder"':
    '页面最多放在一层文件夹中，却有一页在“$folder”中',
  'Expected pages at most $most folders deep, found one in "$folder"':
    '页面最多放在$most层文件夹中，却有一页在“$folder”中',
  'Move it up to "$folder"': '请上移到“$folder”',
  'Expected a name of English letters, digits and hyphens, found "$wrong"':
    '文件名应由英文字母、数字和连字符组成，却是“$wrong”',
  'Expected a name like /$written/, found "$wrong"': '文件名应符合 /$written/，却是“$wrong”',
  'Rename it, and mend the links that lead to it': '请改名，并修正指向它的链接',
  '"$word" is not a word of this book': '本书不用“$word”一词',
  'Expected front matter with "$key", found none': '页首信息中应有“$key”，却没有',
  'Begin the page with three dashes, $key: …, and three dashes':
    '页面开头写三个短横线、$key: …，再写三个短横线',
  'Expected no front matter but $list, found "$key"': '页首信息只应有$list，却有“$key”',
  'Expected images of at most $most kB, found one of $size kB':
    '图片最大为$most kB，这张却有$size kB',
  'Save it smaller, or in another format: WebP for photographs, SVG for drawings':
    '请压缩，或换一种格式：照片用 WebP，图形用 SVG',
  'Expected images of at most $most pixels across, found one of $size':
    '图片最宽为$most像素，这张却有$size像素',
  'No page shows so many: save it smaller': '页面显示不了这么多像素：请缩小',
  'Expected images in "$folders", found this one elsewhere': '图片应放在“$folders”中，这张却在别处',
  'Move it, and mend the links of the pages that show it': '请移动它，并修正引用它的页面',
  'Expected every page in "$summary", and this one is not there':
    '每一页都应列入“$summary”，这一页没有',
  'Add a line to $summary, or leave the file out with .bookignore':
    '请在$summary中加一行，或用 .bookignore 排除该文件',
  'Expected an image of the book, found one on $host': '图片应在书中，这张却在$host上',
  'Download it into the images folder: other servers vanish, and they learn who reads the book':
    '请下载到图片文件夹：别的服务器可能消失，还会得知谁在读这本书',
  'Write $better': '应写作$better',
  'Write "$better"': '应写作“$better”',
  'There is no rule "$code"': '没有规则“$code”',
  '`handbook explain` lists them all': '`handbook explain` 列出全部',
  'The options of "$code" are wrong: $reason': '规则“$code”的选项有误：$reason',
  '`handbook explain $code` lists its options': '`handbook explain $code` 列出它的选项',
  'Expected a problem "$code" for this exception, found none':
    '这条例外针对“$code”，却没有这样的问题',
  'Remove the comment, so that it does not hide the next one': '请删除这条注释，以免掩盖下一个问题',
  'Expected each page once in SUMMARY, found "$target" again':
    '每一页在 SUMMARY 中只应出现一次，“$target”却再次出现',
  'Next and previous follow the first entry. Remove this one, or point it to a heading of the page':
    '上一页、下一页以第一项为准。请去掉这一项，或让它指向页中的某个标题',
  'First listed here': '首次列出在此',
  'Expected the brackets of a link to be [ ] and ( ), found full-width ones; it is shown as text':
    '链接的括号应是半角 [ ] 和 ( )，却是全角；按文字显示',
  'Expected an address, found the full-width $signs in it': '这里应是地址，其中却有全角的$signs',
  'Expected an ASCII $sign in this code, found the full-width $other':
    '代码中应是半角$sign，却是全角的$other',
  'Whoever copies this line gets an error. Type it with the input method switched off':
    '复制这一行的人会得到错误。请关闭输入法后重新输入',
  'Expected a heading of level $most at most after one of level $above, found level $level: "$text"':
    '第$above级标题之后最多是第$most级，却是第$level级：“$text”',
  'Make it level $level: screen readers show the headings of a page as a tree':
    '请改为第$level级：读屏软件把页面的标题显示为一棵树',
  'Expected a file of the book in <$tag $attribute>, found "$value", which does not exist':
    '<$tag $attribute> 应指向书中的文件，却是不存在的“$value”',
  'Expected an id of this page in <$tag $attribute>, found "$id", which no element has':
    '<$tag $attribute> 应写本页的 id，却是没有元素拥有的“$id”',
  'This link has no text: nobody can see or hear it (it leads to "$written")':
    '这个链接没有文字：看不见也听不到（它指向“$written”）',
  'Say where it leads between the brackets': '请在方括号中写明它指向哪里',
  '"$text" does not say where this link leads': '“$text”没有说明链接指向哪里',
  'Make the words a link that name what is there; a screen reader lists links without their sentence':
    '请把说明目标的词语做成链接；读屏软件会脱离句子单独列出链接',
  'Expected text, found the markers of an unfinished merge': '这里应是正文，却是未完成合并的标记',
  'Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>':
    '请保留其中一个版本，并删除 <<<<<<<、=======、>>>>>>> 这几行',
  'The conflict ends here': '冲突到此为止',
  'This image has no text for those who cannot see it: "$written"':
    '这张图片没有供看不见的人使用的文字：“$written”',
  'Say what it shows: alt="…"; alt="" means that it is only decoration':
    '请写明图中内容：alt="…"；alt="" 表示仅作装饰',
  'Say what it shows between the brackets, or in a title above it':
    '请在方括号中，或在图片上方的标题中写明图中内容',
  'Name the columns in the first row, with [%header] above the table; a screen reader says the header before each cell':
    '请在第一行写列名，并在表格上方写 [%header]；读屏软件会在每个单元格前读出表头',
  'Say what it shows between the brackets; decoration is <img src="…" alt="">':
    '请在方括号中写明图中内容；装饰图写作 <img src="…" alt="">',
  'Expected a page in the language "$language", found one mostly in $name letters':
    '这一页的语言应是“$language”，内容却大多是$name文字',
  'Translate it, or give it an edition of its own in LANGS.md: screen readers speak it with the wrong voice':
    '请翻译它，或在 LANGS.md 中为它单列一个版本：读屏软件会用错误的语音朗读',
  'The book does not name its language, so it counts as English; most of it is in $name letters':
    '本书没有声明语言，因此按英语处理；内容却大多是$name文字',
  'The book says that its language is "$language", and most of it is in $name letters':
    '本书声明的语言是“$language”，内容却大多是$name文字',
  'Write "language": "$tag" in book.json: search, hyphenation and screen readers depend on it':
    '请在 book.json 中写 "language": "$tag"：搜索、断词和读屏软件都要用到',
  'Expected this table to have headers, found none': '表格应有表头，却没有',
  'Name the columns in the first row (in HTML with <th>); a screen reader says the header before each cell':
    '请在第一行写列名（HTML 用 <th>）；读屏软件会在每个单元格前读出表头',
  'No reader can reach this page: neither SUMMARY nor a link nor an include leads to it':
    '读者无法到达这一页：SUMMARY、链接和包含都没有指向它',
  'Add it to SUMMARY, or leave it out of the site with .bookignore':
    '请加入 SUMMARY，或用 .bookignore 排除在网站之外',
  'This file is published, and nothing in the book names it':
    '这个文件会发布，但书中没有任何地方提到它',
  'Delete it, or leave it out of the site with .bookignore':
    '请删除，或用 .bookignore 排除在网站之外',
  'There is no file or folder "$path" in the book': '书中没有文件或文件夹“$path”',
  '"$path" exists already, and nothing is ever replaced': '“$path”已经存在，而移动从不覆盖文件',
  'Choose another name, or move that file away first': '请换个名字，或先把那个文件移走',
  '"$path" holds the book together and stays where it is': '“$path”是书的结构文件，不能移动',
  'Rename it yourself, and name it under "structure" in the configuration':
    '请自行改名，并在配置的“structure”中写明',
  '"$path" is a page of the language in "$root", and its new place is not':
    '“$path”是“$root”中那种语言的页面，新位置却不是',
  'Choose a name that begins with "$root"': '新名字应以“$root”开头',
  '"$path" is outside the book': '“$path”在书外',
  'Both names are relative to the folder of the book, which --book names':
    '两个名字都相对于 --book 指定的书的文件夹',
  'Old addresses lead nowhere until "$file" has redirects for them':
    '在“$file”中写上跳转之前，旧地址无法访问',
  'Add to it: redirects: $pairs': '请加上：redirects: $pairs',
  'There is no folder "$folder"': '没有文件夹“$folder”',
  '`handbook init $folder` begins a book there': '`handbook init $folder` 可在那里新建一本书',
  '$flags changed nothing, because the folder holds a book already':
    '$flags没有作用，因为文件夹里已经有一本书',
  'Write the title, the language and the repository into book.json':
    '书名、语言和仓库请写在 book.json 里',
  '"$file" is a file, and a book is a folder': '“$file”是文件，而书应是文件夹',
  'Name the folder that holds it: "$folder"': '请写它所在的文件夹：“$folder”',
  '$names has no meaning any more and can be left out': '$names已不起作用，可以去掉',
  '$names have no meaning any more and can be left out': '$names已不起作用，可以去掉',
  '"$target" was not created, because $because': '没有创建“$target”，因为$because',
  'Only files inside the folder of the book are created; change the target in SUMMARY':
    '只创建书的文件夹之内的文件；请修改 SUMMARY 中的路径',
  '"$target" could not be created: $reason': '无法创建“$target”：$reason',
  'There is no baseline "$file"': '没有基线文件“$file”',
  '`handbook check --baseline $file --update-baseline` writes one':
    '`handbook check --baseline $file --update-baseline` 可生成它',
  'Expected a baseline of handbook in "$file", found something else':
    '“$file”应是 handbook 的基线文件，却不是',
  '`handbook check --baseline $file --update-baseline` writes it anew':
    '`handbook check --baseline $file --update-baseline` 可重新生成它',
}
