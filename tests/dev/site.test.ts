import { expect, test } from 'vitest'
import type { OutputPath } from '../../src/core/path.ts'
import { createSite } from '../../src/dev/site.ts'
import { outputsOf } from './stub.ts'

const never = () => false
const twoFiles = (a: string, b: string) => outputsOf({ 'a.html': a, 'b.html': b })

test('publishing tells which outputs are new, different and gone', () => {
  const site = createSite('i')
  site.publish(outputsOf({ 'a.html': '1', 'b.html': '1', 'c.html': '1' }), never)
  expect(site.publish(outputsOf({ 'a.html': '1', 'b.html': '2', 'd.html': '1' }), never)).toEqual([
    'b.html',
    'd.html',
    'c.html',
  ])
})

test('a copied file is different when its source was touched', () => {
  const site = createSite('i')
  const outputs = outputsOf({ '图.png': 'copy:图.png', 'b.png': 'copy:b.png' })
  site.publish(outputs, never)
  expect(site.publish(outputs, (path) => path === '图.png')).toEqual(['图.png'])
})

test('the same outputs again are the same build', () => {
  const site = createSite('i')
  site.publish(outputsOf({ 'a.html': '1' }), never)
  const before = site.build()
  site.publish(outputsOf({ 'a.html': '1' }), never)
  expect(site.build()).toBe(before)
})

test('a browser that was away hears about all it missed', () => {
  const site = createSite('i')
  site.publish(outputsOf({ 'a.html': '1', 'b.html': '1', 'c.html': '1' }), never)
  const seen = site.build()
  site.publish(outputsOf({ 'a.html': '2', 'b.html': '1', 'c.html': '1' }), never)
  site.publish(outputsOf({ 'a.html': '2', 'b.html': '2', 'c.html': '1' }), never)
  expect(site.changedSince(seen)).toEqual(['a.html', 'b.html'])
  expect(site.changedSince(site.build())).toEqual([])
})

test('nothing can be said about the builds of another server', () => {
  const site = createSite('here.now')
  site.publish(outputsOf({ 'a.html': '1' }), never)
  expect(site.changedSince('there.1')).toBeUndefined()
  expect(site.changedSince('')).toBeUndefined()
  expect(site.changedSince('here.now.1')).toEqual([])
})

test('errors leave the outputs, and a good build takes the errors away', () => {
  const site = createSite('i')
  site.publish(outputsOf({ 'a.html': '1' }), never)
  site.fail('broken')
  expect([site.problems(), site.outputs()?.size]).toEqual(['broken', 1])
  site.publish(outputsOf({ 'a.html': '1' }), never)
  expect(site.problems()).toBe('')
})

test('a file ahead of its build is served, told once, and different again only when it is', () => {
  const site = createSite('i')
  const ahead = (a: string): boolean =>
    site.show({ kind: 'made', path: 'a.html' as OutputPath, content: a })
  expect(ahead('0')).toBe(false)
  site.publish(twoFiles('1', '1'), never)
  const seen = site.build()
  expect(ahead('1')).toBe(false)
  expect(ahead('2')).toBe(true)
  expect(site.outputs()?.get('a.html')).toMatchObject({ content: '2' })
  expect(site.outputs()?.get('b.html')).toMatchObject({ content: '1' })
  expect([site.outputs()?.has('a.html'), site.outputs()?.has('c.html')]).toEqual([true, false])
  expect(site.changedSince(seen)).toEqual(['a.html'])
  expect(site.shown()).toEqual(['a.html'])
  expect(site.publish(twoFiles('2', '2'), never)).toEqual(['b.html'])
  expect(site.shown()).toEqual([])
  expect(ahead('3')).toBe(true)
  expect(site.publish(twoFiles('4', '2'), never)).toEqual(['a.html'])
  expect(ahead('5')).toBe(true)
  expect(site.publish(twoFiles('4', '2'), never)).toEqual(['a.html'])
  expect(site.outputs()?.get('a.html')).toMatchObject({ content: '4' })
})
