// The flags of `init`.
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  type InitFlags,
  type Reading,
  readLanguages,
  readRepository,
  readTitle,
} from './init-answers.ts'
import { newBookWordsFor } from './init-words.ts'

/** Adds to a command what describes a new book. */
export function addInitFlags(command: Command): Command {
  return command
    .option('-y, --yes', 'ask nothing and take the defaults')
    .addOption(new Option('--title <text>', 'title of a new book').argParser(parser(readTitle)))
    .addOption(
      new Option('--languages <list>', 'its languages, such as en or en,zh-hans').argParser(
        parser(readLanguages),
      ),
    )
    .addOption(new Option('--language <tag>').argParser(parser(readLanguages)).hideHelp())
    .addOption(
      new Option('--repository <address>', 'its repository, or "none"').argParser(
        parser(readRepository),
      ),
    )
    .option('--no-workflow', 'write no workflow for GitHub Pages')
}

/** What the flags say about a new book. */
export function initFlagsOf(command: Command): InitFlags {
  const written = command.opts<{
    title?: string
    languages?: readonly string[]
    language?: readonly string[]
    repository?: string
    workflow: boolean
    yes?: boolean
  }>()
  const { title, repository } = written
  const languages = written.languages ?? written.language
  return {
    ...(title === undefined ? {} : { title }),
    ...(languages === undefined ? {} : { languages }),
    ...(repository === undefined ? {} : { repository }),
    ...(written.workflow ? {} : { workflow: false }),
    yes: written.yes === true,
  }
}

function parser<T>(read: (text: string) => Reading<T>): (text: string) => T {
  return (text) => {
    const reading = read(text)
    if ('value' in reading) return reading.value
    const { again, expected } = newBookWordsFor({})
    throw new InvalidArgumentError(again(expected[reading.expected]))
  }
}
