// The security files of the Mesos handbook agree with each other and with every framework that the book registers.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeHere, run, scratch } from './scripts.ts'

type Entity = { readonly type?: 'ANY' | 'NONE'; readonly values?: readonly string[] }
type Rule = { readonly principals: Entity } & { readonly [object: string]: Entity }
type Credentials = { readonly credentials: readonly { readonly principal: string }[] }

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const acls = read('etc/operations-security/acls.json') as {
  readonly permissive: boolean
} & { readonly [action: string]: readonly Rule[] }
const principals = (file: string): readonly string[] =>
  (read(`etc/operations-security/${file}`) as Credentials).credentials.map(
    ({ principal }) => principal,
  )
const named = (entity: Entity): readonly string[] => entity.values ?? []

/** As the local authorizer decides: the first rule whose subjects and objects are meant. */
function allowed(action: string, principal: string, object: string): boolean {
  for (const { principals: subjects, ...objects } of acls[action] ?? []) {
    const [entity = {}] = Object.values(objects)
    const who = subjects.type === 'ANY' || named(subjects).includes(principal)
    if (!who) continue
    if (entity.type === 'NONE') return false
    if (entity.type === 'ANY' || named(entity).includes(object)) return true
  }
  return acls.permissive
}

describe('the ACLs of the handbook', () => {
  const rules = Object.values(acls).filter((value): value is readonly Rule[] =>
    Array.isArray(value),
  )

  test('name no one without a credential', () => {
    const everyone = principals('credentials.json')
    const meant = rules.flat().flatMap(({ principals: subjects }) => named(subjects))
    expect(meant.filter((name) => !everyone.includes(name))).toEqual([])
    expect(
      principals('agent-http-credentials.json').filter((name) => !everyone.includes(name)),
    ).toEqual([])
    expect(everyone).toContain(
      (read('etc/operations-security/agent-credential.json') as { principal: string }).principal,
    )
  })

  test('end every list with a rule for all others', () => {
    for (const list of rules) expect(list.at(-1)?.principals).toEqual({ type: 'ANY' })
  })

  // The framework, its role and the user of its tasks, as the chapters and manifests of the book have them.
  test.each([
    ['marathon', 'services', 'app'],
    ['marathon', 'services', 'root'],
    ['chronos', 'batch', 'root'],
    ['spark', 'analytics', 'root'],
    ['jenkins', 'ci', 'jenkins'],
    ['elasticsearch', '*', 'root'],
    ['demo', '*', 'app'],
  ])('let %s register with role %s and run tasks as %s', (principal, role, user) => {
    expect(allowed('register_frameworks', principal, role)).toBe(true)
    expect(allowed('run_tasks', principal, user)).toBe(true)
  })

  test.each([
    ['register_frameworks', 'demo', 'services'],
    ['register_frameworks', 'marathon', 'analytics'],
    ['register_frameworks', 'somebody', '*'],
    ['run_tasks', 'demo', 'root'],
    ['run_tasks', 'monitor', 'app'],
    ['reserve_resources', 'spark', 'services'],
    ['unreserve_resources', 'spark', 'marathon'],
    ['create_volumes', 'demo', 'services'],
    ['create_volumes', 'marathon', 'database'],
    ['destroy_volumes', 'marathon', 'ops'],
    ['update_quotas', 'marathon', 'services'],
    ['teardown_frameworks', 'monitor', 'marathon'],
    ['access_sandboxes', 'monitor', 'root'],
  ])('refuse %s to %s for %s', (action, principal, object) => {
    expect(allowed(action, principal, object)).toBe(false)
  })

  test.each([
    ['reserve_resources', 'database'],
    ['unreserve_resources', 'marathon'],
    ['create_volumes', 'database'],
    ['destroy_volumes', 'marathon'],
    ['update_quotas', 'services'],
    ['teardown_frameworks', 'marathon'],
  ])('let operators %s for %s', (action, object) => {
    expect(allowed(action, 'ops', object)).toBe(true)
  })
})

describeHere('make-certs.sh', () => {
  test('signs a certificate that holds for its names, and keeps its CA', async () => {
    const folder = path.join(scratch(), 'ssl')
    const make = (...names: string[]): ReturnType<typeof run> =>
      run('practice-lb/make-certs.sh', [folder, ...names])
    const valid = (host: string): boolean => {
      const args = ['-CAfile', 'ca.crt', '-verify_hostname', host, 'site.crt']
      try {
        execFileSync('openssl', ['verify', ...args], { cwd: folder, stdio: 'pipe' })
        return true
      } catch {
        return false
      }
    }
    expect((await make('*.example.com')).stdout).toContain('site.crt: OK')
    const authority = readFileSync(path.join(folder, 'ca.crt'), 'utf8')
    expect([valid('registry.example.com'), valid('example.org')]).toEqual([true, false])
    expect(readFileSync(path.join(folder, 'site.pem'), 'utf8')).toMatch(
      /BEGIN CERTIFICATE[\s\S]*BEGIN (RSA )?PRIVATE KEY/,
    )
    await make('*.example.org', 'example.org')
    expect([valid('registry.example.com'), valid('example.org')]).toEqual([false, true])
    expect(readFileSync(path.join(folder, 'ca.crt'), 'utf8')).toBe(authority)
  })
})
