// Nunjucks itself, as it is run for the same sources.
import { Environment } from '@11ty/nunjucks'

const OPTIONS = { autoescape: false, tags: { commentStart: '{###', commentEnd: '###}' } }

/** What Nunjucks makes of a source; undefined where it refuses it. `files` are found by their names as written. */
export function nunjucks(
  source: string,
  context: object,
  files: { readonly [name: string]: string } = {},
): string | undefined {
  const loader = {
    getSource: (name: string) =>
      Object.hasOwn(files, name) ? { src: files[name], path: name, noCache: true } : null,
  }
  try {
    return new Environment(loader, OPTIONS).renderString(source, context)
  } catch {
    return undefined
  }
}
