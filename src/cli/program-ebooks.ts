// The commands that make ebooks, with their arguments and flags.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Help } from '../messages/messages.ts'
import {
  type CommandKit,
  FORMATS,
  addCommonFlags,
  addTrustFlags,
  bookCommand,
  examples,
  sessionOf,
} from './program-kit.ts'

/** What a PDF can keep to: the accessible one, and those of archives. */
const STANDARDS = ['ua-1', 'a-2a', 'a-2b', 'a-2u', 'a-3a', 'a-3b', 'a-3u', 'a-4'] as const

/** `handbook epub`. */
export function addEpub(kit: CommandKit, help: Help): void {
  const command = ebookCommand(kit, 'epub', help.epub)
  addCommonFlags(command, kit, FORMATS)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook epub',
        'handbook epub docs garden.epub',
        'handbook epub docs --language en',
      ),
    )
    .action(async (book: string, file: string | undefined) => {
      const { epubCommand } = await import('./ebook.ts')
      const { language } = command.opts<{ language?: string }>()
      kit.finish(await epubCommand(sessionOf(command, kit, book), { file, language }))
    })
}

/** `handbook pdf`. */
export function addPdf(kit: CommandKit, help: Help): void {
  const { pdf, expected, names } = help
  const parse = (text: string): string => {
    const found = STANDARDS.find((name) => name === text.toLowerCase())
    if (found !== undefined) return found
    throw new InvalidArgumentError(expected.oneOf(STANDARDS))
  }
  const command = ebookCommand(kit, 'pdf', pdf)
    .addOption(new Option(`--standard <${names.name}>`, pdf.standard(STANDARDS)).argParser(parse))
    .option(`--only <${names.chapters}>`, pdf.only)
    .option('--no-cache', help.common.cache)
  addCommonFlags(command, kit, FORMATS)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook pdf',
        'handbook pdf docs garden.pdf --standard ua-1',
        'handbook pdf docs --only guide/install.md',
      ),
    )
    .action(async (book: string, file: string | undefined) => {
      const { pdfCommand } = await import('./pdf.ts')
      const flags = command.opts<{ language?: string; standard?: string; only?: string }>()
      kit.finish(await pdfCommand(sessionOf(command, kit, book), { file, ...flags }))
    })
}

function ebookCommand(
  kit: CommandKit,
  name: string,
  { about, file }: { readonly about: string; readonly file: string },
): Command {
  const { names, epub } = kit.terminal.messages.help
  const command = bookCommand(kit, name, about)
    .argument(`[${names.file}]`, file)
    .option(`--language <${names.tag}>`, epub.language)
  return addTrustFlags(command, kit)
}
