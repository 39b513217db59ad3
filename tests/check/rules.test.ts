import { describe, expect, test } from 'vitest'
import { check, found, onePage } from './support.ts'

const findings = async (text: string, pattern: RegExp): Promise<readonly string[]> =>
  found(await check(onePage(text)), pattern)

describe('places', () => {
  test('count UTF-16 units behind Chinese, emoji and tabs', async () => {
    expect(await findings('# 标题\n\n文字\t😀 ![](a.png)\n', /alt/)).toEqual([
      'accessibility/missing-alt README.md:3:7-17',
    ])
  })

  test('are those of the source below front matter and with CRLF', async () => {
    const text =
      '---\r\ntitle: 一\r\n---\r\n\r\n# A\r\n\r\n[here](https://handbook.example.com/)\r\n'
    expect(await findings(text, /link-text/)).toEqual(['accessibility/link-text README.md:7:1-38'])
  })

  test('are those of the included file, once for all pages that include it', async () => {
    const contents = {
      ...onePage('# A\n\n[b](b.md)\n\n{% include "part.md" %}\n'),
      'b.md': '# B\n\n{% include "part.md" %}\n',
      'part.md': '前文 [](README.md) [点击这里](README.md#x)\n',
    }
    const checked = await check(contents)
    expect(found(checked, /link-text/)).toEqual([
      'accessibility/link-text part.md:1:4-17',
      'accessibility/link-text part.md:1:18-37',
    ])
  })

  test('an empty page has nothing wrong', async () => {
    expect(await findings('', /^(?:check|accessibility)/)).toEqual([])
  })
})

describe('accessibility', () => {
  test.each([
    ['![图](a.png)', []],
    ['<img src="a.png" alt="">', []],
    ['<img src="a.png" aria-hidden="true">', []],
    ['<img src="a.png">', ['accessibility/missing-alt README.md:1:1-18']],
    [
      '<table data-view="cards"><thead><tr><th></th><th data-card-cover data-type="image"></th></tr></thead><tbody><tr><td>x</td><td><a href="a.png">a.png</a></td></tr></tbody></table>',
      [],
    ],
    ['text <img src="a.png" title="x"> text', ['accessibility/missing-alt README.md:1:6-33']],
    ['[![](a.png)](README.md)', ['accessibility/missing-alt README.md:1:2-12']],
    ['`![](a.png)`', []],
  ])('finds images without text: %s', async (text, expected) => {
    expect(await findings(text, /alt$/)).toEqual(expected)
  })

  test.each([
    ['[**Here**!](README.md)', 1],
    ['[点击「这里」](README.md)', 1],
    ['<a href="README.md"> link </a>', 1],
    ['<a href="README.md" aria-label="Start of the book">here</a>', 0],
    ['<a name="x"></a>', 0],
    ['## Vars <a href="#vars" id="vars"></a>', 0],
    ['## Vars <a href="#other" id="vars"></a>', 1],
    ['[](README.md)', 1],
    ['[![A board](a.png)](README.md)', 0],
    ['[Here you are](README.md)', 0],
    ['https://handbook.example.org', 0],
  ])('finds links that say nothing: %s', async (text, count) => {
    expect(await findings(text, /link-text/)).toHaveLength(count)
  })

  test('counts headings of quotations for themselves', async () => {
    expect(await findings('# A\n\n> #### Note\n\n## B\n\n#### C\n', /heading-order/)).toEqual([
      'accessibility/heading-order README.md:7:6-7',
    ])
  })

  test('leaves tables that only arrange things alone', async () => {
    const images = '<table><tr><td><img src="a.png" alt=""></td></tr></table>\n'
    const named = '<table><tr><th>A</th></tr><tr><td>1</td></tr></table>\n'
    expect(await findings(`${images}\n${named}`, /table/)).toEqual([])
  })

  test('hears in which letters a book is written', async () => {
    const chinese = `# 集群\n\n${'这是一本关于集群的书，讲述如何安装和配置。'.repeat(10)}\n`
    const misnamed = await check(onePage(chinese, { language: 'ru' }))
    expect(found(misnamed, /language/)).toEqual(['accessibility/page-language book.json'])
    const unnamed = await check(onePage(chinese, {}))
    expect(found(unnamed, /language/)).toEqual([])
    const named = await check(onePage(chinese, { language: 'zh-hans' }))
    expect(found(named, /language/)).toEqual([])
  })
})

