// What catalogs are made of. The English one is also the type of all others.

/** What is said of a problem: the sentence, and what to do about it. */
export type Said = string | readonly [sentence: string, hint: string | undefined]

/** Arguments that are texts. */
export type Texts<Name extends string> = { readonly [N in Name]: string }

/** The same, and what the author may have meant: the hint is then "Did you mean …?". */
export type Near<Name extends string> = Texts<Name> & { readonly near: string | undefined }

/** The type of another language's sentences: the same codes, each with the same arguments. */
export type Sayings<English> = {
  readonly [Code in keyof English]: English[Code] extends (args: infer Args) => Said
    ? (args: Args) => Said
    : Said
}
