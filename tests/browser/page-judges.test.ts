// A judge that never objects proves nothing: each must find the fault that was put before it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeAccess } from '../../scripts/judge/axe.ts'
import { judgePolicy } from '../../scripts/judge/csp.ts'
import type { Site } from '../../scripts/judge/sites.ts'
import { report } from '../../scripts/judge/verdict.ts'
import { judgeWeight } from '../../scripts/judge/weight.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'

const page = `<!doctype html>
<html lang="en"><head><title>Bad</title><link rel="stylesheet" href="https://example.invalid/far.css"></head>
<body><main><h1>Bad</h1><p style="color:#666;background:#fff">Grey: enough for AA, not for AAA.</p>
<p style="width:2000px">Wide.</p><img src="missing.png"></main><script>document.title = 'inline'</script></body></html>`

let browser: Browser | undefined
let dir: string
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
  dir = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'handbook-bad-'))
  mkdirSync(path.join(dir, 'site'))
  writeFileSync(path.join(dir, 'site/index.html'), page)
  const random = Array.from({ length: 9000 }, (_, index) => Math.sin(index).toString(36)).join(' ')
  writeFileSync(path.join(dir, 'site/large.html'), `<!doctype html><title>Large</title>${random}`)
  site = { name: 'bad', dir: path.join(dir, 'site'), pages: ['index.html', 'large.html'] }
})

afterAll(async () => {
  await browser?.close()
  rmSync(dir, { recursive: true, force: true })
})

function running(): Browser {
  if (browser === undefined) throw new Error('no browser')
  return browser
}

describe.skipIf(chromiumPath() === undefined)('judges', () => {
  test('object to grey text, images without words, and pages that scroll sideways', async () => {
    const verdicts = await judgeAccess(running(), site, ['index.html'])
    const faults = verdicts.flatMap((verdict) => verdict.faults).join('\n')
    expect(faults).toContain('color-contrast-enhanced at p')
    expect(faults).toContain('image-alt at img')
    expect(faults).toContain('320 px, closed: the page scrolls sideways')
  })

  test('object to styles and scripts within a page', async () => {
    const { faults } = await judgePolicy(running(), site, ['index.html'])
    expect(faults.join('\n')).toMatch(/style-src/)
    expect(faults.join('\n')).toMatch(/script-src/)
  })

  test('object to weight, missing files and third parties', async () => {
    const verdicts = await judgeWeight(running(), site)
    const faults = verdicts.flatMap((verdict) => verdict.faults).join('\n')
    expect(faults).toContain('a request to a third party: https://example.invalid/far.css')
    expect(faults).toContain('no /missing.png')
    expect(faults).toMatch(/html: \d\d\.\d\d KiB, allowed are 18\.00/)
  })
})

test('a report lists every verdict and below them every fault', () => {
  const verdicts = [
    { judge: 'nu', subject: 'garden', figure: '25 pages', faults: [] },
    { judge: 'axe', subject: '菜园', figure: '9 looks', faults: ['grey', 'small'] },
  ]
  expect(report(verdicts).split('\n')).toEqual([
    'ok    nu   garden  25 pages',
    'FAIL  axe  菜园      9 looks',
    '',
    'axe: 菜园: grey',
    'axe: 菜园: small',
  ])
})
