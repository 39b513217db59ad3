import { CONFIG_NAMES } from '../../book/config.ts'
import { baseName, extensionOf } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { isConventional } from '../usages.ts'
import { type Rule, ruleWithOptions } from '../rule.ts'

const CONFIGURATION =
  '.json .yml .yaml .toml .ini .conf .cfg .cnf .properties .xml .service .env .tf .hcl .plist .sh'.split(
    ' ',
  )

/** What stands at the top of a repository because its tool looks for it there. */
const OF_TOOLS =
  /^(?:[\w-]*-pipelines?|wercker|appveyor|netlify|vercel|codecov|crowdin|renovate|lerna|package(?:-lock)?|pnpm-[\w-]+|composer|tsconfig|jsconfig|mkdocs|circle|shippable|now|firebase|app)\.(?:json|ya?ml|toml)$/

/** A configuration file, or what pages show of one, outside the folders for them. */
export const configFolders: Rule = ruleWithOptions(
  'house/config-folders',
  {
    folders: { kind: 'texts', default: ['etc', 'manifests'] },
    extensions: { kind: 'texts', default: CONFIGURATION },
  },
  function* ({ book }, { folders, extensions }) {
    const wanted = new Set(extensions)
    for (const path of book.assets) {
      const inside = path.slice(book.root.length)
      if (!wanted.has(extensionOf(path))) continue
      if (folders.some((folder) => inside.startsWith(`${folder.replace(/\/$/, '')}/`))) continue
      if (OF_TOOLS.test(path) || CONFIG_NAMES.includes(baseName(path)) || isConventional(path))
        continue
      yield problem('house/config-folders', { file: path }, { folders })
    }
  },
)
