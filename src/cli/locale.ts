/** The locale in which messages are wanted, by the order of POSIX; '' when nobody says. */
export function localeOf(env: { readonly [name: string]: string | undefined }): string {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
}
