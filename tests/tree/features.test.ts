import { expect, test } from 'vitest'
import { featuresOf } from '../../src/tree/passes/features.ts'
import { elementsIn } from '../../src/tree/listed.ts'
import { treeOf } from './html.ts'

test.each([
  ['', []],
  ['<p>text</p>', []],
  ['<pre tabindex="0" class="code-lines code-numbers">', ['code']],
  ['<pre tabindex="0" class="wrap">', []],
  ['<img src="a.png" alt="" width="1200" height="3">', ['image']],
  ['<img src="a.png" alt="" width="20" height="3">', []],
  ['<img src=a.png>', ['image']],
  ['<img src="https://x.org/badge.svg">', []],
  ['<img src="a.png#only-dark" width="20" height="3">', ['image']],
  ['<img src="a.png#gh-light-mode-only" width="20" height="3">', ['image']],
  ['<picture><source><img src="a.png" width="20"></picture>', ['image']],
  ['<code>&lt;img src=a.png&gt;</code>', []],
  ['<div align="center"><h1>A</h1></div>', ['html']],
  ['<div class="tabs"><p>x</p></div>', []],
  ['<p align="center">x</p>', []],
  ['<img src="a.png" align="right">', ['image', 'html']],
  ['<table><tr><td width="14%">x</td></tr></table>', ['html']],
  ['<table width="100%"><tr><td width="14">x</td></tr></table>', []],
  ['<table border="1"><tr><td>x</td></tr></table>', ['html']],
  ['<ul><li class="task-list-item"><input type="checkbox"></ul>', ['lists']],
])('%s needs %j', (html, expected) => {
  expect(featuresOf(elementsIn(treeOf(html)))).toEqual(expected)
})
