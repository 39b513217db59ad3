// The library: what the commands are made of. Everything else is internal and may change.
export type { BuildRequest, Built, Memory } from './pipeline/built.ts'
export type { CheckResult as Checked } from './check/check.ts'
export type {
  Book,
  Chapter,
  Config,
  Space,
  Heading,
  PageLink,
  PageResult,
  Part,
  Section,
  Term,
} from './core/book.ts'
export type { OutputFile } from './core/output-file.ts'
export {
  type Diagnostic,
  type Fix,
  type Place,
  type Position,
  type Severity,
  countDiagnostics,
} from './core/diagnostic.ts'
export { type BookPath, type OutputPath, bookPath } from './core/path.ts'
export type { Trust } from './core/trust.ts'
export type { DevEvent, DevServer } from './dev/dev.ts'
export { type DiskFiles, type DiskOptions, diskFiles } from './files/disk.ts'
export type { Files, TextFile } from './files/files.ts'
export { memoryFiles } from './files/memory.ts'
export type { FormattedDiagnostic } from './messages/format.ts'
export { loadMessages } from './messages/languages.ts'
export type { Messages } from './messages/messages.ts'
export {
  type ServeOptions,
  build,
  check,
  formatDiagnostic,
  formatDiagnostics,
  serve,
} from './library.ts'
export { type WriteReport, type WriteRequest, writeSite } from './output/write.ts'
