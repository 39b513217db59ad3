/** What a judge says about one thing that it looked at. */
export interface Verdict {
  readonly judge: string
  /** What was looked at, as a reader of the table would call it. */
  readonly subject: string
  /** What was measured, for the table. */
  readonly figure: string
  /** Each a line of its own; none when all is well. */
  readonly faults: readonly string[]
}

/** The table that is printed at the end, and below it every fault. */
export function report(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ judge, subject, figure, faults }) => [
    faults.length === 0 ? 'ok' : 'FAIL',
    judge,
    subject,
    figure,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const faults = verdicts.flatMap(({ judge, subject, faults: lines }) =>
    lines.map((line) => `${judge}: ${subject}: ${line}`),
  )
  return [...table, ...(faults.length === 0 ? [] : ['', ...faults])].join('\n')
}
