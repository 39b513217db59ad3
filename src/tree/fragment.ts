const UNSAFE = /[\s#%"<>`^{}|\\[\]]/g

/** The address of an element of the same page: `#id` with the characters encoded that a fragment must not hold. */
export function fragment(id: string): string {
  return `#${id.replace(UNSAFE, encodeURIComponent)}`
}
