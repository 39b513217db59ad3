import type { ebooks as english } from '../en/ebooks.ts'
import type { Sayings } from '../said.ts'

/** 电子书。 */
export const ebooks: Sayings<typeof english> = {
  'ebook/unknown-language': ({ language, languages }) => [
    `这本书没有语言“${language}”`,
    languages.length < 2 ? '请去掉 --language' : `它有：${languages.join('、')}`,
  ],
  'ebook/unknown-chapter': ({ only, count }) => [
    `没有章节“${only}”`,
    `--only 可以写页面的文件，或 1 到 ${count} 的编号，例如 2 或 2-4；多个用逗号隔开`,
  ],
  'ebook/no-alternative': ({ standard }) => [
    `标准 ${standard} 要求这张图片有说明其内容的文字`,
    '写在方括号里：![长着芦苇的池塘](pond.png)；或用 "pdf.missingAlternative" 说明用什么代替',
  ],
  'ebook/missing-glyph': ({ character, code }) => [
    `这台机器的字体都没有“${character}”（${code}）`,
    '请安装含有它的字体，再生成 PDF',
  ],
  'ebook/no-font': ({ language, font }) => [
    `这台机器没有适合语言“${language}”的字体`,
    `请安装一种，例如 ${font}`,
  ],
  'ebook/no-compiler': ({ name }) => [
    `网站没有 PDF：排版用的 ${name} 尚未安装`,
    `npm install ${name}`,
  ],
  'ebook/not-set': ({ reason }) => `无法生成 PDF：${reason}`,
  'ebook/left-out': {
    frame: ({ count }) => [`${count} 个内嵌网页无法在电子书中显示`, '原处改为链接'],
    film: ({ count }) => [`${count} 段视频无法在电子书中显示`, '原处改为链接'],
    sound: ({ count }) => [`${count} 段音频无法在电子书中播放`, '原处改为链接'],
    object: ({ count }) => [`${count} 个内嵌对象无法在电子书中显示`, '原处改为链接'],
    form: ({ count }) => `${count} 个表单部件无法在电子书中使用，已略去`,
    script: ({ count }) => `${count} 段脚本无法在电子书中运行，已略去`,
    'web-picture': ({ count }) => [
      `${count} 张其他网站的图片在电子书中只是链接`,
      '把文件放进书里，就会显示',
    ],
    'picture-format': ({ count }) => [
      `${count} 张图片的格式是电子书阅读器不认识的`,
      'PNG、JPEG、GIF、WebP 和 SVG 可以显示',
    ],
    'broken-picture': ({ count }) => [
      `${count} 张图片无法读取：文件不完整或已损坏`,
      '从来源处重新保存图片',
    ],
    'file-link': ({ count }) => [
      `${count} 个指向网站文件的链接在电子书中无处可去`,
      '在 book.json 里写上“siteUrl”，这些链接就会指向网站',
    ],
    style: ({ count }) => [
      `样式表中有 ${count} 处无法在电子书中使用，已略去`,
      '电子书可以有元素、媒体和字体的规则，以及书里的文件',
    ],
    unscaled: () => [
      '电子书的图片没有缩小：缩小图片用的包尚未安装',
      'npm install @silvia-odwyer/photon-node',
    ],
    'pdf-style': ({ count }) => [
      `${count} 个样式表无法用于 PDF：PDF 不是由 HTML 生成的`,
      '纸张、页边距、字体和页眉页脚由 book.json 的“pdf”设置决定',
    ],
  },
}
