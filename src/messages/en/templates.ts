// Tags in pages, and layouts.
import {
  type Lists,
  type Near,
  type Numbers,
  type Said,
  type Texts,
  includedFile,
  short,
  apiFileName,
} from '../said.ts'
import { type Because, because } from './reasons.ts'

const KEPT = 'it stays in the page as written'
const TAG_KEPT = 'the tag stays in the page as written'
const RAW =
  'If it is meant for readers, put it into backticks or between {% raw %} and {% endraw %}'

/** What is wrong with templates. */
export const templates = {
  'template/syntax': {
    tag: ({ written, reason }: Texts<'written'> & Because): Said => [
      `"${short(written)}" is not a template tag (${because(reason)}); ${KEPT}`,
      includedFile(written) === undefined ? RAW : `Write {% include "${includedFile(written)}" %}`,
    ],
    unclosed: ({ opening, close }: Texts<'opening' | 'close'>): Said => [
      `Expected "${close}" after "${opening}", found none before the end of the paragraph; ${KEPT}`,
      `Write "${close}" where it ends, or put it into backticks or between {% raw %} and {% endraw %}`,
    ],
    torn: ({ meant }: Texts<'meant'>): Said => [
      'Expected "%}" at the end of the tag, found none in its line; the tag is read as if it ended there',
      `Write ${meant}`,
    ],
    'unclosed-raw': [
      'Expected "{% endraw %}" after "{% raw %}", found none; nothing below it is expanded',
      'Write {% endraw %} where templates may begin again',
    ],
    unpaired: ({ name, expected }: Texts<'name' | 'expected'>): Said => [
      `Expected "{% ${expected} %}" to go with "{% ${name} %}", found none; ${KEPT}`,
      expected.startsWith('end')
        ? `Write {% ${expected} %} where it ends; if readers are to see it, put it between {% raw %} and {% endraw %}`
        : `Remove it, or write {% ${expected} … %} where it begins; if readers are to see it, put it between {% raw %} and {% endraw %}`,
    ],
  },
  'template/unknown-tag': {
    tag: ({ name }: Near<'name'>): Said => [`Nobody defines the tag "${name}"; ${KEPT}`, RAW],
    block: ({ name }: Texts<'name'>): Said => [
      `The block "${name}" cannot begin here; ${KEPT}`,
      `Write {% ${name} %} on a line of its own, and {% end${name} %} on another after its content`,
    ],
  },
  'component/no-end': ({ name, expected }: Texts<'name' | 'expected'>): Said => [
    `Expected "${expected}" to end the block "${name}", found none; it ends with the block around it, before the next of its kind, or at the next heading`,
    `Write ${expected} on a line of its own where the block ends`,
  ],
  'component/no-address': ({ name }: Texts<'name'>): Said => [
    `The block "${name}" says nothing of where it leads; nothing of it is shown but what stands in it`,
    'Write the address, as in url="https://example.org/", or remove the block',
  ],
  'component/no-api': {
    document: ({ name }: Texts<'name' | 'path'>): Said => [
      `The description of the interface "${name}" is not in the book; its operations are shown by their addresses alone`,
      `Put it into the book, and say where in book.json: "openapi": { "${name}": "${apiFileName(name)}" }`,
    ],
    file: ({ name }: Texts<'name' | 'path'>): Said => [
      `The description of the interface "${name}" is not in the book; its operations are shown by their addresses alone`,
      'Put the file there, or mend the path',
    ],
    unreadable: ({ name }: Texts<'name' | 'path'>): Said => [
      `Expected a description by OpenAPI as "${name}", found a file that is none or cannot be read; its operations are shown by their addresses alone`,
      'Check that it is YAML or JSON, and that it has "paths", "webhooks" or "components"',
    ],
    operation: ({ name, path }: Texts<'name' | 'path'>): Said => [
      `Expected the operation "${path}" in the description "${name}", found none`,
      'Check the path and the method',
    ],
    schema: ({ name, path }: Texts<'name' | 'path'>): Said => [
      `Expected the schema "${path}" in the description "${name}", found none; it is left out`,
      'Check the name: upper and lower case count',
    ],
  },
  'component/no-block': {
    container: ({ name }: Near<'name'>): Said => [
      `Nobody defines the block "::: ${name}"; it is shown as text`,
      'The names are in the manual, under "Blocks"; `::: note` is one',
    ],
    admonition: ({ marks, kind }: Texts<'marks' | 'kind'>): Said => [
      `"${marks}" begins a block in MkDocs; here it is shown as text`,
      `Write ::: ${kind} before the text and ::: behind it, without the indentation`,
    ],
  },
  'component/stray-end': ({ name }: Texts<'name'>): Said => [
    `"{% ${name} %}" ends no block; it is left out`,
    `Remove it, or write {% ${name.replace(/^end/, '')} %} where the block begins`,
  ],
  'component/unknown': {
    block: ({ name, count }: Near<'name'> & Numbers<'count'>): Said => [
      `Nobody defines the block "${name}"${times(count)}; its content is shown without it`,
      `A file "_layouts/components/${name}.hbs" can say how it looks`,
    ],
    line: ({ name, count }: Texts<'name'> & Numbers<'count'>): Said => [
      `The block "${name}" cannot begin in a line of text${times(count)}; its content is shown without it`,
      `Write {% ${name} %} on a line of its own, and {% end${name} %} on another after its content`,
    ],
    misspelled: ({ name, meant }: Texts<'name' | 'meant'>): Said => [
      `Nobody defines the block "${name}"; it is read as "${meant}", which its end names`,
      `Write {% ${meant} … %} in the place of {% ${name} … %}`,
    ],
    attribute: ({ name, written, meant }: Texts<'name' | 'written' | 'meant'>): Said => [
      `The block "${name}" has no "${written}"; it is left out`,
      `Write ${meant}="…"`,
    ],
    part: ({ name, count, within }: Texts<'name' | 'within'> & Numbers<'count'>): Said => [
      `"{% ${name} %}" means something only in the block "${within}"${times(count)}; it is left out`,
      `Write {% ${within} %} before it, and {% end${within} %} where the last of its kind ends`,
    ],
  },
  'template/unknown-variable': {
    print: ({ name }: Near<'name'>): Said => [
      `Nobody defines the variable "${name}"; ${TAG_KEPT}`,
      RAW,
    ],
    condition: ({ name }: Near<'name'>): Said => [
      `Nobody defines the variable "${name}"; in this condition it has no value`,
      RAW,
    ],
  },
  'template/unquoted-file': ({ written }: Texts<'written'>): Said => [
    `Expected the name of a file in quotes, found "${written}" without them; ${TAG_KEPT}`,
    `Write "${written}" with the quotes`,
  ],
  'template/unknown-filter': ({ name }: Near<'name'>): Said => [
    `Nobody defines the filter "${name}"; ${TAG_KEPT}`,
    RAW,
  ],
  'template/undefined-value': ({ path }: Near<'path'>): Said => [
    `"${path}" has no value; nothing is printed`,
    path.startsWith('book.')
      ? 'Set it in the `variables` of book.json'
      : path === 'file.mtime'
        ? 'Dates come from git: commit the page'
        : 'Check the name, or give a value for this case: {{ name | default("…") }}',
  ],
  'template/unreadable-value': ({ written }: Texts<'written'>): Said => [
    `The expression "${short(written)}" cannot be read; it stays in the page as it is written`,
    'Expressions have literals, names, operators, `a ? b : c` and methods of texts and lists',
  ],
  'template/failed': {
    tag: ({ written, reason }: Texts<'written'> & Because): Said =>
      `"${short(written)}" could not be expanded (${because(reason)}); ${KEPT}`,
    condition: ({ written, reason }: Texts<'written'> & Because): Said =>
      `"${short(written)}" could not be answered (${because(reason)}); it counts as false, and what it holds is not shown`,
    page: ({ written, reason }: Texts<'written'> & Because): Said =>
      `The page does more than a page can mean, last at "${short(written)}" (${because(reason)}); nothing in it is expanded`,
  },
  'template/missing-include': ({ written }: Texts<'written'>): Said => [
    `This tag asks for "${written}", and there is no such file; ${KEPT}`,
    'Paths are relative to the file that holds the tag; one that begins with "/" starts at the top of the book. With `ignore missing` nothing is shown instead',
  ],
  'template/missing-content': ({ written }: Texts<'written'>): Said => [
    `This content is not in the repository: "${short(written)}"; nothing is shown in its place`,
    'GitBook.com does not sync what spaces share: write the text to a file in .gitbook/includes and name that file',
  ],
  'template/missing-part': ({ written, part }: Texts<'written' | 'part'>): Said => [
    `This tag asks for "${part}" of "${written}", and there is nothing; ${KEPT}`,
    'A part is lines such as 2:10, or a name that stands in the file in comments: ANCHOR: name, and ANCHOR_END: name',
  ],
  'template/outside-book': ({ written }: Texts<'written'>): Said => [
    `This tag asks for a file outside the book: "${written}"; ${KEPT}`,
    'Move the file into the book, or include it from a repository with git+https://',
  ],
  'template/include-cycle': ({ chain }: Lists<'chain'>): Said =>
    `These files include each other: ${chain.join(' → ')}; the last step is left out`,
  'template/include-depth': ({ limit }: Numbers<'limit'>): Said =>
    `Expected includes at most ${limit} deep, found more; the last one is left out`,
  'template/git-include': ({ written, reason }: Texts<'written'> & Because): Said =>
    `"${short(written)}" could not be read from its repository: ${because(reason)}; ${KEPT}`,
  'template/not-deterministic': ({ filter }: { readonly filter: keyof typeof instead }): Said =>
    `The filter "${filter}" gives another result in each build; ${instead[filter]}`,
  'layout/syntax-error': ({ reason }: Because): Said => [
    `The layout cannot be read: ${because(reason)}`,
    'Every {{#if}} and {{#each}} needs its {{/if}} and {{/each}}, every {{ its }}',
  ],
  'layout/unknown-helper': ({ name, known }: Near<'name'> & Lists<'known'>): Said => [
    `Expected a helper, found "${name}", which is none`,
    `The helpers are ${known.join(', ')}`,
  ],
  'layout/wrong-use': {
    form: ({ name, form, found }: Texts<'name' | 'form' | 'found'>): Said =>
      `Expected "${name}" with the form ${form}, found ${found}`,
    count: ({ name, least, most, found }: Arguments): Said =>
      `Expected "${name}" with ${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'argument' : 'arguments'}, found ${found}`,
  },
  'layout/unknown-partial': ({ name }: Near<'name'>): Said => [
    `Expected a partial, found no file for "${name}"`,
    `Create _layouts/partials/${name}.hbs`,
  ],
  'layout/dynamic-partial': [
    'Expected the name of a partial, found an expression',
    'Choose between partials with {{#if}} and {{else}}',
  ],
  'layout/unknown-label': ({ key }: Near<'key'>): Said =>
    `Expected the key of a label, found "${key}"`,
  'layout/cannot-render': ({ reason }: Because): Said => [
    `The layout cannot be used: ${because(reason)}; that of the theme is shown`,
    'Partials that call themselves need a condition that ends, such as {{#if children}}',
  ],
  'layout/circle': ({ names }: Lists<'names'>): Said => [
    `This partial calls itself in every case: ${names.join(' > ')}`,
    'Call it inside of {{#if}} or {{#each}}',
  ],
} as const

const instead = {
  dateFromNow: 'the date itself is printed',
  random: 'the first item is taken',
} as const

interface Arguments extends Texts<'name'> {
  readonly least: number
  readonly most: number
  readonly found: number
}

function times(count: number): string {
  return count > 1 ? ` (${count} times on this page)` : ''
}
