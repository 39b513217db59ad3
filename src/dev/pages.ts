// Pages of the server's own, in the language of the terminal since they belong to no book.
import type { Messages } from '../messages/messages.ts'

/** Text as HTML text or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function page(title: string, body: string, language: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem; font: 1rem/1.6 system-ui, sans-serif }
pre { padding: 1rem; overflow: auto; border: 1px solid; border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

/** What is shown at every address while there is no book to show. */
export function problemsPage(problems: string, { words, language }: Messages): string {
  const { errors, appears } = words.page
  const text = `<pre id="handbook-problems-text" tabindex="0" role="alert">${escapeHtml(problems)}</pre>`
  return page(errors, `<h1>${errors}</h1>\n<p>${appears}</p>\n${text}`, language)
}

/** What is shown for an address without a page, when the book has no such page of its own. */
export function missingPage(address: string, { words, language }: Messages): string {
  const { notFound, toBook } = words.page
  const where = `<p><code>${escapeHtml(address)}</code></p>\n<p><a href="/">${toBook}</a></p>`
  return page(notFound, `<h1>${notFound}</h1>\n${where}`, language)
}
