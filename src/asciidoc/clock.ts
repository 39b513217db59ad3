// The dates that a page in AsciiDoc can print. Asciidoctor takes them from the clock and in the zone of the machine, so
// that every build and every machine would give another page; here all of them are the page's last change, in UTC.

/** Names of the attributes, also inside of longer ones and in conditions. */
const MENTION = /(?:local|doc)(?:date|time|year)/

/** May this text print a date? */
export function mentionsDates(text: string): boolean {
  return MENTION.test(text)
}

/** The attributes for an ISO date with its time in UTC; for '' they print nothing. */
export function dateAttributes(iso: string): { readonly [name: string]: string } {
  // A date that is empty would be replaced by today.
  const [, date = ' ', time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(iso) ?? []
  const values = {
    date,
    time: time === '' ? '' : `${time} UTC`,
    datetime: time === '' ? '' : `${date} ${time} UTC`,
    year: date.slice(0, 4).trim(),
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => [
      [`local${name}`, value],
      [`doc${name}`, value],
    ]),
  )
}
