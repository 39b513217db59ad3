// What every space has of its own beside its pages.
import type { OutputPath } from '../core/path.ts'
import type { EmitRequest } from './emit-request.ts'
import { contentsView, panelsScript } from './site-view.ts'
import type { SpaceSite } from './space-site.ts'
import type { Report } from './theme.ts'

/** The files of a space; those that the build before made of the same, by the fingerprint of what layouts see, are kept. */
export function* spaceFiles(
  site: SpaceSite,
  { theme, previous }: EmitRequest,
  { report, key }: { readonly report: Report; readonly key: string },
): Iterable<readonly [path: OutputPath, content: string | Uint8Array]> {
  // A layout of the book may have something to report.
  const before = previous?.key === key && !theme.isOwn ? previous.outputs : undefined
  const keptOr = (path: OutputPath, make: () => string): [OutputPath, string | Uint8Array] => {
    const file = before?.get(path)
    return [path, file?.kind === 'made' ? file.content : make()]
  }
  yield [site.assets.nav, site.assets.navText]
  yield keptOr(site.assets.panels, () => panelsScript(site, theme, report))
  yield keptOr(site.site.contents, () => theme.renderContents(contentsView(site), report))
}
