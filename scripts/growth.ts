// npm run growth -- [--size N] [--only TEXT] [--all]: builds every pattern of `growth/patterns.ts` at one, two, four and
// eight times a size (10 000 characters) and lists those whose cost grows by more than 2.4 when the size doubles, in
// lengths of a yardstick that is measured beside each. With --all every pattern is listed.
import { parseArgs } from 'node:util'
import { type Growth, growthOf } from './growth/measure.ts'
import { PATTERNS } from './growth/patterns.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
})
/** Twice the size is twice the cost, and something for the machine. */
const LIMIT = 2.4

const found: Growth[] = []
for (const pattern of PATTERNS.filter(({ name }) => name.includes(values.only))) {
  const size = Number(values.size)
  // oxlint-disable-next-line no-await-in-loop -- one measurement at a time
  const growth = await growthOf(pattern, size, { limit: LIMIT })
  found.push(growth)
  if (values.all || growth.largest > LIMIT) console.log(line(growth))
}
const over = found.filter(({ largest }) => largest > LIMIT)
console.log(
  `${found.length} patterns, ${over.length} grow by more than ${LIMIT}; largest growth ${Math.max(...found.map(({ largest }) => largest)).toFixed(1)}`,
)
process.exitCode = over.length === 0 ? 0 : 1

function line({ name, costs, largest }: Growth): string {
  return `${largest.toFixed(1).padStart(5)}  ${costs.map((cost) => cost.toFixed(1).padStart(7)).join('')}  ${name}`
}
