/** Forms of a report. */
export const CHECK_FORMATS = ['human', 'json', 'sarif', 'github', 'junit'] as const

/** A form of a report. */
export type CheckFormat = (typeof CHECK_FORMATS)[number]

/** Flags of `check` beside those of all commands. */
export interface CheckFlags {
  readonly format: CheckFormat
  readonly baseline?: string
  readonly updateBaseline: boolean
  readonly maxWarnings?: number
  readonly fix: boolean
  readonly dryRun: boolean
  readonly external: boolean
  readonly watch: boolean
  /** Dead links do not fail a check in a workflow. */
  readonly allowDeadLinks: boolean
  readonly cache?: string
}

/** The form that fits where the command runs, unless somebody chose one. */
export function defaultFormat(env: { readonly [name: string]: string | undefined }): CheckFormat {
  return env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'human'
}
