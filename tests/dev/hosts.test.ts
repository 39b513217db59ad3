import { describe, expect, test } from 'vitest'
import { localUrl, networkUrls } from '../../src/dev/addresses.ts'
import { isTrustedHost } from '../../src/dev/hosts.ts'

const machine = () => ({ hostname: 'Schreibtisch', addresses: ['192.168.1.20', 'fe80::1'] })

test.each([
  'localhost',
  'LOCALHOST:4000',
  'localhost.:4000',
  'book.localhost:4000',
  '127.0.0.1:4000',
  '127.9.8.7',
  '[::1]:4000',
  'schreibtisch:4000',
  'schreibtisch.local',
  '192.168.1.20:4000',
  '[fe80::1]:4000',
])('%s means this computer', (header) => {
  expect(isTrustedHost(header, 'localhost', machine)).toBe(true)
})

test.each([
  'evil.com',
  'evil.com:4000',
  'localhost.evil.com',
  'evillocalhost',
  '127.0.0.1.evil.com',
  '127.evil.com',
  '8.8.8.8',
  '[2001:db8::1]:4000',
  '',
  undefined,
])('%s does not', (header) => {
  expect(isTrustedHost(header, 'localhost', machine)).toBe(false)
})

describe('a server for the network', () => {
  test('answers to the name that it was given', () => {
    expect(isTrustedHost('book.example:4000', 'book.example', machine)).toBe(true)
  })

  test('answers to any address, since addresses cannot be rebound, but to no foreign name', () => {
    expect(isTrustedHost('10.0.0.7:4000', '0.0.0.0', machine)).toBe(true)
    expect(isTrustedHost('evil.com', '0.0.0.0', machine)).toBe(false)
  })

  test('has addresses for others, and one of its own for this computer', () => {
    expect(localUrl('0.0.0.0', 4000)).toBe('http://localhost:4000/')
    expect(localUrl('::1', 4000)).toBe('http://[::1]:4000/')
    expect(networkUrls('192.168.1.20', 4000)).toEqual(['http://192.168.1.20:4000/'])
    expect(networkUrls('localhost', 4000)).toEqual([])
    expect(networkUrls('127.0.0.1', 4000)).toEqual([])
  })
})
