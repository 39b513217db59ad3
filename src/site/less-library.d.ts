declare module 'less/lib/less/index.js' {
  /** What stands in for the disk. */
  export interface FileManager {
    supports(): boolean
    supportsSync(): boolean
    loadFile(): never
    loadFileSync(name: string, folder: string): LoadedFile
  }

  /** A file, or why there is none. */
  export type LoadedFile =
    | { readonly filename: string; readonly contents: string }
    | { readonly type: 'File'; readonly message: string }

  /** What is wrong with a sheet; lines count from 1, columns from 0. */
  export interface LessError {
    readonly message?: string
    readonly filename?: string
    readonly line?: number
    readonly column?: number
  }

  export interface Less {
    PluginLoader: () => void
    readonly AbstractFileManager: new () => object
    readonly environment: { readonly fileManagers: FileManager[] }
    readonly functions: {
      readonly functionRegistry: {
        get(name: string): (...args: LessNode[]) => unknown
        add(name: string, call: (...args: LessNode[]) => unknown): void
      }
    }
    render(
      text: string,
      options: object,
      callback: (error: LessError | null, output?: { readonly css: string }) => void,
    ): void
  }

  /** A value of a sheet: a number has one of its own. */
  export interface LessNode {
    readonly value?: unknown
  }

  export default function createLess(
    environment: object,
    managers: readonly object[],
    version: string,
  ): Less
}
