/** The locale in which messages are wanted, by the order of POSIX; '' when nobody says. */
export function localeOf(env: { readonly [name: string]: string | undefined }): string {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
}

/** Are messages wanted in Chinese? */
export function wantsChinese(env: { readonly [name: string]: string | undefined }): boolean {
  return /^zh/i.test(localeOf(env))
}

/** A number with an English noun: `2 pages`. */
export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
