/** How many at once. */
export interface QueueLimits {
  readonly total: number
  readonly perHost: number
}

/** Runs a task for each address, never more at once for a host than its limit. Results are in the given order. */
export async function forEachAddress<T>(
  urls: readonly string[],
  limits: QueueLimits,
  task: (url: string) => Promise<T>,
): Promise<readonly T[]> {
  const waiting = urls.map((url, index) => ({ url, index, host: new URL(url).host }))
  const busy = new Map<string, number>()
  const results: T[] = []
  let running = 0
  return new Promise((resolve, reject) => {
    const next = (): void => {
      if (waiting.length === 0 && running === 0) return resolve(results)
      while (running < limits.total) {
        const at = waiting.findIndex(({ host }) => (busy.get(host) ?? 0) < limits.perHost)
        const [one] = at < 0 ? [] : waiting.splice(at, 1)
        if (one === undefined) return
        start(one)
      }
    }
    const start = ({ url, index, host }: (typeof waiting)[number]): void => {
      running += 1
      busy.set(host, (busy.get(host) ?? 0) + 1)
      task(url)
        .then((result) => {
          results[index] = result
          running -= 1
          busy.set(host, (busy.get(host) ?? 1) - 1)
          next()
        })
        .catch(reject)
    }
    next()
  })
}
