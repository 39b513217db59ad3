// What makes a release: the archive, its notes, and the refusal of everything that does not fit.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Manifest,
  notesOf,
  obstacles,
  ownerAndName,
  published,
  withAddress,
} from '../scripts/release/release.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const changelog =
  '# Changelog\n\n## [1.2.0] - 2026-01-31\n\n### Added\n\n- A.\n\n## [1.1.0]\n\n- B.\n'
const repository = { url: 'git+https://github.com/example/garden.git' }

describe('a release', () => {
  test('has the notes of its section', () => {
    expect(notesOf(changelog, '1.2.0')).toBe('### Added\n\n- A.')
    expect(notesOf(changelog, '1.1.0')).toBe('- B.')
    expect(notesOf(changelog, '1.3.0')).toBeUndefined()
  })

  test('is refused when tag, changelog or address do not fit', () => {
    const ready = { name: 'garden', version: '1.2.0', repository }
    const wanted = { tag: 'v1.2.0', repository: 'example/garden' }
    expect(obstacles(ready, changelog, wanted)).toEqual([])
    expect(obstacles(ready, changelog, { ...wanted, tag: 'v1.2' })).toEqual([
      'The tag is v1.2, and package.json has version 1.2.0',
    ])
    const early = { name: 'garden', version: '1.3.0' }
    expect(obstacles(early, changelog, { ...wanted, tag: 'v1.3.0' })).toEqual([
      'CHANGELOG.md has no section [1.3.0] with a text',
      'package.json names no repository: npm pkg set repository.url=git+https://github.com/example/garden.git',
    ])
    expect(obstacles(ready, changelog.replace('2026-01-31', 'Unreleased'), wanted)).toEqual([
      'CHANGELOG.md gives no date to [1.2.0]: write it instead of "Unreleased"',
    ])
  })

  test('of this version has notes that a reader can go through', () => {
    const notes = notesOf(read('CHANGELOG.md'), manifest.version) ?? ''
    expect(notes).toContain('### Added')
    expect(notes.split('\n- ').length).toBeLessThan(120)
  })

  test.each([
    ['git+https://github.com/example/garden.git', 'example/garden'],
    ['https://github.com/example/garden', 'example/garden'],
    ['github:example/garden', 'example/garden'],
    ['https://git.example.org/example/garden', undefined],
  ])('knows the repository %s', (url, expected) => {
    expect(ownerAndName({ name: 'x', version: '1.0.0', repository: { url } })).toBe(expected)
    expect(ownerAndName({ name: 'x', version: '1.0.0', repository: url })).toBe(expected)
  })

  test('holds nothing that compiles or asks for development packages', () => {
    const given = published(manifest)
    expect(given).not.toHaveProperty('scripts')
    expect(given).not.toHaveProperty('devDependencies')
    expect(given).toMatchObject({
      name: 'handbook-cli',
      bin: { handbook: expect.any(String) as string },
      engines: { node: expect.any(String) as string },
      publishConfig: { access: 'public', provenance: true },
    })
  })

  test('is packed with its checksum, and package.json stays as it was', () => {
    const before = read('package.json')
    const output = mkdtempSync(path.join(tmpdir(), 'handbook-release-'))
    const script = path.join(root, 'scripts/release.ts')
    const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs')
    try {
      // A version that is not released yet may lack its section: what is packed is the same.
      execFileSync(process.execPath, [tsx, script, '--output', output], { stdio: 'ignore' })
    } catch {
      const wanted = { tag: `v${manifest.version}`, repository: ownerAndName(manifest) ?? '' }
      expect(obstacles(manifest, read('CHANGELOG.md'), wanted)).not.toEqual([])
    }
    const archive = `handbook-cli-${manifest.version}.tgz`
    expect(readdirSync(output).toSorted()).toEqual(['NOTES.md', 'SHA256SUMS', archive])
    expect(readFileSync(path.join(output, 'SHA256SUMS'), 'utf8')).toMatch(
      new RegExp(`^[0-9a-f]{64}  ${archive}\n$`),
    )
    expect(read('package.json')).toBe(before)
    rmSync(output, { recursive: true })
  })
})

describe('the address of the repository', () => {
  test.each(['README.md', 'README.zh-Hans.md', 'docs/README.md', 'docs/publishing.md'])(
    'in %s is that of package.json (npm run address)',
    (file) => {
      const text = read(file)
      const owner = ownerAndName(manifest) ?? 'owner/handbook'
      expect(withAddress(text, owner, manifest.version)).toBe(text)
    },
  )

  test('follows the version', () => {
    expect(withAddress('- uses: owner/handbook@v0.1.0', 'example/garden', '0.2.0')).toBe(
      '- uses: example/garden@v0.2.0',
    )
  })
})

/** The package that is called "handbook" on the registry is somebody else's. */
test('nothing that people read leads to the package of a stranger', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '*.md', '*.yml', '*.toml', '*.hbs', 'src/messages'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  const wrong =
    /\b(?:npx|npm (?:i|install|add|exec|x|create|init)|pnpm (?:add|dlx)|yarn (?:add|dlx))(?: -\S+)* handbook(?![\w-])/
  const found = files.split('\0').filter((file) => file !== '' && wrong.test(read(file)))
  expect(found).toEqual([])
})
