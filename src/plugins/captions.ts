// The captions of pictures, in books that ask for them.
import type { Captions } from '../core/captions.ts'
import { objectOf } from '../core/json.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'

/** Undefined when only titles are captions. */
export function captionsOf({ figures }: Pick<Settings, 'figures'>): Captions | undefined {
  if (figures === false) return undefined
  const { caption, images } =
    figures === true ? completed(SETTINGS.figures.of[1].keys, {}) : figures
  const own = Object.entries(images).map(([key, value]) => {
    const { caption: template, skip } = objectOf(value)
    const one = {
      ...(typeof template === 'string' ? { template } : {}),
      ...(skip === true ? { skip } : {}),
    }
    return [key, one] as const
  })
  return { template: caption, images: new Map(own) }
}
