// Queries that led somewhere, kept in the reader's browser and nowhere else.
const RECENT = 5

/** The last queries, the latest first. */
export const recent = {
  read() {
    try {
      const kept = JSON.parse(localStorage.handbookSearch)
      return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
    } catch {
      return []
    }
  },
  add(query) {
    try {
      const all = [query, ...this.read().filter((one) => one !== query)]
      localStorage.handbookSearch = JSON.stringify(all.slice(0, RECENT))
    } catch {}
  },
}
