/** For `createEngine`. */
export const further: unknown
