// Most paths are not compared with the built-in rules one by one. What is left out is the same.
import ignore from 'ignore'
import { expect, test } from 'vitest'
import { BUILT_IN, isIgnored, nestedRules, topRules } from '../../src/files/ignore.ts'
import { createRandom } from '../support/random.ts'

const NAMES =
  'a page.md .nojekyll .well-known .gitbook assets .hidden node_modules _book package.json yarn.lock bun.lock draft~ ~ ~$a.docx #a# \\#a# #a a.orig a.bak a.rej .a.swp a.swp a.swq a.save b___jb_tmp___ b___jb_old___ x_BACKUP_12.md x_BASE_1.txt x_LOCAL_9.md x_REMOTE_0.md x_LOCAL_a.md 4913 49133 Thumbs.db thumbs.db ehthumbs.db desktop.ini _books node_modules2 page.orig.md 集群.md'.split(
    ' ',
  )

const PATTERNS = ['', '*.md', '!_book', '!node_modules', 'a/', '/a', '!.hidden', 'a/**', '!*.orig']

test('paths are left out by the same rules, whether one of the built-in ones may mean them or not', () => {
  const random = createRandom(7)
  const wrong: string[] = []
  let left = 0
  for (let round = 0; round < 300; round++) {
    const own = Array.from({ length: round % 4 }, () => random.pick(PATTERNS)).join('\n')
    const rules = topRules(own === '' ? [] : [own])
    const whole = ignore({ ignorecase: false }).add([...BUILT_IN, own].join('\n'))
    for (let count = 0; count < 40; count++) {
      const names = Array.from({ length: 1 + (count % 3) }, () => random.pick(NAMES))
      const path = names.join('/') + (count % 2 === 0 ? '' : '/')
      const isLeftOut = whole.test(path).ignored
      if (isLeftOut) left++
      if (isIgnored(rules, path) !== isLeftOut) wrong.push(`${path} by ${own}`)
    }
  }
  expect(wrong).toEqual([])
  expect(left).toBeGreaterThan(1000)
})

test('a folder inside may take back what a rule above leaves out', () => {
  const above = topRules(['*.log'])
  const inside = nestedRules(above, 'kept/', ['!*.log\n!_book'])
  const isKept = (path: string): boolean => !isIgnored(inside, path)
  expect(['kept/a.log', 'kept/_book/'].filter(isKept)).toHaveLength(2)
  expect(['a.log', '_book/'].filter((path) => isIgnored(above, path))).toHaveLength(2)
})
