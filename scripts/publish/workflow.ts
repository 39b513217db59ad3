// Workflows and composite actions as data: what is read here is all that our files use, and anything else is an error.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readYaml } from '../../src/files/yaml.ts'
import { because } from '../../src/messages/en/reasons.ts'

/** Texts by name. */
export type Texts = { readonly [name: string]: string }

/** A step: either `run` or `uses`. */
export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly with: Texts
  readonly env: Texts
}

/** A job of a workflow. */
export interface Job {
  readonly name: string
  readonly if?: string
  readonly needs: readonly string[]
  readonly steps: readonly Step[]
}

/** A composite action. */
export interface Action {
  readonly inputs: { readonly [name: string]: { readonly default?: string } }
  readonly steps: readonly Step[]
}

interface Written {
  readonly [key: string]: unknown
}

/** The jobs of a workflow, in an order in which they can run. */
export function readWorkflow(file: string): readonly Job[] {
  const { jobs } = readFile(file) as { readonly jobs: { readonly [name: string]: Written } }
  const read = Object.entries(jobs).map(([name, job]) => readJob(name, job))
  const done = new Set<string>()
  const ordered: Job[] = []
  while (ordered.length < read.length) {
    const next = read.find(
      ({ name, needs }) => !done.has(name) && needs.every((it) => done.has(it)),
    )
    if (next === undefined) throw new Error(`The jobs of ${file} wait for each other`)
    done.add(next.name)
    ordered.push(next)
  }
  return ordered
}

/** The steps of the composite action in a folder. */
export function readAction(folder: string): Action {
  const { inputs, runs } = readFile(path.join(folder, 'action.yml')) as {
    readonly inputs: Action['inputs']
    readonly runs: { readonly using: string; readonly steps: readonly Written[] }
  }
  if (runs.using !== 'composite') throw new Error(`${folder} is no composite action`)
  return { inputs, steps: runs.steps.map(readStep) }
}

function readFile(file: string): unknown {
  const result = readYaml(readFileSync(file, 'utf8'))
  if ('value' in result) return result.value
  throw new Error(`${file}:${result.at[0]}: ${because(result.reason)}`)
}

function readJob(name: string, written: Written): Job {
  const {
    steps = [],
    needs = [],
    if: condition,
  } = written as {
    /** A job that calls another workflow has none of its own. */
    readonly steps?: readonly Written[]
    readonly needs?: string | readonly string[]
    readonly if?: string
  }
  return {
    name,
    needs: typeof needs === 'string' ? [needs] : needs,
    ...(condition === undefined ? {} : { if: condition }),
    steps: steps.map(readStep),
  }
}

const KNOWN = new Set(['id', 'name', 'if', 'run', 'uses', 'with', 'env', 'shell'])

function readStep(written: Written): Step {
  const unknown = Object.keys(written).filter((key) => !KNOWN.has(key))
  if (unknown.length > 0) throw new Error(`A step has what nobody can rehearse: ${unknown.join()}`)
  const text = (key: string): string | undefined => {
    const value = written[key]
    if (value === undefined || typeof value === 'string') return value
    throw new Error(`Expected a text as "${key}" of a step, found ${JSON.stringify(value)}`)
  }
  const entries = (['id', 'name', 'if', 'run', 'uses'] as const).flatMap((key) => {
    const value = text(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    ...Object.fromEntries(entries),
    with: texts(written['with']),
    env: texts(written['env']),
  }
}

function texts(value: unknown): Texts {
  return Object.fromEntries(
    Object.entries((value ?? {}) as Written).map(([key, member]) => [key, String(member)]),
  )
}
