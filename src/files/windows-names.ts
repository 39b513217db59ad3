// Names that Windows cannot hold: whoever unpacks the site there, or has the book there, misses those files.

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001F]/

/** Can a file or a folder have this name on Windows? */
export function isForWindows(name: string): boolean {
  return !RESERVED.test(name) && !FORBIDDEN.test(name) && !/[. ]$/.test(name)
}
