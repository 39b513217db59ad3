import { checkConfig } from '../../src/book/config-check.ts'
import { type WrittenConfig, completeConfig } from '../../src/book/config.ts'
import type { Config } from '../../src/core/book.ts'
import type { JsonObject } from '../../src/core/json.ts'
import type { BookPath } from '../../src/core/path.ts'

const file = 'book.json' as BookPath
const locate: WrittenConfig['locate'] = () => ({ file })

/** A configuration as it stands in book.json. */
function writtenAs(raw: JsonObject): WrittenConfig {
  return { file, raw, checked: checkConfig(raw, locate).value, locate }
}

/** The configuration of a book whose book.json says this. */
export function configOf(raw: JsonObject, language?: string): Config {
  return completeConfig(writtenAs(raw), language)
}
