// What SARIF 2.1.0 requires of the parts that we write, and what upload services ask for beyond it: checked by hand,
// since the schema itself is larger than our writer.

type Value = unknown
type Check = (value: Value, at: string) => readonly string[]

const text: Check = (value, at) =>
  typeof value === 'string' && value !== '' ? [] : [`${at}: no text`]
const one =
  (...values: readonly Value[]): Check =>
  (value, at) =>
    values.includes(value)
      ? []
      : [`${at}: ${JSON.stringify(value)} is none of ${JSON.stringify(values)}`]
const positive: Check = (value, at) =>
  Number.isInteger(value) && Number(value) >= 1 ? [] : [`${at}: expected a whole number from 1`]
const index: Check = (value, at) =>
  Number.isInteger(value) && Number(value) >= 0 ? [] : [`${at}: expected a whole number from 0`]
const uri: Check = (value, at) =>
  typeof value === 'string' &&
  /^(?![a-z][a-z0-9+.-]*:|\/)[\w.~!$&'()*+,;=:@/-]*(?:%[0-9A-F]{2}[\w.~!$&'()*+,;=:@/-]*)*$/i.test(
    value,
  )
    ? []
    : [`${at}: ${JSON.stringify(value)} is no relative URI`]
const list =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, i) => check(item, `${at}[${i}]`))
      : [`${at}: no list`]

/** An object with these members and no others; names ending in `?` may be missing. */
const object =
  (members: Record<string, Check>): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [`${at}: no object`]
    const known = Object.keys(members).map((name) => name.replace('?', ''))
    const unknown = Object.keys(value).filter((name) => !known.includes(name))
    return [
      ...unknown.map((name) => `${at}.${name}: not a member`),
      ...Object.entries(members).flatMap(([name, check]) => {
        const key = name.replace('?', '')
        const member = (value as Record<string, Value>)[key]
        if (member === undefined) return name.endsWith('?') ? [] : [`${at}.${key}: missing`]
        return check(member, `${at}.${key}`)
      }),
    ]
  }

const message = object({ text })
const artifact = object({ uri })
const region = object({
  startLine: positive,
  startColumn: positive,
  'endLine?': positive,
  'endColumn?': positive,
})
const physical = object({ artifactLocation: artifact, 'region?': region })
const replacement = object({ deletedRegion: region, insertedContent: message })
const result = object({
  ruleId: text,
  ruleIndex: index,
  level: one('error', 'warning', 'note'),
  message,
  'locations?': list(object({ physicalLocation: physical })),
  'relatedLocations?': list(object({ id: index, physicalLocation: physical, message })),
  'fixes?': list(
    object({
      artifactChanges: list(
        object({ artifactLocation: artifact, replacements: list(replacement) }),
      ),
    }),
  ),
  partialFingerprints: object({ 'handbook/v1': text }),
})
const rule = object({
  id: text,
  'shortDescription?': message,
  'help?': object({ text, markdown: text }),
})
const run = object({
  tool: object({ driver: object({ name: text, version: text, rules: list(rule) }) }),
  columnKind: one('utf16CodeUnits'),
  results: list(result),
})
const log = object({ $schema: text, version: one('2.1.0'), runs: list(run) })

/** What is wrong with a log; nothing when it is as the standard has it. */
export function sarifProblems(value: unknown): readonly string[] {
  const problems = log(value, 'log')
  if (problems.length > 0) return problems
  const { runs } = value as {
    runs: {
      tool: { driver: { rules: { id: string }[] } }
      results: { ruleId: string; ruleIndex: number }[]
    }[]
  }
  return runs.flatMap(({ tool, results }) =>
    results
      .filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)
      .map(({ ruleId }) => `${ruleId}: the index of its rule is wrong`),
  )
}
