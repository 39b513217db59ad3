import { expect, test } from 'vitest'
import { holdsForAnyone } from '../../src/core/condition.ts'

test.each([
  ['true', true],
  ['false', false],
  ['visitor.claims.unsigned.admin', false],
  ['!visitor.claims.unsigned.admin', true],
  ['!!visitor.claims.x', false],
  ['visitor.claims["plan"]', false],
  ['visitor?.claims?.plan', false],
  ['"A" !== visitor.claims.plan && "B" !== visitor.claims.plan', true],
  ["visitor.claims.plan === 'A' || visitor.claims.plan === 'B'", false],
  ['visitor.claims.plan == null', true],
  ['visitor.claims.plan === undefined', true],
  ['visitor.claims.plan != "A"', true],
  ['!(visitor.claims.a || visitor.claims.b) && 1', true],
  ['(true)', true],
  ['""', false],
  ['0 || "x"', true],
  ['a && b || true', true],
  ['true || false && false', true],
  [' true ', true],
])('%s is %s for a reader of whom nothing is known', (condition, expected) => {
  expect(holdsForAnyone(condition)).toBe(expected)
})

test.each([
  '',
  'visitor.',
  '(true',
  'true)',
  'true false',
  '&& true',
  'true &&',
  '!',
  'a = b',
  'a > 1',
  'f()',
  'visitor.claims.list.includes("x")',
  '"x',
  '`x`',
  '"\\""',
  '('.repeat(200) + 'true' + ')'.repeat(200),
  '!'.repeat(400) + 'true',
  'a'.repeat(2000),
])('%s cannot be read', (condition) => {
  expect(holdsForAnyone(condition)).toBeUndefined()
})
