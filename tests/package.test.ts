// The package as users get it: packed, unpacked beside its dependencies in an empty folder, and used from there.
import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'handbook-package-'))
const installed = path.join(folder, 'node_modules/handbook-cli')
const node = process.execPath
let packed: readonly string[] = []
let tarball = ''

const run = (args: readonly string[]): string =>
  execFileSync(node, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** A library tells in one how to load another. */
const withoutComments = (code: string): string => code.replaceAll(/^\s*\*.*$/gm, '')

beforeAll(() => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  // The steps of `npm run build` are called here so that packing needs no script of its own.
  for (const step of [['typescript/bin/tsc'], ['tsx/dist/cli.mjs', 'scripts/bundle.ts']]) {
    const [program = '', ...args] = step
    execFileSync(node, [path.join(root, 'node_modules', program), ...args], { cwd: root })
  }
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [report] = JSON.parse(
    execFileSync('npm', pack, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }),
  ) as { filename: string; files: { path: string }[] }[]
  packed = report!.files.map((file) => file.path)
  mkdirSync(installed, { recursive: true })
  tarball = report!.filename
  execFileSync('tar', ['-xzf', path.join(folder, tarball), '-C', installed, '--strip-components=1'])
  // What npm would install beside it: the dependencies, and theirs.
  for (const name of readdirSync(path.join(root, 'node_modules')).filter(
    (entry) => !entry.startsWith('.'),
  )) {
    const target = path.join(folder, 'node_modules', name)
    if (!existsSync(target)) symlinkSync(path.join(root, 'node_modules', name), target, 'junction')
  }
  expect(Object.keys(manifest.dependencies).length).toBeGreaterThan(5)
  writeFileSync(path.join(folder, 'README.md'), '# 手册\n\nSee [a](a.md).\n')
  writeFileSync(path.join(folder, 'SUMMARY.md'), '* [手册](README.md)\n* [A](a.md)\n')
  writeFileSync(path.join(folder, 'a.md'), '# A\n\n```js\nlet x = 1\n```\n')
  writeFileSync(path.join(folder, '.bookignore'), '*.tgz\nuse.*\n')
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  test('holds what is needed and nothing else', () => {
    const tops = new Set(packed.map((file) => file.split('/')[0]))
    expect(tops).toEqual(
      new Set(
        [
          'CHANGELOG.md',
          'LICENSE',
          'LICENSES.md',
          'README.md',
          'README.zh-Hans.md',
          'dist',
          'docs',
          'package.json',
          'schema',
          'templates',
        ].filter((name) => tops.has(name)),
      ),
    )
    expect(packed).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'LICENSES.md',
        'README.md',
        'dist/bundle/bin.js',
        'dist/bundle/handlebars.cjs',
        'dist/bundle/handlebars.runtime.cjs',
        'dist/bundle/index.js',
        'dist/types/index.d.ts',
        'dist/theme/programs.cjs',
        'dist/theme/theme.cjs',
        'schema/book.json',
        'templates/layouts/page.hbs',
        'templates/new-book/en/README.md',
        'templates/publishing/pages.yml',
      ]),
    )
    expect(packed.filter((file) => /\.test\.|^tests|^src|tsbuildinfo|\.map$/.test(file))).toEqual(
      [],
    )
  })

  test('asks for no package that npm does not install with it', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync(path.join(installed, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    const known = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    const bundle = path.join(installed, 'dist/bundle')
    const asked = readdirSync(bundle)
      .filter((name) => /\.(?:js|script)$/.test(name))
      .flatMap((name) => [
        ...withoutComments(readFileSync(path.join(bundle, name), 'utf8')).matchAll(
          /^(?:import|export)\b[^;"'`]*["']([@a-z][^"'`\s]*)["'];$|\b(?:import|handbookImport|resolve|require(?:\$\d+)?)\(["']([@a-z][\w@./-]*)["']\)/gm,
        ),
      ])
      .map(([, eager, late]) => eager ?? late ?? '')
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '')
      .filter((name) => !name.startsWith('node:'))
    expect(asked).toContain('chokidar')
    expect(asked).toContain('yaml')
    // Small libraries that every build loads are part of the bundle, and theirs.
    expect(asked).not.toContain('markdown-it')
    expect(asked).not.toContain('linkify-it')
    expect([...new Set(asked)].filter((name) => !known.includes(name))).toEqual([])
  })

  test('builds a book', () => {
    const out = run([path.join(installed, 'dist/bundle/bin.js'), 'build'])
    expect(out).toMatch(/2 pages/)
    expect(readFileSync(path.join(folder, '_book/a.html'), 'utf8')).toContain('hljs-keyword')
    // One with a layout of its own needs the compiler of layouts, too.
    const layout = path.join(folder, '_layouts/partials/footer.hbs')
    mkdirSync(path.dirname(layout), { recursive: true })
    writeFileSync(layout, '<p>{{book.title}}, of our own</p>')
    run([path.join(installed, 'dist/bundle/bin.js'), 'build', '--strict'])
    expect(readFileSync(path.join(folder, '_book/a.html'), 'utf8')).toContain('of our own')
    rmSync(path.join(folder, '_layouts'), { recursive: true })
  })

  test('keeps what the engine made of the program, and uses nothing else in its place', () => {
    const cache = path.join(folder, 'cache')
    const build = (): ReadonlyMap<string, string> => {
      execFileSync(node, [path.join(installed, 'dist/bundle/bin.js'), 'build', '--no-cache'], {
        cwd: folder,
        env: { ...process.env, XDG_CACHE_HOME: cache },
      })
      const site = path.join(folder, '_book')
      const files = readdirSync(site).filter((name) => name.endsWith('.html'))
      return new Map(files.map((name) => [name, readFileSync(path.join(site, name), 'utf8')]))
    }
    const first = build()
    const kept = path.join(cache, 'handbook/code/scripts')
    const [name = '', ...more] = readdirSync(kept)
    expect(more).toEqual([])
    const whole = readFileSync(path.join(kept, name))
    expect(build()).toEqual(first)
    expect(readFileSync(path.join(kept, name)).equals(whole)).toBe(true)
    const flipped = Buffer.from(whole)
    flipped[whole.length >> 1] = ~(flipped[whole.length >> 1] ?? 0) & 0xff
    for (const spoiled of [
      Buffer.alloc(0),
      whole.subarray(0, -9),
      flipped,
      Buffer.alloc(9000, 7),
    ]) {
      writeFileSync(path.join(kept, name), spoiled)
      expect(build()).toEqual(first)
      // Made anew.
      expect(readFileSync(path.join(kept, name)).length).toBeGreaterThan(whole.length / 2)
      expect(readFileSync(path.join(kept, name)).equals(spoiled)).toBe(false)
    }
    writeFileSync(cache + '-file', '')
    execFileSync(node, [path.join(installed, 'dist/bundle/bin.js'), 'build'], {
      cwd: folder,
      env: { ...process.env, XDG_CACHE_HOME: cache + '-file' },
    })
  })

  test('begins a book, which names the place that the program came from', () => {
    const lock = path.join(folder, 'node_modules/.package-lock.json')
    const begun = (noted: object | undefined): string | undefined => {
      if (noted !== undefined)
        writeFileSync(lock, JSON.stringify({ packages: { 'node_modules/handbook-cli': noted } }))
      run([path.join(installed, 'dist/bundle/bin.js'), 'init', 'new', '--yes', '-q'])
      const file = path.join(folder, 'new/package.json')
      const { devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
        devDependencies?: Record<string, string>
      }
      expect(existsSync(path.join(folder, 'new/.github/workflows/pages.yml'))).toBe(true)
      return devDependencies?.['handbook-cli']
    }
    const dependency = (noted: object | undefined): string | undefined => {
      try {
        return begun(noted)
      } finally {
        rmSync(path.join(folder, 'new'), { recursive: true })
      }
    }
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    // For everybody on a machine (`--global`) npm notes nothing; what was never released says so itself.
    const own = `file:.handbook/handbook-cli-${version}.tgz`
    expect(dependency(undefined)).toBe(own)
    const repository = 'git+https://git.example.org/a/handbook.git#0123abc'
    expect(dependency({ resolved: repository })).toBe(repository)
    expect(dependency({ resolved: 'https://git.example.org/handbook.tgz' })).toBe(
      'https://git.example.org/handbook.tgz',
    )
    // From a registry, whether or not npm notes which.
    expect(
      dependency({
        resolved: 'https://packages.example.org/handbook-cli/-/handbook-cli-0.1.0.tgz',
      }),
    ).toBe(version)
    const manifest = path.join(installed, 'package.json')
    const unreleased = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, unreleased.replace(/^ *"private": true,\n/m, ''))
    expect(dependency(undefined)).toBe(version)
    expect(dependency({ version })).toBe(version)
    writeFileSync(manifest, unreleased)
    // What came from an archive of this machine comes along, so that other machines have it too.
    expect(dependency({ resolved: 'file:../gone.tgz' })).toBe(own)
    expect(begun({ resolved: `file:${tarball}` })).toBe(own)
    const list = (archive: string): readonly string[] =>
      execFileSync('tar', ['-tzf', archive], { cwd: folder, encoding: 'utf8' }).trim().split('\n')
    const copy = `new/.handbook/handbook-cli-${version}.tgz`
    expect(list(copy).toSorted()).toEqual(list(tarball).toSorted())
    mkdirSync(path.join(folder, 'copy'))
    execFileSync('tar', ['-xzf', path.join(folder, copy), '-C', 'copy', '--strip-components=1'], {
      cwd: folder,
    })
    for (const name of packed.filter((one) => one !== 'package.json'))
      expect(readFileSync(path.join(folder, 'copy', name))).toEqual(
        readFileSync(path.join(installed, name)),
      )
    expect(readFileSync(path.join(folder, 'copy/package.json'), 'utf8')).not.toContain('"prepare"')
    rmSync(path.join(folder, 'copy'), { recursive: true })
    run([path.join(installed, 'dist/bundle/bin.js'), 'build', 'new', '-q'])
    expect(existsSync(path.join(folder, 'new/_book/index.html'))).toBe(true)
    expect(existsSync(path.join(folder, 'new/_book/.handbook'))).toBe(false)
    rmSync(path.join(folder, 'new'), { recursive: true })
    rmSync(lock)
  })

  test('serves a book', async () => {
    const server = spawn(
      node,
      [path.join(installed, 'dist/bundle/bin.js'), 'serve', '--port', '4760'],
      {
        cwd: folder,
      },
    )
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let text = ''
        server.stdout.setEncoding('utf8')
        server.stdout.on('data', (chunk: string) => {
          text += chunk
          const found = /https?:\/\/localhost:\d+\//.exec(text)?.[0]
          if (found !== undefined && /built/.test(text)) resolve(found)
        })
        server.on('exit', () => reject(new Error(`serve ended: ${text}`)))
      })
      const page = await (await fetch(`${url}a.html`)).text()
      expect(page).toContain('<h1 id="a">')
    } finally {
      server.kill('SIGINT')
    }
  })

  test('is a library with types', () => {
    writeFileSync(
      path.join(folder, 'use.mts'),
      `import { type Built, build, memoryFiles } from 'handbook-cli'
const built: Built = await build({ files: memoryFiles({ 'README.md': '# Hello' }) })
const problems: readonly string[] = built.diagnostics.map((problem) => problem.code)
console.log(built.outputs.size > 0, problems.length)
`,
    )
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    run([
      tsc,
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      'use.mts',
    ])
    expect(run(['use.mjs']).trim()).toBe('true 0')
  })
})
