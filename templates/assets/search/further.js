// Where a query finds little: what others would write for it, what it says beside its words of question, what is near.
import { nearest } from './nearest.js'
import { plainly, spellings } from './spellings.js'

/** Adds pages that hold the query in another spelling, and gives those that hold something like it. */
export async function further(kit, { query, plan, pages, bound }) {
  const { holders, byPage, planOf } = kit
  const known = new Set(pages.map(({ url }) => url))
  const isNew = ({ url }) => !known.has(url) && known.add(url)
  for (const spelling of await spellings(kit, plan.whole, pages.length)) {
    const other = planOf(spelling)
    const { found } = await holders(other)
    // What is no word was meant as it is written, and parts of a Chinese query lead anywhere.
    const isExact = [plan, other].some(({ parts }) => parts.some(({ words }) => !words[0]))
    const whole = found.filter(({ rank }) => rank >= (isExact ? 2 : 1))
    pages.push(...byPage(whole, other, spelling).filter(isNew))
  }
  const plain = pages.length ? [] : plainly(query).map(planOf)
  const others = plain.filter(({ whole }) => whole && whole !== plan.whole)
  for (const other of others) {
    const { found } = await holders(other)
    if (found.length) return byPage(found, other).filter(isNew)
  }
  const closest = plain[0]?.whole ? plain[0] : plan
  return byPage(await nearest(kit, closest, bound()), closest).filter(isNew)
}
