// Queries that led somewhere, kept in the reader's browser and nowhere else.
const RECENT = 5
const kept = window.handbookKit.memory('localStorage', 'handbookSearch')

/** The last queries, the latest first. */
export const recent = {
  read() {
    const all = kept.read()
    return Array.isArray(all) ? all.filter((one) => typeof one === 'string') : []
  },
  add(query) {
    kept.write([query, ...this.read().filter((one) => one !== query)].slice(0, RECENT))
  },
}
