// `gitGraph`: commits on branches, a lane a branch.
import { drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn, noSense } from '../not-drawn.ts'

interface Commit {
  readonly id: string
  readonly tag: string
  readonly lane: number
  readonly column: number
  readonly parents: readonly Commit[]
}

const STEP = 64
const LANE = 56

/** Draws commits in their order, with the lines between them. */
export function drawGit(lines: readonly string[]): string {
  const history = new History()
  for (const line of lines) history.read(line)
  const { commits, branches } = history
  if (commits.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const left = 24 + Math.max(...branches.map((name) => widthOf(name)))
  const x = ({ column }: Commit): number => left + 24 + column * STEP
  const y = (lane: number): number => 32 + lane * LANE
  const lanes = branches.map((name, lane) =>
    text(name, { x: 8, y: y(lane), dy: '0.35em', 'font-weight': 700 }),
  )
  const links = commits.flatMap((commit) =>
    commit.parents.map((parent) => {
      const half = (x(parent) + x(commit)) / 2
      const [from, to] = [y(parent.lane), y(commit.lane)]
      const d = `M${x(parent)} ${from}C${half} ${from} ${half} ${to} ${x(commit)} ${to}`
      const lane = Math.max(parent.lane, commit.lane)
      return shape('path', { d, fill: 'none', stroke: part(lane), 'stroke-width': 3 })
    }),
  )
  const marks = commits.flatMap((commit) => {
    const at = { x: x(commit), 'text-anchor': 'middle', 'font-size': 11 }
    return [
      shape('circle', {
        cx: x(commit),
        cy: y(commit.lane),
        r: 7,
        fill: part(commit.lane),
        stroke: 'var(--bg)',
        'stroke-width': 2,
      }),
      ...(commit.id === '' ? [] : [text(commit.id, { ...at, y: y(commit.lane) + 22 })]),
      ...(commit.tag === ''
        ? []
        : [text(commit.tag, { ...at, y: y(commit.lane) - 14, 'font-weight': 700 })]),
    ]
  })
  return drawing(left + 48 + commits.length * STEP, 40 + branches.length * LANE, [
    ...lanes,
    ...links,
    ...marks,
  ])
}

class History {
  readonly commits: Commit[] = []
  readonly branches: string[] = ['main']
  readonly #heads = new Map<string, Commit>()
  #current = 'main'

  read(line: string): void {
    const [, command = '', rest = ''] = /^([\w-]+)\s*(.*)$/.exec(line) ?? []
    const name = /^"?([^"\s]+)"?/.exec(rest)?.[1] ?? ''
    if (/^(?:commit|cherry-pick)$/.test(command)) this.#commit(rest, [])
    else if (command === 'branch') this.#branch(name)
    else if (command === 'merge') this.#commit(rest, [this.#headOf(name)])
    else if (/^(?:checkout|switch)$/.test(command) && this.branches.includes(name))
      this.#current = name
    else if (command !== 'gitGraph') throw noSense(line)
  }

  #branch(name: string): void {
    const head = this.#heads.get(this.#current)
    this.branches.push(name)
    if (head !== undefined) this.#heads.set(name, head)
    this.#current = name
  }

  #headOf(name: string): Commit {
    const head = this.#heads.get(name)
    if (head === undefined) throw new NotDrawn({ case: 'no-commit', name })
    return head
  }

  #commit(said: string, others: readonly Commit[]): void {
    const of = (name: string): string =>
      new RegExp(`\\b${name}\\s*:\\s*"([^"]*)"`).exec(said)?.[1] ?? ''
    const head = this.#heads.get(this.#current)
    const commit: Commit = {
      id: of('id'),
      tag: of('tag'),
      lane: this.branches.indexOf(this.#current),
      column: this.commits.length,
      parents: [...(head === undefined ? [] : [head]), ...others],
    }
    this.commits.push(commit)
    this.#heads.set(this.#current, commit)
  }
}
