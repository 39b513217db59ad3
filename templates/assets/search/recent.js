// Queries that led somewhere, kept in the reader's browser and nowhere else.
const RECENT = 5
const kept = window.handbookKit.memory('localStorage', 'handbookSearch')

/** The last queries, the latest first. */
export const recent = {
  // Whatever others have put there: only texts have `trim`.
  read: () => [kept.read()].flat().filter((one) => one?.trim),
  add(query) {
    kept.write([query, ...this.read().filter((one) => one !== query)].slice(0, RECENT))
  },
}
