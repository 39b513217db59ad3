// What the Mesos handbook and its files say of programs, compared with tables of facts from the programs' sources.
import { describe, expect, test } from 'vitest'
import {
  chapters,
  commands,
  defaultsIn,
  fits,
  jsons,
  kindOf,
  read,
  requests,
  section,
  strangeKeys,
  texts,
  unknown,
} from './book-facts/extract.ts'
import { absent, absentVariables, common, options, variables } from './book-facts/facts.ts'
import { faults } from './book-facts/faults.ts'
import { exported, interfaces, keys, metrics } from './book-facts/interfaces.ts'

type Table = (typeof options)[string]

const has = (program: string, name: string): boolean =>
  Object.hasOwn(options[program]?.names ?? {}, name)
const anywhere = (tables: { readonly [name: string]: Table }, name: string): boolean =>
  Object.values(tables).some(({ names }) => Object.hasOwn(names, name))
const isOption = (name: string): boolean =>
  anywhere(options, name) || name in absent || common.has(name)
const optionOf = (program: string, variable: string): boolean =>
  has(program, variable.slice(variable.indexOf('_') + 1).toLowerCase())
const isVariable = (name: string): boolean =>
  anywhere(variables, name) ||
  name in absentVariables ||
  (name.startsWith('MESOS_') &&
    (optionOf('mesos-master', name) || optionOf('mesos-agent', name))) ||
  (name.startsWith('MARATHON_') && optionOf('marathon', name))

const isExported = (name: string): boolean => exported.names.includes(name)
const trimmed = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.trim().replace(/,$/, ''))

