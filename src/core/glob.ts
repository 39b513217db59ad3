/** Tests paths against globs: `*` within a name, `**` across folders, `?`, and `folder/` for all that is in it. */
export function matchGlobs(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(toPattern)
  return (path) => patterns.some((pattern) => pattern.test(path))
}

function toPattern(glob: string): RegExp {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**')
  // Without a slash a glob is about names, in whatever folder.
  const anchored = clean.includes('/') ? clean : `**/${clean}`
  const source = anchored
    .replaceAll(/[.+^$()|[\]\\{}]/g, '\\$&')
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (sign) => {
      if (sign === '**/') return '(?:.*/)?'
      if (sign === '**') return '.*'
      return sign === '*' ? '[^/]*' : '[^/]'
    })
  return new RegExp(`^${source}$`, 'u')
}
