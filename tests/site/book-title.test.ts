import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { bookNames } from '../../src/cli/book-name.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { page } from '../support/build-book.ts'

/** What the window of the first page says. */
async function titleOf(
  start: string,
  names: { readonly repository?: string; readonly folder?: string },
  more: { readonly [path: string]: string } = {},
): Promise<string | undefined> {
  const files = { 'README.md': `${start}\n`, 'SUMMARY.md': '* [A](README.md)\n', ...more }
  const built = await build({ files: memoryFiles(files), environment: { names } })
  return /<title>([^<]*)/.exec(page(built, 'index.html'))?.[1]
}

describe('a book that says no title', () => {
  test.each([
    ['# Introduction', 'shop'],
    ['# 简介', 'shop'],
    ['# Welcome!', 'shop'],
    ['# はじめに', 'shop'],
    ['# A garden in the north', 'A garden in the north'],
  ])('that begins with %j is called %j', async (start, expected) => {
    expect(await titleOf(start, { repository: 'shop', folder: 'x' })).toBe(expected)
  })

  test('is called by its folder where no repository is known, and else by its start page', async () => {
    expect(await titleOf('# Overview', { folder: 'shop' })).toBe('shop')
    expect(await titleOf('# Overview', {})).toBe('Overview')
  })
})

test('a title that the book says comes first', async () => {
  const more = { 'book.json': '{ "title": "Gardens" }' }
  expect(await titleOf('# Introduction', { repository: 'shop' }, more)).toBe('Gardens')
})

describe('what a book is called where it is kept', () => {
  let dir = ''
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  /** A folder of this name in a repository that was cloned from there. */
  function folderOf(name: string, url?: string): string {
    dir = mkdtempSync(path.join(tmpdir(), 'handbook-name-'))
    const folder = path.join(dir, name)
    mkdirSync(path.join(folder, '.git'), { recursive: true })
    writeFileSync(path.join(folder, '.git/HEAD'), 'ref: refs/heads/main\n')
    const remote = url === undefined ? '' : `[remote "origin"]\n\turl = ${url}\n\tfetch = +x:y\n`
    writeFileSync(path.join(folder, '.git/config'), `[core]\n\tbare = false\n${remote}`)
    return folder
  }

  test.each([
    ['https://github.com/acme/shop.git', { repository: 'shop', folder: 'garden' }],
    ['git@github.com:acme/docs.git', { repository: 'acme', folder: 'garden' }],
    [
      'https://x:secret@gitlab.com/acme/tools/shop-docs.git',
      { repository: 'shop', folder: 'garden' },
    ],
    [undefined, { folder: 'garden' }],
  ])('is said by %j', (url, expected) => {
    expect(bookNames(folderOf('garden', url), {})).toEqual(expected)
  })

  test.each(['docs', 'repo', 'path0', '42'])('is not said by a folder called %j', (name) => {
    expect(bookNames(folderOf(name), {})).toEqual({})
  })

  test('is said by the action that builds it', () => {
    expect(bookNames(folderOf('work'), { GITHUB_REPOSITORY: 'acme/shop' })).toEqual({
      repository: 'shop',
    })
  })
})
