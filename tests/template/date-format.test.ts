import { expect, test } from 'vitest'
import { formatDate, readDate } from '../../src/template/run/date-format.ts'

const date = new Date(Date.UTC(2023, 1, 3, 16, 5, 9, 7))

test.each([
  ['YYYY YY', '2023 23'],
  ['MMMM MMM MM M Mo', 'February Feb 02 2 2nd'],
  ['Do DD D DDD', '3rd 03 3 34'],
  ['dddd ddd dd d', 'Friday Fri Fr 5'],
  ['HH H hh h', '16 16 04 4'],
  ['mm m ss s SSS', '05 5 09 9 007'],
  ['A a', 'PM pm'],
  ['Z ZZ X', '+00:00 +0000 1675440309'],
  ['[YYYY年]YYYY年M月D日', 'YYYY年2023年2月3日'],
  ['LL LT', 'February 3, 2023 4:05 PM'],
  ['', ''],
])('%j', (format, expected) => {
  expect(formatDate(date, format)).toBe(expected)
})

test.each([
  ['2020-01-02', '2020-01-02T00:00:00.000Z'],
  ['2020-01', '2020-01-01T00:00:00.000Z'],
  ['20200102', '2020-01-02T00:00:00.000Z'],
  ['2020-01-02T03:04:05.6Z', '2020-01-02T03:04:05.600Z'],
  ['2020-01-02 3:04', '2020-01-02T03:04:00.000Z'],
  ['2020-01-02T03:04+0800', '2020-01-01T19:04:00.000Z'],
  ['Jan 2, 2020', '2020-01-02T00:00:00.000Z'],
  [0, '1970-01-01T00:00:00.000Z'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
])('reads %j as UTC', (value, expected) => {
  expect(readDate(value)?.toISOString()).toBe(expected)
})

test.each(['', '不是日期', 'x', undefined, null, {}, new Date(Number.NaN)])(
  '%j is no date',
  (value) => {
    expect(readDate(value)).toBeUndefined()
  },
)
