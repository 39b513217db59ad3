import type { SiteUrl } from './site-url.ts'

/** `robots.txt`: everything is welcome, and there is the sitemap. */
export function robotsFile(site: SiteUrl): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site}sitemap.xml\n`
}
