// The same query as others write it: with or without the sign between two parts of a word, in traditional or in
// simplified characters.

/** More are not tried. */
const MOST = 12
const JOINT = /(?<=[\p{L}\p{N}])['-](?=[\p{L}\p{N}])/gu

/** Settled queries that mean the same, without the query itself. */
export async function spellings({ library }, query) {
  const found = [query.replace(JOINT, ''), ...(await apart(library, query))]
  for (const one of inOtherCharacters(query, await library.forms())) {
    if (found.length > MOST) break
    found.push(one)
  }
  return [...new Set(found)].filter((one) => one !== query)
}

/** A word as two words of the book, with a sign between them. */
async function apart(library, query) {
  if (!/^(?:(?!\p{sc=Han})[\p{L}\p{N}]){4,32}$/u.test(query)) return []
  const words = new Map(await library.words(query[0]))
  const found = []
  for (let at = 1; at < query.length - 1; at++) {
    const [first, rest] = [query.slice(0, at), query.slice(at)]
    if (!words.has(first) || found.length > 3 || !(words.has(rest) || (await library.exact(rest))))
      continue
    found.push(`${first}-${rest}`)
    if (at < 2) found.push(`${first}'${rest}`)
  }
  return found
}

/** Every way to write it in the characters of the book, the usual ones first. */
function* inOtherCharacters(query, forms) {
  const [character] = query
  if (!character) return yield ''
  const rest = query.slice(character.length)
  for (const own of forms.get(character) || [character])
    for (const more of inOtherCharacters(rest, forms)) yield own + more
}

/** Words of a question that no answer holds. */
const QUESTION =
  /为什么|是什么|什么|怎么[办样]?|怎样|如何|[吗呢了？?]|(?<!\S)(?:how|what|why|when|where|which|who|can|do|does|is|are|to|i|the|an?)(?!\S)/gi
const SIGNS = /[^\p{L}\p{N}\p{M}\s]/gu

/** A question without its words of question, code without its signs. */
export const plainly = (query) => query.replace(QUESTION, ' ').replace(SIGNS, ' ')
