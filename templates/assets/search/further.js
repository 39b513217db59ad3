// Where a query finds little: what others would write for it, what it says beside its words of question, what is near.
import { nearest } from './nearest.js'
import { plainly, spellings } from './spellings.js'

/** Adds pages that hold the query in another spelling, and gives those that hold something like it. */
export async function further(kit, { query, plan, pages, isNew, bound }) {
  const { holders, byPage, planOf } = kit
  for (const spelling of await spellings(kit, plan.whole, pages.length)) {
    const other = planOf(spelling)
    const { found } = await holders(other)
    // Parts of a Chinese query lead anywhere.
    const whole = found.filter(({ rank }) => rank >= (/\p{sc=Han}/u.test(spelling) ? 2 : 1))
    pages.push(...byPage(whole, other, spelling).filter(isNew))
  }
  const plain = pages.length ? plan : planOf(plainly(query))
  const isOther = plain.whole && plain.whole !== plan.whole
  const { found: answers } = isOther ? await holders(plain) : { found: [] }
  const closest = isOther ? plain : plan
  const near = answers.length ? answers : await nearest(kit, closest, bound())
  return byPage(near, closest).filter(isNew)
}
