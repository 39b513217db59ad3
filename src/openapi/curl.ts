// An operation as a call that one can paste into a shell.
import type { Json } from '../core/json.ts'
import type { Operation, Security } from './operation.ts'

/** A command for `curl`. Nothing in it is anybody's secret. */
export function curlOf(
  { method, path, server, parameters, security, body }: Operation,
  value: Json | undefined,
): string {
  const needed = parameters.filter((one) => one.place === 'query' && one.required)
  const keys = security.flatMap((one) => (one.place === 'query' ? [one.key ?? 'key'] : []))
  const query = [...needed.map(({ name }) => name), ...keys].map((name) => `${name}=…`).join('&')
  const headers = [
    ...security.flatMap(headerOf),
    ...parameters
      .filter((one) => one.place === 'header' && one.required)
      .map(({ name }) => `${name}: …`),
  ]
  const type = body?.contents[0]?.type
  if (type !== undefined) headers.push(`Content-Type: ${type}`)
  const url = `${server}${path}${query === '' ? '' : `?${query}`}`
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    ...headers.map((header) => `  -H ${quoted(header)}`),
  ]
  if (value !== undefined && type?.includes('json') === true)
    lines.push(`  -d ${quoted(JSON.stringify(value, undefined, 2))}`)
  return lines.join(' \\\n')
}

function headerOf({ type, scheme, place, key }: Security): readonly string[] {
  if (place === 'header') return [`${key ?? 'Authorization'}: …`]
  if (type === 'http') return [`Authorization: ${scheme === 'basic' ? 'Basic' : 'Bearer'} …`]
  return type === 'oauth2' || type === 'openIdConnect' ? ['Authorization: Bearer …'] : []
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
