// The captions of pictures, in books that list the plugin image-captions.
import type { Config } from '../core/book.ts'
import type { Captions } from '../core/captions.ts'
import { objectOf } from '../core/json.ts'

const USUAL = 'Figure: _CAPTION_'

/** Undefined when the book does not list the plugin. */
export function captionsOf({
  plugins,
  pluginsConfig,
}: Pick<Config, 'plugins' | 'pluginsConfig'>): Captions | undefined {
  if (!plugins.some(({ name }) => name === 'image-captions')) return undefined
  const { caption, images } = objectOf(pluginsConfig['image-captions'])
  const own = Object.entries(objectOf(images)).map(([key, value]) => {
    const { caption: template, skip } = objectOf(value)
    const one = {
      ...(typeof template === 'string' ? { template } : {}),
      ...(skip === true ? { skip } : {}),
    }
    return [key, one] as const
  })
  return { template: typeof caption === 'string' ? caption : USUAL, images: new Map(own) }
}
