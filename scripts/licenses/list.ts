// What handbook is installed with and what it carries, with the licenses that their authors chose: read from the lock and
// from the packages themselves.
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** A package of somebody else. */
export interface Licensed {
  readonly name: string
  readonly license: string
  readonly home: string
}

/** Development packages of which something is in the package that users get. */
const CARRIED = [
  '@fontsource/stix-two-math',
  'handlebars',
  'less',
  'copy-anything',
  'is-what',
  'parse-node-version',
]

interface Locked {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
}

interface Manifest {
  readonly name: string
  readonly license?: string
  readonly homepage?: string
  readonly repository?: string | { readonly url?: string }
}

/** Every package that `npm install` brings with handbook, by name. */
export function installed(): readonly Licensed[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: { readonly [folder: string]: Locked }
  }
  const found = Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder]) => licensed(folder))
  const byName = new Map(found.map((one) => [`${one.name} ${one.license}`, one]))
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What is part of the package itself. */
export function carried(): readonly Licensed[] {
  return CARRIED.map((name) => licensed(`node_modules/${name}`))
}

function licensed(folder: string): Licensed {
  const file = path.join(root, folder, 'package.json')
  const { name, license, homepage, repository } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const url = typeof repository === 'string' ? repository : repository?.url
  return { name, license: license ?? 'not stated', home: addressOf(url ?? homepage ?? '') }
}

/** The address of a repository as a browser opens it. */
function addressOf(written: string): string {
  const plain = written
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh|http):\/\/(?:git@)?/, 'https://')
    .replace(/^git@([^:/]+):/, 'https://$1/')
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(plain)?.[1]
  return (short === undefined ? plain : `https://github.com/${short}`).replace(/\.git$/, '')
}

/** The file, as it should be. */
export function licensesFile(): string {
  return `# Licenses

handbook itself is under the license in \`LICENSE\`. \`npm run licenses\` writes this list.

## Part of the package

${table(carried())}

The characters of formulas in the pages of a book are drawn with \`@fontsource/stix-two-math\`, which a site then carries too.

## Installed with the package

${table(installed())}

Pictures of \`@iconify-json/fa6-brands\`, \`@iconify-json/fa6-regular\` and \`@iconify-json/fa6-solid\` are those of Font Awesome Free 6, by Fonticons, Inc. (https://fontawesome.com), under CC BY 4.0. A page that shows one carries its drawing.
`
}

function table(all: readonly Licensed[]): string {
  const cells = [
    ['Package', 'License', 'From'],
    ...all.map(({ name, license, home }) => [`\`${name}\``, license, home]),
  ]
  const widths = [0, 1, 2].map((at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...rows] = cells
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
