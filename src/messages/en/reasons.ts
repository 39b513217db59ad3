// Why something failed, as a part of a sentence.
import { type Numbers, type ReasonOf, type Texts, sayReason } from '../said.ts'

/** The reasons that the program itself gives. */
export const reasons = {
  system: ({ code, said }: Texts<'code' | 'said'>): string => system[code] ?? said,
  status: ({ status }: Numbers<'status'>): string => `status ${status}`,
  'no-server': 'there is no such server',
  'no-answer': 'no answer in time',
  'tag-alone': ({ name }: Texts<'name'>): string => `expected "${name}" alone`,
  'tag-last': ({ name, group }: Texts<'name' | 'group'>): string =>
    `expected "${name}" to be the last part of "${group}"`,
  'switch-without-case': 'expected a "case" in it',
  'block-again': ({ name }: Texts<'name'>): string =>
    `expected each block once, found "${name}" again`,
  'three-braces': 'expected two braces, found three',
  'tag-without-name': 'expected the name of a tag',
  unexpected: ({ found }: Texts<'found'>): string =>
    found === '' ? 'expected more before its end' : `"${found}" makes no sense there`,
  'expected-sign': ({ expected, found }: Texts<'expected' | 'found'>): string =>
    found === '' ? `expected "${expected}"` : `expected "${expected}", found "${found}"`,
  'regular-expression': 'regular expressions are not run',
  'too-much-work': 'too much work',
  'too-long': ({ limit }: Numbers<'limit'>): string => `expected at most ${limit} characters`,
  'too-many-items': ({ limit, found }: Numbers<'limit' | 'found'>): string =>
    `expected at most ${limit} items, found ${found}`,
  'out-of-range': ({ least, most }: Numbers<'least' | 'most'>): string =>
    `expected a number from ${least} to ${most}`,
  'not-callable': ({ name }: Texts<'name'>): string => `"${name}" cannot be called`,
  'not-defined': ({ name }: Texts<'name'>): string => `nothing defines "${name}"`,
  'no-call': 'expected the call of a macro',
  'no-list': 'expected a list or a text',
  'no-object': 'expected an object',
  'no-import': ({ name }: Texts<'name'>): string => `the file defines no "${name}"`,
  'unknown-test': ({ name }: Texts<'name'>): string => `nobody defines the test "${name}"`,
  'value-of-book': 'a value of the book cannot be changed',
  'no-book-file': ({ path }: Texts<'path'>): string =>
    `expected a file of the book, found no "${path}"`,
  'no-such-lines': ({ path }: Texts<'path'>): string =>
    `expected lines of "${path}", found none of that number`,
  'too-many-redirects': ({ limit }: Numbers<'limit'>): string => `more than ${limit} redirects`,
  'git-off': 'includes from git are turned off for this book',
  'git-untrusted': 'the book is not trusted, so no repository is read',
  'git-network': 'the network is turned off for this book',
  'git-inside': 'a repository inside the book is not read',
  'git-address': 'expected an address like git+https://host/owner/repository.git/file.md#branch',
  'git-file': ({ path }: Texts<'path'>): string => `there is no file "${path}" in it`,
  'git-not-a-file': ({ path }: Texts<'path'>): string => `expected "${path}" to be a file`,
  'git-missing': 'the program git is not installed',
  'git-gave-up': 'git gave up',
  'no-answer-within': ({ seconds }: Numbers<'seconds'>): string =>
    `no answer within ${seconds} seconds`,
  'too-large': ({ megabytes }: Numbers<'megabytes'>): string => `expected at most ${megabytes} MB`,
  'too-deep': ({ levels }: Numbers<'levels'>): string => `it nests more than ${levels} levels deep`,
  yaml: ({ code }: Texts<'code'>): string => yaml[code] ?? 'this is no YAML',
  'yaml-aliases': ({ most }: Numbers<'most'>): string =>
    `its aliases stand for more than ${most} values`,
  'yaml-alias': ({ name }: Texts<'name'>): string =>
    `the alias "*${name}" has no anchor "&${name}" before it`,
  'yaml-circle': ({ name }: Texts<'name'>): string => `the alias "*${name}" stands for itself`,
  'yaml-duplicate': ({ key }: Texts<'key'>): string => `the key "${key}" is there twice`,
  conflict: 'the markers of an unfinished merge stand in it',
  'yaml-documents': 'expected one document, found a second one',
  'layout-runs-on': 'it calls itself or repeats without end',
  blanks: ({ most }: Numbers<'most'>): string => `a line has more than ${most} blanks in a row`,
  'equal-titles': ({ most }: Numbers<'most'>): string => `it has more than ${most} equal titles`,
  'too-much': 'it takes more memory than there is',
  'other-end': ({ expected, found }: Texts<'expected' | 'found'>): string =>
    `expected {{/${expected}}}, found {{/${found}}}`,
  'needs-java': 'PlantUML draws it, which needs Java',
  'long-diagram': 'it is too long',
  'too-many-edges': 'it has too many edges',
  'nothing-to-draw': 'there is nothing to draw in it',
  'not-installed': ({ name }: Texts<'name'>): string => `the package ${name} is not installed`,
  'unknown-diagram': ({ kind }: Texts<'kind'>): string => `no program here draws "${kind}"`,
  'no-sense': ({ line }: Texts<'line'>): string => `"${line}" makes no sense in it`,
  'no-commit': ({ name }: Texts<'name'>): string => `"${name}" has no commit`,
  'tex-command': ({ name }: Texts<'name'>): string => `TeX has no command "${name}" here`,
  'tex-environment': ({ name }: Texts<'name'>): string => `TeX has no environment "${name}" here`,
  'tex-argument': ({ name }: Texts<'name'>): string => `"${name}" needs an argument`,
  'tex-superscript': 'two superscripts follow each other',
  'tex-subscript': 'two subscripts follow each other',
  'no-tex': 'this is no TeX that can be set',
  'no-diagram': 'this is no diagram that can be drawn',
  'graph-line': ({ line, near }: Numbers<'line'> & Texts<'near'>): string =>
    `line ${line} of it cannot be read${near === '' ? '' : `, at "${near}"`}`,
  'too-early': ({ token }: Texts<'token'>): string =>
    `found ${tokens[token] ?? `“${token}”`} too early`,
} as const

