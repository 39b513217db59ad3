// The library: what the commands are made of. Everything else is internal and may change.
export { build } from './build/build.ts'
export type { BuildRequest, Built, Memory } from './build/built.ts'
export type {
  Book,
  Chapter,
  Config,
  Edition,
  Heading,
  OutputFile,
  PageLink,
  PageResult,
  Part,
  Section,
  Term,
} from './core/book.ts'
export type { Diagnostic, Place, Position, Severity } from './core/diagnostic.ts'
export { type BookPath, type OutputPath, bookPath } from './core/path.ts'
export { diskFiles } from './files/disk.ts'
export type { Files, TextFile } from './files/files.ts'
export { memoryFiles } from './files/memory.ts'
export { writeSite } from './site/write.ts'
