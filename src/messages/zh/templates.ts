import type { templates as english } from '../en/templates.ts'
import { type Sayings, includedFile, short, apiFileName } from '../said.ts'
import { because } from './reasons.ts'

const KEPT = '按原样留在页面中'
const TAG_KEPT = '标签按原样留在页面中'
const RAW = '若是写给读者看的，请放在反引号中，或放在 {% raw %} 与 {% endraw %} 之间'

/** 页面中的标签，以及布局。 */
export const templates: Sayings<typeof english> = {
  'template/syntax': {
    tag: ({ written, reason }) => [
      `“${short(written)}”不是模板标签（${because(reason)}）；${KEPT}`,
      includedFile(written) === undefined ? RAW : `请写成 {% include "${includedFile(written)}" %}`,
    ],
    unclosed: ({ opening, close }) => [
      `“${opening}”之后应有“${close}”，到段落结束也没有找到；${KEPT}`,
      `请在结束处写“${close}”；若是给读者看的，请放进反引号，或放在 {% raw %} 和 {% endraw %} 之间`,
    ],
    torn: ({ meant }) => [
      '标签末尾应有“%}”，这一行里却没有找到；按在行末结束处理',
      `请写成 ${meant}`,
    ],
    'unclosed-raw': [
      '“{% raw %}”之后应有“{% endraw %}”，却没有找到；其后的内容均不展开',
      '请在模板重新起作用的地方写 {% endraw %}',
    ],
    unpaired: ({ name, expected }) => [
      `“{% ${name} %}”应与“{% ${expected} %}”成对，却没有找到；${KEPT}`,
      expected.startsWith('end')
        ? `请在结束处写 {% ${expected} %}；若是给读者看的，请放在 {% raw %} 和 {% endraw %} 之间`
        : `请删除它，或在开始处写 {% ${expected} … %}；若是给读者看的，请放在 {% raw %} 和 {% endraw %} 之间`,
    ],
  },
  'template/unknown-tag': {
    tag: ({ name }) => [`没有定义标签“${name}”；${KEPT}`, RAW],
    block: ({ name }) => [
      `块“${name}”不能从这里开始；${KEPT}`,
      `把 {% ${name} %} 单独写一行，内容之后再单独写一行 {% end${name} %}`,
    ],
  },
  'component/no-end': ({ name, expected }) => [
    `应有“${expected}”来结束块“${name}”，却没有找到；它随外层的块结束，或在下一个同类块开始处、下一个标题处结束`,
    `请在块结束处单独一行写上 ${expected}`,
  ],
  'component/no-address': ({ name }) => [
    `块“${name}”没有写明指向哪里；除其中的内容外什么也不显示`,
    '请写上地址，例如 url="https://example.org/"，或删除这个块',
  ],
  'component/no-api': {
    document: ({ name }) => [
      `书中没有接口“${name}”的描述文件；其操作只显示地址`,
      `请将它放入书中，并在 book.json 中写明位置："openapi": { "${name}": "${apiFileName(name)}" }`,
    ],
    file: ({ name }) => [
      `书中没有接口“${name}”的描述文件；其操作只显示地址`,
      '请将文件放到该处，或改正路径',
    ],
    unreadable: ({ name }) => [
      `“${name}”应是 OpenAPI 描述文件，但该文件不是描述文件或无法读取；其操作只显示地址`,
      '请检查它是否是 YAML 或 JSON，以及其中是否有 "paths"、"webhooks" 或 "components"',
    ],
    operation: ({ name, path }) => [
      `描述“${name}”中应有操作“${path}”，却没有找到`,
      '请核对路径和方法',
    ],
    schema: ({ name, path }) => [
      `描述“${name}”中应有模式“${path}”，却没有找到；已略去`,
      '请核对名称，大小写须一致',
    ],
  },
  'component/no-block': {
    container: ({ name }) => [
      `没有名为“::: ${name}”的块；已按文字显示`,
      '手册的“块”一章列有名称，例如 `::: note`',
    ],
    admonition: ({ marks, kind }) => [
      `“${marks}”是 MkDocs 的写法；这里按文字显示`,
      `请在文字前写 ::: ${kind}，在文字后写 :::，并去掉缩进`,
    ],
  },
  'component/stray-end': ({ name }) => [
    `“{% ${name} %}”不结束任何块；已略去`,
    `请删除它，或在块开始处写上 {% ${name.replace(/^end/, '')} %}`,
  ],
  'component/unknown': {
    block: ({ name, count }) => [
      `没有定义块“${name}”${times(count)}；只显示其内容`,
      `可以用文件“_layouts/components/${name}.hbs”说明它的样子`,
    ],
    line: ({ name, count }) => [
      `块“${name}”不能从一行文字中间开始${times(count)}；只显示其内容`,
      `把 {% ${name} %} 单独写一行，内容之后再单独写一行 {% end${name} %}`,
    ],
    misspelled: ({ name, meant }) => [
      `没有定义块“${name}”；结束标签写的是“${meant}”，因此按“${meant}”处理`,
      `请把 {% ${name} … %} 写成 {% ${meant} … %}`,
    ],
    attribute: ({ name, written, meant }) => [
      `块“${name}”没有名为“${written}”的属性；已略去`,
      `请写成 ${meant}="…"`,
    ],
    part: ({ name, count, within }) => [
      `“{% ${name} %}”只在块“${within}”中有意义${times(count)}；已略去`,
      `请在它之前写 {% ${within} %}，在最后一个同类标签结束处写 {% end${within} %}`,
    ],
  },
  'template/unknown-variable': {
    print: ({ name }) => [`没有定义变量“${name}”；${TAG_KEPT}`, RAW],
    condition: ({ name }) => [`没有定义变量“${name}”；在这个条件中它没有值`, RAW],
  },
  'template/unquoted-file': ({ written }) => [
    `文件名应加引号，“${written}”却没有；${TAG_KEPT}`,
    `请写成带引号的 "${written}"`,
  ],
  'template/unknown-filter': ({ name }) => [`没有定义过滤器“${name}”；${TAG_KEPT}`, RAW],
  'template/undefined-value': ({ path }) => [
    `“${path}”没有值；不输出任何内容`,
    path.startsWith('book.')
      ? '请在 book.json 的 `variables` 中设置它'
      : path === 'file.mtime'
        ? '日期来自 git：请提交该页面'
        : '请核对名称，或为这种情况给出默认值：{{ name | default("…") }}',
  ],
  'template/unreadable-value': ({ written }) => [
    `无法读懂表达式“${short(written)}”；它按原样留在页面中`,
    '表达式可以有字面量、名称、运算符、`a ? b : c` 以及文本和列表的方法',
  ],
  'template/failed': {
    tag: ({ written, reason }) => `无法展开“${short(written)}”（${because(reason)}）；${KEPT}`,
    condition: ({ written, reason }) =>
      `无法判断条件“${short(written)}”（${because(reason)}）；按不成立处理，其中的内容不显示`,
    page: ({ written, reason }) =>
      `工作量超出一页所能需要的，停在“${short(written)}”（${because(reason)}）；整页均不展开`,
  },
  'template/missing-include': ({ written }) => [
    `这个标签要读取“${written}”，但没有这个文件；${KEPT}`,
    '路径相对于标签所在的文件；以“/”开头则从书的顶层算起。加上 `ignore missing` 可在缺少文件时不显示',
  ],
  'template/missing-content': ({ written }) => [
    `仓库中没有这段内容：“${short(written)}”；此处不显示任何内容`,
    'GitBook.com 不会同步空间之间共享的内容：请将文字写入 .gitbook/includes 中的文件，并指向该文件',
  ],
  'template/missing-part': ({ written, part }) => [
    `这个标签要读取“${written}”的“${part}”，但其中没有；${KEPT}`,
    '可以写行号，如 2:10；也可以写文件的注释中标出的名称：ANCHOR: 名称 与 ANCHOR_END: 名称',
  ],
  'template/outside-book': ({ written }) => [
    `这个标签要读取书外的文件：“${written}”；${KEPT}`,
    '请把文件移到书中，或用 git+https:// 从仓库包含',
  ],
  'template/include-cycle': ({ chain }) => `这些文件互相包含：${chain.join(' → ')}；最后一步略去`,
  'template/include-depth': ({ limit }) => `包含最多嵌套 ${limit} 层，实际更深；最后一个略去`,
  'template/git-include': ({ written, reason }) =>
    `无法从仓库读取“${short(written)}”：${because(reason)}；${KEPT}`,
  'template/not-deterministic': ({ filter }) =>
    `过滤器“${filter}”每次构建的结果都不同；${filter === 'random' ? '改为取第一项' : '改为显示日期本身'}`,
  'layout/syntax-error': ({ reason }) => [
    `无法读取该布局：${because(reason)}`,
    '每个 {{#if}}、{{#each}} 都要有 {{/if}}、{{/each}}，每个 {{ 都要有 }}',
  ],
  'layout/unknown-helper': ({ name, known }) => [
    `这里应是助手函数，“${name}”却不是`,
    `可用的助手函数有 ${known.join('、')}`,
  ],
  'layout/wrong-use': {
    form: ({ name, form, found }) => `“${name}”应写成 ${form}，却是 ${found}`,
    count: ({ name, least, most, found }) =>
      `“${name}”应有 ${least === most ? least : `${least} 到 ${most}`} 个参数，却有 ${found} 个`,
  },
  'layout/unknown-partial': ({ name }) => [
    `这里应是局部模板，却没有找到“${name}”的文件`,
    `请创建 _layouts/partials/${name}.hbs`,
  ],
  'layout/dynamic-partial': [
    '这里应是局部模板的名称，却是表达式',
    '请用 {{#if}} 和 {{else}} 选择局部模板',
  ],
  'layout/unknown-label': ({ key }) => `这里应是界面文字的键，却是“${key}”`,
  'layout/cannot-render': ({ reason }) => [
    `这个布局无法使用：${because(reason)}；改用主题自带的布局`,
    '调用自己的片段需要一个会结束的条件，例如 {{#if children}}',
  ],
  'layout/circle': ({ names }) => [
    `这个片段总会调用自己：${names.join(' > ')}`,
    '请放在 {{#if}} 或 {{#each}} 里调用',
  ],
}

function times(count: number): string {
  return count > 1 ? `（本页中有 ${count} 处）` : ''
}
