// What the tests use of it; the package has no types.
declare module '@11ty/nunjucks' {
  export class Environment {
    constructor(loader: object | null, options: object)
    renderString(source: string, context: object): string
  }
}
