/** For `createEngine`. */
export const nearest: unknown
