// What a book says of its formulas.

/** How a book writes formulas, and the commands that it adds to TeX. */
export interface FormulaConfig {
  readonly dollars: boolean
  readonly brackets: 'always' | 'likely' | 'never'
  /** The book says that it has formulas, so that whatever is between two dollars is one. */
  readonly isLoose: boolean
  readonly macros: Macros
}

/** Commands of a book, by their names with the backslash: a text, or one whose first argument may be left out. */
export type Macros = {
  readonly [name: string]:
    string | { readonly text: string; readonly count: number; readonly usual: string }
}
