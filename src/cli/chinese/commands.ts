// The command line itself: what was typed wrongly. `$name` stands for what the message tells.

/** What is wrong with a command, in Chinese by the English sentence. */
export const commands: Readonly<Record<string, string>> = {
  'Unknown command "$word"': '没有命令“$word”',
  'Unknown option "$word"': '没有选项“$word”',
  '"$value" is no value for $flag': '$flag不能取值“$value”',
  '$flag needs a value': '$flag需要一个值',
  'Missing required argument "$name"': '缺少必需的参数“$name”',
  'Too many arguments for "$command". Expected $most argument but got $count':
    '“$command”的参数过多：最多$most个，实际$count个',
  'Too many arguments for "$command". Expected $most arguments but got $count':
    '“$command”的参数过多：最多$most个，实际$count个',
  '`handbook $command --help` lists what is possible': '`handbook $command --help` 列出可用的选项',
  '`handbook --help` lists what is possible': '`handbook --help` 列出可用的命令',
  '`handbook build $word` builds the book in that folder':
    '`handbook build $word` 构建那个文件夹中的书',
  'The commands are $list; `handbook --help` explains them':
    '可用的命令有$list；`handbook --help` 有说明',
  'A port is a number from 0 to 65535': '端口是 0 到 65535 的数字',
  'It is "human" or "json"': '可取“human”或“json”',
  'It is one of $list': '可取$list之一',
  'It is a number such as 0': '应是数字，例如 0',
  'Expected a title of 1 to 200 characters on one line': '应当是一行、1 到 200 个字符的书名',
  'Expected languages such as "en" or "en, zh-hans", each once':
    '应当是“en”或“en, zh-hans”这样的语言，不重复',
  'Expected an address such as https://github.com/owner/name, or "none"':
    '应当是 https://github.com/owner/name 这样的地址，没有就写“none”',
  'Plugins need no installation: leave this command out': '插件无需安装：去掉这条命令即可',
  '`handbook check` shows every problem of a book': '`handbook check` 列出书的全部问题',
  'handbook makes websites; to get a PDF, print a page of the site from a browser':
    'handbook 生成网站；要得到 PDF，请在浏览器中打印网站的页面',
  'Choose another port with --port': '请用 --port 换一个端口',
  'Choose another port with --port, or leave out --strict-port':
    '请用 --port 换一个端口，或去掉 --strict-port',
  'Is "$host" an address of this computer, and may you use that port? Try it without --host and --port':
    '“$host”是本机的地址吗？端口允许使用吗？请去掉 --host 和 --port 再试',
  '--update-baseline needs --baseline <file>': '--update-baseline 需要同时写 --baseline <文件>',
  'There is no code "$code"': '没有代码“$code”',
  '`handbook explain` lists all codes': '`handbook explain` 列出全部代码',
  'handbook stopped unexpectedly': 'handbook 意外中止',
  'This is a mistake in handbook, not in your book. Please report it with the lines above and what you did':
    '这是 handbook 的错误，不是书的错误。请把上面的内容和你的操作一并报告',
}
