// What a book needs that readers can keep for times without a network: the list of its files, a web app manifest, and a
// service worker, which must lie at the top of the site to answer for all of it.
import type { OutputPath } from '../core/path.ts'
import { relativeUrl } from '../core/path.ts'
import type { SpaceSite } from './space-site.ts'
import type { Theme } from './theme.ts'

/** Where the manifest lies. */
export const webManifest: OutputPath = 'handbook/book.webmanifest' as OutputPath
const WORKER = 'handbook-offline.js' as OutputPath
const LIST = 'handbook/files.json' as OutputPath
const START = 'index.html' as OutputPath
/** Files that only machines ask for. */
const FOR_MACHINES =
  /^(?:\.nojekyll|_redirects|_headers|robots\.txt|sitemap[^/]*\.xml|.*atom\.xml)$/

/** The files, when any space wants them. `outputs` are all others. */
export function offlineFiles(
  outputs: Iterable<OutputPath>,
  sites: readonly SpaceSite[],
  theme: Theme,
): readonly (readonly [path: OutputPath, content: string])[] {
  const [first] = sites
  const isWanted = sites.some(({ navigation }) => navigation.space.config.theme.reader.offline)
  if (first === undefined || !isWanted) return []
  const files = [...outputs, webManifest].filter((path) => !FOR_MACHINES.test(path)).sort()
  return [
    [webManifest, manifestOf(first)],
    [WORKER, theme.assets.get('worker.js') ?? ''],
    [LIST, JSON.stringify(files)],
  ]
}

function manifestOf({ title, brand, navigation }: SpaceSite): string {
  const icon = [brand.favicon, brand.logo].flatMap((one) =>
    one !== undefined && 'path' in one ? [one.path] : [],
  )[0]
  const { description } = navigation.space.config
  return JSON.stringify({
    name: title,
    ...(description === undefined ? {} : { description }),
    start_url: relativeUrl(webManifest, START),
    scope: '../',
    display: 'minimal-ui',
    ...(icon === undefined
      ? {}
      : { icons: [{ src: relativeUrl(webManifest, icon), sizes: 'any' }] }),
  })
}
