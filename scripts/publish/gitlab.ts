// The jobs of a `.gitlab-ci.yml` as steps: what the default says comes before the script of each.
import { readFileSync } from 'node:fs'
import { readYaml } from '../../src/files/yaml.ts'
import { because } from '../../src/messages/en/reasons.ts'
import type { Job } from './workflow.ts'

interface Written {
  readonly before_script?: readonly string[]
  readonly script?: readonly string[]
}

interface Variables {
  readonly [name: string]: string | number
}

/** Variables that GitLab sets, as far as our files use them. */
export interface Told {
  readonly CI_PROJECT_DIR: string
  readonly CI_PAGES_URL: string
}

/** The jobs in the order in which they stand, each one step. */
export function readPipeline(file: string, told: Told): readonly Job[] {
  const result = readYaml(readFileSync(file, 'utf8'))
  if (!('value' in result)) throw new Error(`${file}:${result.at[0]}: ${because(result.reason)}`)
  const {
    default: before,
    variables,
    ...jobs
  } = result.value as unknown as {
    readonly default: Written
    readonly variables: Variables
  } & { readonly [job: string]: Written }
  const env = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, filled(String(value), told)]),
  )
  return Object.entries(jobs).map(([name, job]) => ({
    name,
    needs: [],
    steps: [{ name: 'script', run: scriptOf(before, job), with: {}, env }],
  }))
}

function scriptOf(before: Written, job: Written): string {
  return [...(before.before_script ?? []), ...(job.script ?? [])].join('\n')
}

function filled(text: string, told: Told): string {
  return text.replaceAll(/\$(\w+)/g, (_, name: string) => {
    if (name in told) return told[name as keyof Told]
    throw new Error(`Nothing is known about $${name}`)
  })
}
