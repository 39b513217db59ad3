import hljs from 'highlight.js'
import { expect, test } from 'vitest'
import { createHighlighter } from '../../src/markdown/highlight.ts'

test.each([
  [
    'html',
    '<p class="a">x &amp; y</p>\n<style>p { color: red }</style>\n<script>let a = "<b>"</script>\n',
  ],
  ['js', "class A extends B { say() { return `${1 + 2} & 'three'` } }\n"],
  ['php', '<h1><?php echo "a" . $b->c(); ?></h1>\n'],
  ['yaml', 'a: [1, "two"] # three\nb: &c <<\n'],
  ['bash', '$ ls -l | grep "a"\nfunction f() { echo "$(date)"; }\n'],
  ['diff', '@@ -1 +1 @@\n-old\n+new\n'],
  ['python', '@decorated\ndef f(a: int = 1) -> str:\n    """Said."""\n    return f"{a!r} <b>"\n'],
  ['cpp', '#include <a.h>\ntemplate <class T> int f(T && t) { return t < 1; } // "end'],
])('code in %s is colored as the library does it by itself', (language, code) => {
  const { value } = hljs.highlight(code, { language, ignoreIllegals: true })
  expect(createHighlighter().highlight(code, language)?.html).toBe(value)
})
