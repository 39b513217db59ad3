// The little of the WebDriver protocol (https://www.w3.org/TR/webdriver/) that tests of WebKit need.

/** One device of an action sequence; see "Actions" in the standard. */
export interface ActionSource {
  readonly type: 'key' | 'pointer' | 'none'
  readonly id: string
  readonly parameters?: { readonly pointerType: 'mouse' | 'touch' }
  readonly actions: readonly Readonly<Record<string, unknown>>[]
}

/** A browser that obeys. */
export interface Session {
  readonly command: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<unknown>
  readonly act: (...sources: readonly ActionSource[]) => Promise<void>
  readonly end: () => Promise<void>
}

/** Starts a session with a driver that listens at an address. */
export async function startSession(
  address: string,
  capabilities: Readonly<Record<string, unknown>>,
): Promise<Session> {
  const body = { capabilities: { alwaysMatch: capabilities } }
  const started = (await send(`${address}/session`, 'POST', body)) as { sessionId: string }
  const base = `${address}/session/${started.sessionId}`
  const command: Session['command'] = (method, path, data) => send(base + path, method, data)
  return {
    command,
    act: async (...actions) => {
      await command('POST', '/actions', { actions })
    },
    end: async () => {
      await command('DELETE', '')
    },
  }
}

async function send(url: string, method: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    // A script that a page was left with is never answered by the driver of WebKit; who waits for a state asks again.
    signal: AbortSignal.timeout(url.endsWith('/execute/sync') ? 20_000 : 60_000),
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
  const { value } = (await response.json()) as { value: { error?: string; message?: string } }
  if (response.ok) return value
  throw new Error(`WebDriver: ${value.error ?? response.status}: ${value.message ?? url}`)
}
