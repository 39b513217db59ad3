import type { Diagnostic, Place } from '../../core/diagnostic.ts'

/** An address of the site that is none. */
export function unusableSiteUrl(at: Place | undefined, key: string, written: string): Diagnostic {
  const isBare = /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(written)
  return {
    code: 'publishing/unusable-site-url',
    severity: 'warning',
    message: `"${key}" should be an address that begins with https://, and it is "${written}"`,
    ...(at === undefined ? {} : { at }),
    ...(isBare ? { hint: `Write "https://${written}"` } : {}),
  }
}

/** A feed that has no addresses to give. */
export function feedWithoutSiteUrl(at: Place | undefined): Diagnostic {
  return {
    code: 'publishing/feed-without-site-url',
    severity: 'warning',
    message:
      'A feed needs the address of the site, and the book does not say where it is published',
    ...(at === undefined ? {} : { at }),
    hint: 'Set "siteUrl" in book.json',
  }
}

/** A feed that has no news to tell. */
export function feedWithoutDates(at: Place | undefined): Diagnostic {
  return {
    code: 'publishing/feed-without-dates',
    severity: 'warning',
    message: 'A feed tells when pages changed, and no page has a date from git',
    ...(at === undefined ? {} : { at }),
    hint: 'Build inside a git repository with its full history (on GitHub Actions: fetch-depth: 0)',
  }
}

/** A redirect as diagnostics speak of it. */
export interface WrittenRedirect {
  readonly from: string
  readonly to: string
  readonly at?: Place | undefined
}

function place(redirect: WrittenRedirect): { readonly at?: Place } {
  return redirect.at === undefined ? {} : { at: redirect.at }
}

/** Redirects that lead to each other. */
export function redirectLoop(redirect: WrittenRedirect, way: readonly string[]): Diagnostic {
  return {
    code: 'redirects/loop',
    severity: 'warning',
    message: `The redirect of "${redirect.from}" leads back to itself: ${way.map((step) => `"${step}"`).join(' → ')}`,
    ...place(redirect),
    hint: 'Let the last one lead to a page that exists',
  }
}

/** A redirect to nowhere. */
export function missingRedirectTarget(
  redirect: WrittenRedirect,
  near: string | undefined,
): Diagnostic {
  return {
    code: 'redirects/missing-target',
    severity: 'warning',
    message: `The redirect of "${redirect.from}" leads to "${redirect.to}", and the site has no such page`,
    ...place(redirect),
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  }
}

/** A redirect from an address that something else answers to. */
export function shadowedByPage(redirect: WrittenRedirect, what: string): Diagnostic {
  return {
    code: 'redirects/shadows-page',
    severity: 'warning',
    message: `The redirect of "${redirect.from}" is not used: ${what}`,
    ...place(redirect),
    hint: 'Remove the redirect, or what is in its way',
  }
}

/** Two redirects from one address. */
export function redirectTwice(redirect: WrittenRedirect, first: WrittenRedirect): Diagnostic {
  return {
    code: 'redirects/defined-twice',
    severity: 'warning',
    message: `"${redirect.from}" is redirected twice: to "${first.to}" and to "${redirect.to}"`,
    ...place(redirect),
    hint: 'The first is used. Remove one of them',
    ...(first.at === undefined
      ? {}
      : { related: [{ at: first.at, message: 'The first of the two' }] }),
  }
}

/** A redirect from something that can be no page. */
export function unusableSource(redirect: WrittenRedirect): Diagnostic {
  return {
    code: 'redirects/unusable-source',
    severity: 'warning',
    message: `A redirect should come from a page inside the site, such as "old.md" or "/old/", and this one comes from "${redirect.from}"`,
    ...place(redirect),
  }
}
