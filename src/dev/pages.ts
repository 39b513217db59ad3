// Pages of the server's own, in both languages since they belong to no book.

/** Text as HTML text or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
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
export function problemsPage(problems: string): string {
  return page(
    'This book has errors',
    `<h1>This book has errors <span lang="zh">书中有错误</span></h1>
<p>It appears here as soon as they are mended. <span lang="zh">改正并保存后，书会自动出现。</span></p>
<pre id="handbook-problems-text" tabindex="0" role="alert">${escapeHtml(problems)}</pre>`,
  )
}

/** What is shown for an address without a page, when the book has no such page of its own. */
export function missingPage(address: string): string {
  return page(
    'Not found',
    `<h1>Not found <span lang="zh">没有这个页面</span></h1>
<p><code>${escapeHtml(address)}</code></p>
<p><a href="/">To the book <span lang="zh">回到本书</span></a></p>`,
  )
}

/** Why a request under a foreign name is refused, as plain text. */
export function refusal(header: string | undefined): string {
  return [
    `This server does not answer to the name "${header ?? ''}".`,
    'It answers to localhost, to the name and addresses of this computer, and to the name given with --host:',
    'otherwise any web site could read the book through your browser (DNS rebinding).',
    '',
    `本服务器不响应名称 "${header ?? ''}"，只响应 localhost、本机名称与地址，以及 --host 指定的名称。`,
    '',
  ].join('\n')
}
