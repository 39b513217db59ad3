// What each generator wants beside the pages of a book, as texts by their path.
import { readFileSync } from 'node:fs'
import path from 'node:path'

type Texts = Readonly<Record<string, string>>

interface Entry {
  readonly title: string
  readonly file: string
  /** Those below it. */
  readonly pages: Entry[]
}
interface Part {
  readonly title: string
  readonly entries: Entry[]
}

/** The SUMMARY of a book that `writeBook` wrote: parts of chapters of pages. */
function readSummary(book: string): readonly Part[] {
  const parts: Part[] = [{ title: 'Start', entries: [] }]
  for (const line of readFileSync(path.join(book, 'SUMMARY.md'), 'utf8').split('\n')) {
    const [, part] = /^## (.+)/.exec(line) ?? []
    if (part !== undefined) parts.push({ title: part, entries: [] })
    const [, indent, title, file] = /^( *)\* \[(.+)\]\((.+)\)/.exec(line) ?? []
    if (title === undefined || file === undefined) continue
    const entries = parts.at(-1)?.entries
    const list = indent === '' ? entries : entries?.at(-1)?.pages
    list?.push({ title, file, pages: [] })
  }
  return parts
}

const siteUrl = (file: string): string => `/${file.replace(/(README)?\.md$/, '')}`

/** Local search, and the sidebar of the book. */
export function vitepressFiles(book: string): Texts {
  const item = ({ title, file, pages }: Entry): object => ({
    text: title,
    link: siteUrl(file),
    ...(pages.length > 0 && { items: pages.map(item) }),
  })
  const config = {
    title: 'A measured handbook',
    srcExclude: ['SUMMARY.md'],
    rewrites: { 'README.md': 'index.md', ':part/:chapter/README.md': ':part/:chapter/index.md' },
    themeConfig: {
      search: { provider: 'local' },
      sidebar: readSummary(book).map((part) => ({
        text: part.title,
        items: part.entries.map(item),
      })),
    },
  }
  return { '.vitepress/config.mjs': `export default ${JSON.stringify(config)}\n` }
}

/** The search plugin, which is on by default, and the same chapters. JSON is YAML. */
export function mkdocsFiles(
  book: string,
  { theme, extensions }: { readonly theme: string; readonly extensions: readonly string[] },
): Texts {
  const item = ({ title, file, pages }: Entry): object => ({
    [title]: pages.length === 0 ? file : [file, ...pages.map(item)],
  })
  const config = {
    site_name: 'A measured handbook',
    theme: { name: theme },
    markdown_extensions: extensions,
    nav: readSummary(book).map((part) => ({ [part.title]: part.entries.map(item) })),
  }
  return { 'mkdocs.yml': `${JSON.stringify(config)}\n` }
}

const hugoLayout = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<nav>{{ partialCached "tree.html" .Site.Home }}</nav>
<main>{{ .Content }}</main>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
</body>
</html>
`
const hugoTree = `<ul>{{ range .Pages.ByWeight }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ if .IsSection }}{{ partial "tree.html" . }}{{ end }}</li>
{{ end }}</ul>
`

/** The whole tree with the page that is open, a table of contents, the neighbors, and all texts as one file for a search. */
const hugoBookLayouts: Texts = {
  'layouts/_default/single.html': `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ .Site.Title }}</title>{{ with .Summary }}
<meta name="description" content="{{ . | plainify | truncate 150 }}">{{ end }}
<script defer src="{{ "index.json" | relURL }}"></script></head>
<body>
<aside><h2><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></h2>
<input type="search" aria-label="Search">
<nav>{{ partial "book-tree.html" (dict "section" .Site.Home "current" .) }}</nav></aside>
<main><article>{{ .Content }}</article>
<footer>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</footer></main>
<aside>{{ .TableOfContents }}</aside>
</body>
</html>
`,
  'layouts/partials/book-tree.html': `{{ $current := .current }}<ul>{{ range .section.Pages.ByWeight }}
<li><a href="{{ .RelPermalink }}"{{ if eq . $current }} class="active"{{ end }}>{{ .Title }}</a>
{{- if .IsSection }}{{ partial "book-tree.html" (dict "section" . "current" $current) }}{{ end }}</li>
{{- end }}</ul>
`,
  'layouts/index.json': `[{{ range $index, $page := .Site.RegularPages }}{{ if $index }},{{ end }}
{"href":{{ $page.RelPermalink | jsonify }},"title":{{ $page.Title | jsonify }},"section":{{ $page.Parent.Title | jsonify }},"content":{{ $page.Plain | jsonify }}}
{{- end }}]
`,
}

/** The same pages with a layout that does what themes for books do: none of them is in a registry. */
export function hugoBookFiles(book: string): Texts {
  const files = hugoFiles(book)
  const layouts = {
    ...hugoBookLayouts,
    'layouts/_default/list.html': hugoBookLayouts['layouts/_default/single.html'] ?? '',
  }
  const config = { ...(JSON.parse(files['config.json'] ?? '{}') as object), outputs: HUGO_OUTPUTS }
  return { ...files, ...layouts, 'config.json': JSON.stringify(config) }
}

const HUGO_OUTPUTS = { home: ['HTML', 'JSON'], section: ['HTML'], page: ['HTML'] }

/** What mdBook wants beside the pages: parts have headings of the first level there. */
export function mdbookFiles(book: string): Texts {
  const row = ({ title, file, pages }: Entry, indent: string): string =>
    [`${indent}- [${title}](${file})`, ...pages.map((page) => row(page, `${indent}  `))].join('\n')
  const [start, ...parts] = readSummary(book)
  const summary = [
    '# Summary',
    ...(start?.entries ?? []).map(({ title, file }) => `[${title}](${file})`),
    ...parts.flatMap(({ title, entries }) => [
      `# ${title}`,
      entries.map((entry) => row(entry, '')).join('\n'),
    ]),
  ].join('\n\n')
  return {
    'book.toml': '[book]\ntitle = "A measured handbook"\nsrc = "src"\n',
    'src/SUMMARY.md': `${summary}\n`,
  }
}

/** Pages with a front matter, because Hugo takes no title from a heading, and a layout with the tree of all pages. */
export function hugoFiles(book: string): Texts {
  const page = ({ title, file }: Entry, weight: number): readonly [string, string] => [
    `content/${file.replace(/README\.md$/, '_index.md')}`,
    `---\ntitle: "${title}"\nweight: ${weight}\n---\n${readFileSync(path.join(book, file), 'utf8')}`,
  ]
  const entries = readSummary(book).flatMap((part) => part.entries)
  const pages = entries.flatMap((entry) => [entry, ...entry.pages])
  const config = {
    title: 'A measured handbook',
    baseURL: '/',
    disableKinds: ['taxonomy', 'term', 'RSS'],
  }
  return {
    'config.json': JSON.stringify(config),
    'layouts/_default/single.html': hugoLayout,
    'layouts/_default/list.html': hugoLayout,
    'layouts/partials/tree.html': hugoTree,
    ...Object.fromEntries(pages.map((entry, at) => page(entry, at + 1))),
  }
}
