// Which file of a folder is its configuration, and what is written in it.
import { append } from '../core/list.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import { type Locate, describe } from './config-check.ts'
import { loadModule } from './config-module.ts'
import { parseJson } from './json-lenient.ts'

/** A configuration as it is written. */
export interface ChosenConfig {
  readonly file: BookPath
  readonly value: JsonObject
  readonly locate: Locate
}

/** The first of the files that is a configuration: what is none, though it has the name of one, is passed over. */
export async function chooseConfig(
  files: Files,
  found: readonly BookPath[],
): Promise<Outcome<ChosenConfig | 'broken' | undefined>> {
  const diagnostics: Diagnostic[] = []
  for (const [index, file] of found.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- the second is read when the first is none
    const content = await readValue(files, file)
    append(diagnostics, content.diagnostics)
    const others = found.slice(index + 1)
    if (content.value === 'other') continue
    diagnostics.push(
      ...others.map((other) =>
        problem('config/several-files', { file: other }, { file: other, used: file }),
      ),
    )
    if (content.value === 'broken') return { value: 'broken', diagnostics }
    const { value, locate } = content.value
    if (isJsonObject(value)) return { value: { file, value, locate }, diagnostics }
    const at = locate([], 'value')
    // Data of something else that has the name of a configuration: nothing in it could have been meant.
    const isData = file.endsWith('.json')
    const severity = isData ? 'warning' : 'error'
    diagnostics.push(problem('config/not-an-object', at, { found: describe(value) }, { severity }))
    return { value: isData ? undefined : 'broken', diagnostics }
  }
  return { value: undefined, diagnostics }
}

interface Content {
  readonly value: Json
  readonly locate: Locate
}

async function readValue(
  files: Files,
  file: BookPath,
): Promise<Outcome<Content | 'broken' | 'other'>> {
  const source = files.text(file)
  if (source === undefined) return { value: 'broken', diagnostics: [] }
  if (file.endsWith('.json')) {
    const { value = 'broken', diagnostics } = parseJson(file, source.text)
    if (source.text.trim() !== '') return { value, diagnostics }
    return { value, diagnostics: [...diagnostics, problem('config/empty', { file })] }
  }
  const { value: loaded, diagnostics } = await loadModule(files, file, source)
  if (typeof loaded === 'string') return { value: loaded, diagnostics }
  return { value: { ...loaded, locate: () => ({ file }) }, diagnostics }
}
