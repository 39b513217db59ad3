// From how many pages on a build works otherwise. The site is the same on either side of each.

/** Books with fewer pages fit into memory, and are quicker there. */
export const MANY_PAGES = 2000

/** A thread takes about as long to start as so many pages take to be rendered. */
export const PAGES_OF_A_START = 100
