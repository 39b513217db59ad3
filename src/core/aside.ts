/** Puts a text where it takes no memory, and gives what reads it again. */
export type Aside = (text: string) => () => string
