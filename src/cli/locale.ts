type Env = { readonly [name: string]: string | undefined }

/**
 * The locale in which messages are wanted, by the order of POSIX; '' when nobody says. Windows has no such variables, but
 * a language that its user chose.
 */
export function localeOf(env: Env, ofSystem: () => string = systemLocale): string {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return said === '' && env['OS'] === 'Windows_NT' ? ofSystem() : said
}

function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale
}
