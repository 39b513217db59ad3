// An Atom feed of the pages that changed last. Dates come from git and nowhere else: files on a build machine are all
// as old as the checkout.
import type { PageResult } from '../../core/book.ts'
import { compare } from '../../core/diagnostic.ts'
import type { BookPath, OutputPath } from '../../core/path.ts'
import { labelsFor } from '../labels.ts'
import { pageTitle } from '../page-view.ts'
import { type SiteUrl, addressOf } from './site-url.ts'
import { xmlDate, xmlText } from './xml.ts'
import type { SpaceSite } from '../space-site.ts'

/** Readers of a feed want news, not the whole book. */
const MOST = 50

/** What a feed is made of. */
export interface FeedRequest {
  readonly site: SiteUrl
  readonly shared: SpaceSite
  readonly results: readonly PageResult[]
  readonly dates: ReadonlyMap<BookPath, string>
  /** Where the feed lies. */
  readonly output: OutputPath
}

/** The feed of a space; undefined when none of its pages has a date. */
export function atomFeed(request: FeedRequest): string | undefined {
  const { site, shared, results, dates, output } = request
  const dated = results
    .flatMap((result) => {
      const date = xmlDate(dates.get(result.path))
      return date === undefined ? [] : [{ result, date }]
    })
    .sort((a, b) => compare(b.date, a.date) || compare(a.result.path, b.result.path))
    .slice(0, MOST)
  const [newest] = dated
  if (newest === undefined) return undefined
  const { space } = shared.navigation
  const { author, description, language } = space.config
  const home = addressOf(site, shared.site.outputOf(space.readme) ?? output)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(labelsFor(language).tag)}">`,
    `<title>${xmlText(shared.title)}</title>`,
    ...(description === undefined ? [] : [`<subtitle>${xmlText(description)}</subtitle>`]),
    `<id>${xmlText(home)}</id>`,
    `<link href="${xmlText(home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(addressOf(site, output))}"/>`,
    `<updated>${newest.date}</updated>`,
    `<author><name>${xmlText(author ?? shared.title)}</name></author>`,
    '<generator>handbook</generator>',
    ...dated.map(({ result, date }) => entry(request, result, date)),
    '</feed>\n',
  ].join('\n')
}

function entry({ site, shared }: FeedRequest, result: PageResult, date: string): string {
  const address = xmlText(addressOf(site, result.output))
  const summary = result.description
  return [
    '<entry>',
    `<title>${xmlText(pageTitle(result, shared.navigation))}</title>`,
    `<id>${address}</id>`,
    `<link href="${address}"/>`,
    `<updated>${date}</updated>`,
    ...(summary === undefined ? [] : [`<summary>${xmlText(summary)}</summary>`]),
    '</entry>',
  ].join('\n')
}
