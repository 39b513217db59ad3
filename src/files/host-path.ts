// Paths of the machine, as its system writes them.
import path from 'node:path'

/** With slashes between its parts, as names in books and reports have them. */
export function slashed(name: string): string {
  return name.split(path.sep).join('/')
}

/** The way from one to the other, with slashes; '' when they are the same. */
export function slashedWay(from: string, to: string): string {
  return slashed(path.relative(from, to))
}

/** Is it the folder itself or something in it? A name like `..a` does not lead out of it. */
export function isWithin(folder: string, other: string): boolean {
  const way = path.relative(folder, other)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

/** A path as somebody in `cwd` would write it: relative when that is not longer. */
export function displayPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file) || '.'
  return relative.length <= file.length && !relative.startsWith(`..${path.sep}..${path.sep}..`)
    ? relative
    : file
}