const system: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file is larger than you may write here',
  ENAMETOOLONG: 'the name is too long for this file system',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'the symbolic links on the way lead in a circle',
  ENOENT: 'there is no such file or folder',
  EMFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  EIO: 'the disk reports an error',
}

const yaml: { readonly [code: string]: string } = {
  BAD_INDENT: 'this line is not indented as those around it, or a bracket is not closed',
  BAD_SCALAR_START: 'a value that begins with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a value with a colon and a space in it needs quotes',
  MISSING_CHAR: 'a quote, a bracket or a comma is missing',
  MULTILINE_IMPLICIT_KEY: 'expected a key and a colon on one line',
  TAB_AS_INDENT: 'lines are indented with spaces, not with tabs',
  TAG_RESOLVE_FAILED: 'tags, such as !name, are not read',
  UNEXPECTED_TOKEN: 'this does not belong to what stands before it',
}

const yamlRepairs: { readonly [code: string]: string } = {
  BAD_INDENT: 'Indent what belongs together by the same number of spaces, and close every [ and {',
  BAD_SCALAR_START: 'Write the value in quotes: title: "@home"',
  BLOCK_AS_IMPLICIT_KEY: 'Write the value in quotes: title: "Part 1: the start"',
  MISSING_CHAR: 'Close the quotes and brackets that are open: title: "The start"',
  MULTILINE_IMPLICIT_KEY: 'Write a colon and a space behind the key: title: The start',
  TAB_AS_INDENT: 'Replace each tab at the beginning of a line with spaces',
  TAG_RESOLVE_FAILED: 'Take the tag away, or write the value in quotes: title: "!name"',
  UNEXPECTED_TOKEN: 'Indent keys of the same level by the same number of spaces',
}

const tokens: { readonly [token: string]: string } = {
  eof: 'the end of the file',
  invalid: 'a character that cannot stand here',
  open_endblock: 'a closing {{/',
  inverse: '{{else}}',
  close: '}}',
  close_unescaped: '}}}',
  id: 'a name',
}

/** Why something failed. */
export type Reason = ReasonOf<typeof reasons>

/** The argument that says so. */
export interface Because {
  readonly reason: Reason
}

/** A reason in English. */
export function because(reason: Reason): string {
  return sayReason(reasons, reason)
}

/** What mends YAML, by the reason. */
export function yamlRepair(reason: Reason): string | undefined {
  if (typeof reason === 'string') return undefined
  if (reason.case === 'conflict')
    return 'Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>'
  if (reason.case === 'yaml-duplicate') return 'Remove one of the two, or merge them'
  if (reason.case === 'yaml-alias')
    return `A value that begins with * needs quotes: "*${reason.name}"`
  if (reason.case !== 'yaml') return undefined
  return (
    yamlRepairs[reason.code] ??
    'Values with a colon or a leading special character need quotes: title: "Part 1: the start"'
  )
}
