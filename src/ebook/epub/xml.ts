// Elements of XML as text.
import { xmlText } from '../../site/metadata/xml.ts'

/** Attributes by name; those without a value are left out. */
export type Attributes = { readonly [name: string]: string | number | undefined }

/** An element whose content is XML already. */
export function tag(name: string, attributes: Attributes = {}, inside = ''): string {
  const start = `<${name}${attributeText(attributes)}`
  return inside === '' && EMPTY.has(name) ? `${start}/>` : `${start}>${inside}</${name}>`
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
}

/** Elements of XHTML and of packages that never have content; all others have an end tag, for readers of HTML. */
const EMPTY = new Set(['br', 'hr', 'img', 'link', 'meta', 'item', 'itemref', 'rootfile', 'image'])
