// The same query as others write it: with or without the sign between two parts of a word, in traditional or in
// simplified characters, by its sound.

/** More are not tried. */
const MOST = 12
const JOINT = /(?<=[\p{L}\p{N}])['-](?=[\p{L}\p{N}])/gu

/** Settled queries that mean the same, without the query itself; fewer where something is found already. */
export async function spellings({ library }, query, isFound) {
  const found = [query.replace(JOINT, ''), ...(await apart(library, query, isFound))]
  for (const one of inOtherCharacters(query, await formsOf(library))) {
    if (found.length > MOST) break
    found.push(one)
  }
  if (!isFound) found.push(...(await bySound(library, query)))
  return [...new Set(found)].filter((one) => one !== query)
}

/** A word as two words of the book, with a sign between them: `e-mail`; and `mesos-dns` where nothing else is there. */
async function apart(library, query, isFound) {
  if (!/^(?:(?!\p{sc=Han})[\p{L}\p{N}]){4,32}$/u.test(query)) return []
  const words = new Map(await library.words(query[0]))
  const found = []
  for (let at = 1; at < (isFound ? 2 : query.length - 1); at++) {
    const [first, rest] = [query.slice(0, at), query.slice(at)]
    if (!words.has(first) || found.length > 3 || !(words.has(rest) || (await library.exact(rest))))
      continue
    found.push(`${first}-${rest}`)
    if (at < 2) found.push(`${first}'${rest}`)
  }
  return found
}

/** Han characters with those that the book has for them, the usual ones first. */
const formsOf = async ({ index, file }) =>
  (await index()).extras.includes('f') ? file('f', readForms) : new Map()

/** Groups of characters that are one: those of the book, a bar, others. */
function readForms(text) {
  const forms = new Map()
  for (const group of text.split(' ')) {
    const own = [...group.split('|')[0]]
    for (const character of group) if (character !== '|') forms.set(character, own)
  }
  return forms
}

/** Every way to write it in the characters of the book, the usual ones first. */
function* inOtherCharacters(query, forms) {
  const [character] = query
  if (!character) return yield ''
  const rest = query.slice(character.length)
  for (const own of forms.get(character) || [character])
    for (const more of inOtherCharacters(rest, forms)) yield own + more
}

/** As many ways to write a sound are asked for, and as many are looked at. */
const SOUNDS = 6
const LOOKS = 5000

/** Chinese as it sounds: `ziyuan`. Every two characters must follow each other somewhere, the most common first. */
async function bySound({ index, file }, query) {
  const typed = query.replace(/[ ']/g, '')
  if (!/^[a-z]{3,40}$/.test(typed) || !(await index()).extras.includes('p')) return []
  const [sounds, after] = await file('p', readSounds)
  const found = []
  let looks = LOOKS
  const write = (at, written, rank) => {
    if (at === typed.length && written.length > 1) found.push([written, rank / written.length])
    const last = written.at(-1)
    for (let length = 6; length && at < typed.length; length--)
      for (const one of sounds.get(typed.slice(at, at + length)) || []) {
        if (!looks) return
        looks--
        const place = last ? (after.get(last) || []).indexOf(one) : 0
        if (place >= 0) write(at + length, written + one, rank + place)
      }
  }
  write(0, '', 0)
  return found
    .sort((a, b) => a[1] - b[1])
    .slice(0, SOUNDS)
    .map(([written]) => written)
}

/** Lists by what each is read by, or follows. */
const readSounds = (texts) =>
  texts.map(
    (text) =>
      new Map(
        text.split(' ').map((entry) => {
          const [, key, list] = /^([a-z]+|.)(.*)$/.exec(entry)
          return [key, list]
        }),
      ),
  )

/** Words of a question that no answer holds. */
const QUESTION =
  /为什么|是什么|什么|怎么[办样]?|怎样|如何|[吗呢了？?]|(?<!\S)(?:how|what|why|when|where|which|who|can|do|does|is|are|to|i|the|an?)(?!\S)/gi
const SIGNS = /[^\p{L}\p{N}\p{M}\s]/gu

/** A question without its words of question, then code without its signs. */
export const plainly = (query) => {
  const answer = query.replace(QUESTION, ' ')
  return [answer, answer.replace(SIGNS, ' ')]
}
