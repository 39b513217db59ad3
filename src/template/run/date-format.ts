// Dates in the tokens that books know from moment.js. Always UTC and always English: a page must not depend on the
// machine that builds it.

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const TOKEN =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|Mo|M|DDDD|DDD|Do|DD|D|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x|LLLL|LLL|LL|LTS|LT|L/g

const two = (value: number): string => String(value).padStart(2, '0')

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

function dayOfYear(date: Date): number {
  return (
    (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) -
      Date.UTC(date.getUTCFullYear(), 0, 0)) /
    86_400_000
  )
}

const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12
const year = (date: Date): string => String(date.getUTCFullYear()).padStart(4, '0')
const month = (date: Date): number => date.getUTCMonth() + 1
const monthName = (date: Date): string => MONTHS[date.getUTCMonth()] ?? ''
const dayName = (date: Date): string => DAYS[date.getUTCDay()] ?? ''

const PARTS: { readonly [token: string]: (date: Date) => string } = {
  YYYY: year,
  YY: (date) => year(date).slice(-2),
  MMMM: monthName,
  MMM: (date) => monthName(date).slice(0, 3),
  MM: (date) => two(month(date)),
  Mo: (date) => ordinal(month(date)),
  M: (date) => String(month(date)),
  DDDD: (date) => String(dayOfYear(date)).padStart(3, '0'),
  DDD: (date) => String(dayOfYear(date)),
  Do: (date) => ordinal(date.getUTCDate()),
  DD: (date) => two(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  dddd: dayName,
  ddd: (date) => dayName(date).slice(0, 3),
  dd: (date) => dayName(date).slice(0, 2),
  d: (date) => String(date.getUTCDay()),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(hour12(date)),
  h: (date) => String(hour12(date)),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  SSS: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  Z: () => '+00:00',
  ZZ: () => '+0000',
  X: (date) => String(Math.floor(date.getTime() / 1000)),
  x: (date) => String(date.getTime()),
  LT: (date) => formatDate(date, 'h:mm A'),
  LTS: (date) => formatDate(date, 'h:mm:ss A'),
  L: (date) => formatDate(date, 'MM/DD/YYYY'),
  LL: (date) => formatDate(date, 'MMMM D, YYYY'),
  LLL: (date) => formatDate(date, 'MMMM D, YYYY h:mm A'),
  LLLL: (date) => formatDate(date, 'dddd, MMMM D, YYYY h:mm A'),
}

/** A date by a format such as `YYYY-MM-DD HH:mm`; text in brackets stays as it is. */
export function formatDate(date: Date, format: string): string {
  return format.replaceAll(TOKEN, (token, literal: string | undefined) =>
    token.startsWith('[') ? (literal ?? '') : (PARTS[token]?.(date) ?? token),
  )
}

const DAY = /^(\d{4})-?(\d{2})(?:-?(\d{2}))?$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?$/
const ZONE = /\s*(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})$/

/** A date from what templates have: a Date, milliseconds, or text (UTC unless it says otherwise). */
export function readDate(value: unknown): Date | undefined {
  if (value instanceof Date || typeof value === 'number') return valid(new Date(value))
  // No date is as long as this; a text that is may be long enough to take minutes.
  if (typeof value !== 'string' || value.length > 100) return undefined
  const text = value.trim()
  const zone = ZONE.exec(text.slice(10))?.[0] ?? ''
  const [day = '', time = '0:00', ...rest] = text.slice(0, text.length - zone.length).split(/[T ]/)
  const iso = rest.length === 0 ? isoText(day, time) : undefined
  // Other forms are the platform's; without a zone they would mean that of the machine.
  if (iso === undefined) return valid(new Date(zone === '' ? `${text} UTC` : text))
  return valid(new Date(iso + isoZone(zone.trim())))
}

function isoText(day: string, time: string): string | undefined {
  const date = DAY.exec(day)
  const clock = TIME.exec(time)
  if (date === null || clock === null) return undefined
  const [, y = '', m = '', d = '01'] = date
  const [, hours = '', minutes = '', seconds = '00', fraction = ''] = clock
  return `${y}-${m}-${d}T${hours.padStart(2, '0')}:${minutes}:${seconds}${fraction}`
}

function isoZone(zone: string): string {
  if (!/^[+-]/.test(zone)) return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date
}
