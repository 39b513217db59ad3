/** By language and form: making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** A day in UTC as a language writes it. */
export function dayInWords(
  day: Date,
  language: string,
  form: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string {
  const key = `${language} ${JSON.stringify(form)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
    formats.set(key, format)
  }
  return format.format(day)
}
