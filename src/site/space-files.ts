// What every space has of its own beside its pages.
import type { OutputPath } from '../core/path.ts'
import type { EmitRequest } from './emit-request.ts'
import type { SiteFile } from './late-file.ts'
import { contentsView, panelsScript } from './site-view.ts'
import type { SpaceSite } from './space-site.ts'
import type { Report } from './theme.ts'

/** The files of a space. What layouts make of nothing but what they all see is known by its fingerprint. */
export function* spaceFiles(
  site: SpaceSite,
  { theme }: EmitRequest,
  { report, key }: { readonly report: Report; readonly key: string },
): Iterable<SiteFile> {
  // A layout of the book may have something to report.
  const laidOut = (path: OutputPath, make: () => string): SiteFile =>
    theme.isOwn ? [path, make()] : [path, make, key]
  yield [site.assets.nav, site.assets.navText]
  yield laidOut(site.assets.panels, () => panelsScript(site, theme, report))
  yield laidOut(site.site.contents, () => theme.renderContents(contentsView(site), report))
}
