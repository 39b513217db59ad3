// The examples of the manual that stand beside what they make: one source, or one a spelling in tabs.

/** A way to write what an example shows. */
export interface Spelling {
  /** The title of its tab; '' for an example of one source. */
  readonly title: string
  readonly language: string
  readonly text: string
}

export interface ShownExample {
  readonly spellings: readonly Spelling[]
  /** The source that the page has in the place of the result. */
  readonly shown: string
}

const EXAMPLE =
  /^<div class="example wide">\n\n(.*?)\n\n<div class="shown">\n\n(.*?)\n\n<\/div>\n\n<\/div>$/gms
const ONE = /^(`{3,})(markdown|asciidoc)[^\n]*\n(.*?)\n\1$/ms
const TAB =
  /^\{% tab title="([^"]+)" %\}\n(`{3,})(markdown|asciidoc)[^\n]*\n(.*?)\n\2\n\{% endtab %\}$/gms

/** Where the manual begins an example. */
export const beginsExample = /^<div class="example/gm

export function shownExamples(page: string): readonly ShownExample[] {
  return [...page.matchAll(EXAMPLE)].map(([, sources = '', shown = '']) => {
    const tabs = sources.startsWith('{% tabs %}\n') ? [...sources.matchAll(TAB)] : []
    if (tabs.length > 0)
      return {
        spellings: tabs.map(([, title = '', , language = '', text = '']) => ({
          title,
          language,
          text,
        })),
        shown,
      }
    const [, , language = '', text = ''] = ONE.exec(sources) ?? []
    return { spellings: [{ title: '', language, text }], shown }
  })
}
