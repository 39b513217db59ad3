// The captions of pictures, in books that ask for them.
import { type Captions, type PictureLook, SIDES } from '../core/captions.ts'
import { type Json, objectOf, textOf } from '../core/json.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'

/** Undefined when only titles are captions. */
export function captionsOf({ figures }: Pick<Settings, 'figures'>): Captions | undefined {
  if (figures === false) return undefined
  const told = figures === true ? completed(SETTINGS.figures.of[1].keys, {}) : figures
  const own = Object.entries(told.images).map(([key, value]) => {
    const { caption, list, list_caption, skip, ...look } = objectOf(value)
    const inList = textOf(list) ?? textOf(list_caption)
    const one = {
      ...(typeof caption === 'string' ? { template: caption } : {}),
      ...(inList !== undefined ? { inList } : {}),
      ...(skip === true ? { skip } : {}),
      ...lookOf(look['align'], look['attributes']),
    }
    return [key, one] as const
  })
  return {
    template: told.caption,
    inList: told.list,
    images: new Map(own),
    usual: lookOf(told.align, told.attributes),
  }
}

function lookOf(align: Json | undefined, attributes: Json | undefined): PictureLook {
  const side = SIDES.find((known) => known === align)
  const own = Object.entries(objectOf(attributes)).flatMap(([name, value]) =>
    isSafe(name) && (typeof value === 'string' || typeof value === 'number')
      ? [[name.toLowerCase(), String(value)] as const]
      : [],
  )
  return { ...(side && { align: side }), ...(own.length > 0 && { attributes: own }) }
}

/** Neither where the picture is, nor what would run or look by a style of its own. */
function isSafe(name: string): boolean {
  return /^[a-z][\w-]*$/i.test(name) && !/^(?:on|style$|src$|srcset$|id$)/i.test(name)
}