describe('full-width punctuation', () => {
  test.each([
    ['```bash\necho “a b”\n```', 2],
    ['```bash\necho "：" # 注释（一）\n```', 0],
    ['```bash\n完成：一\n```', 0],
    ['```sh\ncurl http：//host\n```', 1],
    ['```js\nconst a = “x”\n```', 0],
    ['```yaml\nname：web\n```', 1],
    ['```yaml\nname: 名字（一）\n```', 0],
    ['```json\n{“a”：1}\n```', 3],
    ['[a](https://handbook.example.org/一（二）三)', 0],
    ['[a]（README.md）', 1],
    ['[1]（见下文）', 0],
    ['`[a]（README.md）`', 0],
  ])('is found where it breaks something: %s', async (text, count) => {
    expect(await findings(text, /full-width/)).toHaveLength(count)
  })
})

test('takes the end of a sentence out of an address', async () => {
  const { diagnostics } = await check(
    onePage('见 [a](https://handbook.example.org/a）。) 和 [b](＃结构)\n'),
  )
  const hints = diagnostics
    .filter(({ code }) => /full-width/.test(code))
    .map(({ args }) => args?.['better'])
  expect(hints).toEqual(['https://handbook.example.org/a', '#结构'])
})

describe('merge conflicts', () => {
  const conflict = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'

  test('are errors, unless they are shown as code', async () => {
    expect(await findings(`# A\n\n${conflict}`, /merge/)).toEqual([
      'check/merge-conflict README.md:3:1-13',
    ])
    expect(await findings(`# A\n\n\`\`\`\n${conflict}\`\`\`\n`, /merge/)).toEqual([])
  })

  test.each([
    ['----', []],
    ['....', []],
    ['====', ['check/merge-conflict a.adoc']],
    ['', ['check/merge-conflict a.adoc']],
  ])('in AsciiDoc between lines of %j', async (line, wanted) => {
    const checked = await check({
      ...onePage('# A\n\n[b](a.adoc)\n'),
      'a.adoc': `= A\n\n[source,html]\n${line}\n${conflict}${line}\n`,
    })
    expect(found(checked, /merge/).map((one) => one.replace(/:.*/, ''))).toEqual(wanted)
  })
})

describe('reach', () => {
  test('knows what pages, style sheets and configuration use', async () => {
    const checked = await check({
      ...onePage('# A\n\n![图](images/a%20b.png)\n\n<video src="v.mp4"></video>\n'),
      'images/a b.png': 'x',
      'v.mp4': 'x',
      'styles/website.css': 'body { background: url("../images/板.png") }',
      'images/板.png': 'x',
      'images/lost.png': 'x',
      'part.md': 'lost',
      'LICENSE.md': 'free',
    })
    expect(found(checked, /unused-file|unreachable/)).toEqual([
      'check/unused-file images/lost.png',
      'check/unreachable-page part.md',
    ])
  })
})

describe('exceptions', () => {
  test('hold for the next line, or to the end of the page', async () => {
    const text = [
      '<!-- handbook-disable-next-line accessibility/missing-alt -->',
      '![](a.png)',
      '',
      '![](a.png)',
      '',
      '<!-- handbook-disable accessibility/missing-alt, images/missing-file -->',
      '',
      '![](a.png)',
      '',
      '<!-- handbook-enable accessibility/missing-alt, images/missing-file -->',
      '',
      '![](a.png)',
    ]
    expect(await findings(text.join('\r\n'), /missing-alt|unused-exception/)).toEqual([
      'accessibility/missing-alt README.md:4:1-11',
      'accessibility/missing-alt README.md:12:1-11',
    ])
  })

  test('are remarked on when nothing needs them', async () => {
    expect(await findings('<!-- handbook-disable links/missing-file -->\n', /exception/)).toEqual([
      'check/unused-exception README.md:1:1-45',
    ])
  })
})

const config = (rules: object, ignore: readonly string[] = []): object => ({
  language: 'en',
  check: { rules, ignore },
})

describe('settings', () => {
  test('change severities of rules and of what a build reports', async () => {
    const rules = { 'links/missing-file': 'error', 'accessibility/missing-alt': 'off' }
    const { diagnostics } = await check(onePage('[a](b.md) ![](c.png)\n', config(rules)))
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['links/missing-file', 'error'],
      ['images/missing-file', 'warning'],
    ])
  })

  test('ignore files', async () => {
    const checked = await check({ ...onePage('# A\n', config({}, ['old/'])), 'old/a.md': 'a' })
    expect(checked.diagnostics).toEqual([])
  })

  test('an error of a build stays one', async () => {
    const rules = { 'check/merge-conflict': 'info', 'layout/syntax-error': 'off' }
    const contents = onePage('# A\n', config(rules))
    const checked = await check({ ...contents, '_layouts/partials/footer.hbs': '{{#if}' })
    expect(found(checked, /syntax-error/)).toHaveLength(1)
  })
})
