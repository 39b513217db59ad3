import type { Reference, ReferenceHost } from '../../src/tree/host.ts'

/** Every reference means what is written. */
export const literalHost: ReferenceHost = {
  link: ({ written }) => ({ href: written }),
  image: ({ written }) => ({ src: written }),
  file: ({ written }) => written,
}

/** Pages become `.html`, addresses of the web open in a new window, images are 4 by 3. */
export const fixtureHost: ReferenceHost = {
  link: ({ written }) =>
    /^https?:/.test(written)
      ? { href: written, attributes: { target: '_blank' } }
      : { href: written.replace(/\.md(?=$|[?#])/, '.html') },
  image: ({ written }) => ({ src: written, width: 4, height: 3 }),
  file: ({ written }) => written,
}

/** A host that keeps what it was asked. */
export function notingHost(): ReferenceHost & { readonly asked: Reference[] } {
  const asked: Reference[] = []
  return {
    asked,
    link(reference) {
      asked.push(reference)
      return literalHost.link(reference)
    },
    image(reference) {
      asked.push(reference)
      return literalHost.image(reference)
    },
    file(reference) {
      asked.push(reference)
      return literalHost.file(reference)
    },
  }
}
