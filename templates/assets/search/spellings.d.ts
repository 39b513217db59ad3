/** For `createEngine`. */
export const spellings: unknown
export const plainly: unknown
