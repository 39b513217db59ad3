// The pictures of a text that would have captions, without the page around them.
import type { Engine } from './engine.ts'
import { createEngine } from './engine.ts'
import { captionOf, lonePicture } from './rules/figures.ts'

/** A picture that stands alone in its paragraph and has words of its own. */
export interface WrittenPicture {
  readonly src: string
  readonly alt: string
  readonly title: string
  /** Its title, else its alternative text. */
  readonly caption: string
}

let engine: Engine | undefined

/** In the order of the text. */
export function picturesIn(text: string): readonly WrittenPicture[] {
  if (!text.includes('![')) return []
  engine ??= withoutFigures()
  const tokens = engine.parse(text, {})
  return tokens.flatMap((_token, index) => {
    const image = lonePicture(tokens, index)
    const said = image && captionOf(image)
    if (image === undefined || said === undefined || said.caption === '') return []
    return [{ src: String(image.attrGet('src') ?? ''), ...said }]
  })
}

/** The parser of pages, as far as it says where paragraphs begin and end. */
function withoutFigures(): Engine {
  const syntax = { dollars: false, brackets: 'likely', isLoose: false } as const
  const own = createEngine({ lineNumbers: false, wrap: false, hiddenLines: {} }, syntax)
  own.core.ruler.disable('figures')
  return own
}
