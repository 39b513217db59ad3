// Dates and lengths of time as charts write them; all are of one time zone.
const PARTS: { readonly [token: string]: string } = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
}

/** The time that a text says in a format such as `YYYY-MM-DD`; not a number when it says none. */
export function readDate(text: string, format: string): number {
  if (format === 'X') return Number(text) * 1000
  if (format === 'x') return Number(text)
  const pattern = format
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/YYYY|MM|DD|HH|mm|ss/g, (token) => PARTS[token] ?? token)
  let found: RegExpExecArray | null = null
  try {
    found = new RegExp(`^${pattern}$`).exec(text.trim())
  } catch {
    // A format that names a part twice is none.
  }
  const said = found?.groups
  if (said === undefined) return Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '')
  const of = (name: string, otherwise: number): number => Number(said[name] ?? otherwise)
  return Date.UTC(
    of('year', 2000),
    of('month', 1) - 1,
    of('day', 1),
    of('hour', 0),
    of('minute', 0),
    of('second', 0),
  )
}

const UNITS: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_592_000_000,
  y: 31_536_000_000,
}

/** A length such as `3d` or `2w`, in milliseconds. */
export function readLength(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(ms|[smhdwMy])$/.exec(text) ?? []
  const size = UNITS[unit]
  return size === undefined ? undefined : Number(count) * size
}
