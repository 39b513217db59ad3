import { extensionOf } from '../../core/path.ts'
import { type Finding, type Rule, type Subject, textsOption } from '../rule.ts'

const CONFIGURATION =
  '.json .yml .yaml .toml .ini .conf .cfg .cnf .properties .xml .service .env .tf .hcl .plist .sh'.split(
    ' ',
  )

/** A configuration file, or what pages show of one, outside the folders for them. */
export const configFolders: Rule = {
  code: 'house/config-folders',
  severity: 'off',
  options: { folders: 'texts', extensions: 'texts' },
  *find({ book }: Subject, options): Generator<Finding> {
    const folders = textsOption(options, 'folders', ['etc', 'manifests'])
    const extensions = new Set(textsOption(options, 'extensions', CONFIGURATION))
    for (const path of book.assets) {
      const inside = path.slice(book.root.length)
      if (!extensions.has(extensionOf(path))) continue
      if (folders.some((folder) => inside.startsWith(`${folder.replace(/\/$/, '')}/`))) continue
      yield {
        at: { file: path },
        message: `Expected configuration files only in ${folders.map((folder) => `"${folder}/"`).join(' and ')}, found this one elsewhere`,
        hint: `Move it to "${folders[0] ?? 'etc'}/"`,
      }
    }
  },
}
