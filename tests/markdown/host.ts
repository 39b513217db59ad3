import type { MarkdownHost, Reference } from '../../src/markdown/parser.ts'

/** Every reference means what is written. */
export const literalHost: MarkdownHost = {
  link: ({ written }) => ({ href: written }),
  image: ({ written }) => ({ src: written }),
}

/** Pages become `.html`, addresses of the web open in a new window, images are 4 by 3. */
export const fixtureHost: MarkdownHost = {
  link: ({ written }) =>
    /^https?:/.test(written)
      ? { href: written, attributes: { target: '_blank' } }
      : { href: written.replace(/\.md(?=$|[?#])/, '.html') },
  image: ({ written }) => ({ src: written, width: 4, height: 3 }),
}

/** A host that keeps what it was asked. */
export function notingHost(): MarkdownHost & { readonly asked: Reference[] } {
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
  }
}
