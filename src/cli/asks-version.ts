/** Does the command line want to know nothing but the version? `-v` is a flag of the commands; alone it means that. */
export function asksVersion(argv: readonly string[]): boolean {
  const [only = ''] = argv
  return argv.length === 1 && /^(?:--version|-V|-v)$/.test(only)
}