describe('options', () => {
  test('are known to a program', () => {
    expect(unknown(/(?<![\w-])--([a-zA-Z][\w-]*)/g, isOption)).toEqual([])
  })

  test.each([
    ['mesos-master', /(?<!-u )\bmesos-master (--.*|\.\.\. .*)/],
    ['mesos-agent', /(?<!-u )\bmesos-agent (--.*|\.\.\. .*)/],
    ['mesos-execute', /\bmesos-execute(?: |`的`)(--.*)/],
    ['marathon', /(?<![-/])\bmarathon \.\.\. (--.*)/],
    ['spark-submit', /spark-submit"? (--.*)/],
    ['configure', /\.\.\/configure (--.*)/],
    ['org.apache.spark.deploy.mesos.MesosClusterDispatcher', /MesosClusterDispatcher (--.*)"/],
    ['scheduler.py', /scheduler\.py (--.*)/],
  ] as const)('that stand after %s are its own', (program, pattern) => {
    const said = texts.flatMap(([, text]) =>
      commands(text).flatMap((command) => pattern.exec(command)?.[1] ?? []),
    )
    const names = said.flatMap((line) =>
      [...line.matchAll(/(?<=^|\s)--([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name),
    )
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !has(program, name))).toEqual([])
  })

  test.each([
    ['manifests/frameworks-chronos.json', 'chronos'],
    ['manifests/frameworks-elasticsearch-framework.json', 'elasticsearch-scheduler'],
    ['manifests/practice-marathon-lb.json', 'marathon-lb'],
    ['manifests/practice-marathon-lb-internal.json', 'marathon-lb'],
  ])('in %s are those of %s', (file, program) => {
    const { args } = JSON.parse(read(file)) as { readonly args: readonly string[] }
    const names = args.filter((word) => word.startsWith('--')).map((word) => word.slice(2))
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !has(program, name))).toEqual([])
  })

  test.each([
    ['etc/mesos/mesos-master.env', 'mesos-master', 'MESOS_'],
    ['etc/mesos/mesos-agent.env', 'mesos-agent', 'MESOS_'],
    ['etc/marathon/marathon.env', 'marathon', 'MARATHON_'],
  ])('of %s are those of %s', (file, program, prefix) => {
    const names = [...read(file).matchAll(/^#? ?([A-Z_0-9]+)=/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name.startsWith(prefix))
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !optionOf(program, name))).toEqual([])
  })

  test('have the defaults that the book gives', () => {
    const truth = new Map(Object.values(options).flatMap(({ names }) => Object.entries(names)))
    const said = chapters
      .flatMap((chapter) => defaultsIn(read(chapter)))
      .filter(([name]) => truth.get(name) !== undefined)
    expect(said.length).toBeGreaterThan(15)
    expect(said.filter(([name, value]) => truth.get(name) !== value)).toEqual([])
  })
})

test('variables of the environment are known to the program whose prefix they have', () => {
  const prefixed = /\b((?:MESOS|MARATHON|LIBPROCESS|HAPROXY|SERVICE)_[A-Z0-9_]*[A-Z0-9])\b/g
  expect(unknown(prefixed, isVariable)).toEqual([])
})

const offered = (lines: readonly string[], method: string, target: string): boolean =>
  lines.some((line) => {
    const [methods = '', pattern = ''] = line.split(' ')
    // A body makes a POST; curl says so only by -d.
    const right =
      methods.split(',').includes(method) || (method === 'GET' && methods.includes('POST'))
    return right && fits(target, pattern)
  })

describe('interfaces', () => {
  test.each(Object.entries(interfaces))('%s is asked for what it has', (_, table) => {
    const all = requests([
      ...table.ports.map((port) => `:${port}`),
      ...table.variables.map((name) => String.raw`\$\{?${name}\}?`),
    ])
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(({ method, target }) => !offered(table.paths, method, target))).toEqual([])
  })

  test('are named as they are', () => {
    const named = texts.flatMap(([file, text]) =>
      [...text.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/[^`?]*)[^`]*`/g)].map(
        ([, method = '', target = '']) => ({ method, target, file }),
      ),
    )
    const all = Object.values(interfaces).flatMap((table) => table.paths)
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter(({ method, target }) => !offered(all, method, target))).toEqual([])
  })
})

describe('metrics', () => {
  test('of Mesos exist', () => {
    const paths = Object.values(interfaces).flatMap((table) => table.paths)
    const known = (name: string): boolean =>
      metrics.names.includes(name.replaceAll(/<[^>]+>/g, '*')) ||
      paths.some((line) => line.endsWith(` /${name}`))
    const quoted = /["`]((?:master|slave|registrar|allocator|system)\/[a-z][^"`\s]*)["`]/g
    expect(unknown(quoted, known)).toEqual([])
  })

  test('of the exporter exist', () => {
    expect(unknown(/\b(mesos_(?:master|slave)_[a-z_]+)\b/g, isExported)).toEqual([])
  })
})

test('keys of apps and jobs are known to the programs that read them', () => {
  const judged = jsons.flatMap(([file, value]) => {
    const kind = kindOf(value)
    return kind === undefined ? [] : [[file, kind, value] as const]
  })
  expect(judged.length).toBeGreaterThan(25)
  const wrong = judged.flatMap(([file, kind, value]) =>
    strangeKeys(kind, value).map((place) => `${place} (${file})`),
  )
  expect(wrong).toEqual([])
})

describe('what was found wrong', () => {
  test.each(faults)('is gone: $fault', ({ gone }) => {
    const back = gone.flatMap((pattern) =>
      texts
        .filter(([, text]) => pattern.test(text))
        .map(([file]) => `${String(pattern)} in ${file}`),
    )
    expect(back).toEqual([])
  })

  test.each(faults.flatMap(({ fault, now }) => now.map((place) => [fault, ...place] as const)))(
    'is told right, against “%s”: %s, %s',
    (_, chapter, title, says) => {
      expect(section(read(`book/${chapter}.md`), title)).toMatch(says)
    },
  )
})

test('a word has one explanation', () => {
  const glossary = new Map(
    [...read('GLOSSARY.md').matchAll(/^## ([^\n（]+)[^\n]*\n\n([^。\n]+)。/gm)].map(
      ([, word = '', first = '']) => [word.trim(), first],
    ),
  )
  const rows = [
    ...read('book/concepts/terminology.md').matchAll(/^\| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm),
  ].filter(([, word = '']) => glossary.has(word))
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(([, word = '', text]) => glossary.get(word) !== text)).toEqual([])
})

test('excerpts of files are lines of these files', () => {
  const excerpts = chapters.flatMap((chapter) => [
    ...read(chapter).matchAll(/^( *)```\w* title="([^"]+?)（节选）"\n(.*?)^\1```/gms),
  ])
  expect(excerpts.length).toBeGreaterThan(2)
  const strange = excerpts.flatMap(([, , file = '', text = '']) => {
    const lines = trimmed(read(file))
    return trimmed(text).filter((line) => !lines.includes(line) && line !== '')
  })
  expect(strange).toEqual([])
})

test('facts say where they come from', () => {
  const tables = [options, variables, interfaces, keys].flatMap((all) => Object.values<Source>(all))
  expect(
    [...tables, metrics, exported].filter(({ source, version }) => source === '' || version === ''),
  ).toEqual([])
})

type Source = { readonly source: string; readonly version: string }
