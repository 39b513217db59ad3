// The command for the configuration, with its flags.
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

/** `handbook config`. */
export function addConfig(kit: CommandKit, help: Help): void {
  const command = bookCommand(kit, 'config', help.config.about)
    .option('--write', help.config.write)
    .option('--dry-run', help.config.dryRun)
  addTrustFlags(command, kit)
  addCommonFlags(command, kit, FORMATS)
    .addHelpText(
      'after',
      examples(
        help,
        'handbook config',
        'handbook config docs --format json',
        'handbook config --write --dry-run',
      ),
    )
    .action(async (book: string) => {
      const { configCommand } = await import('./config.ts')
      const { write, dryRun } = command.opts<{ write?: boolean; dryRun?: boolean }>()
      const flags = { write: write === true, dryRun: dryRun === true }
      kit.finish(await configCommand(sessionOf(command, kit, book), flags))
    })
}
