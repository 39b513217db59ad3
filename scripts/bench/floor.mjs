// The floor under a build in this stack: reads every page, runs bare markdown-it with all of highlight.js over it and
// writes the HTML. No navigation, no layout, no links. Usage: floor.mjs BOOK OUT
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import hljs from 'highlight.js'
import MarkdownIt from 'markdown-it'

const [book, out] = process.argv.slice(2)
const highlight = (code, language) =>
  hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : ''
const parser = new MarkdownIt({ html: true, linkify: true, highlight })
for (const name of readdirSync(book, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue
  const file = path.join(out, name.replace(/md$/, 'html'))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, parser.render(readFileSync(path.join(book, name), 'utf8')))
}
