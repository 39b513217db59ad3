import { parse } from 'parse5'

interface Parsed {
  readonly nodeName: string
  readonly childNodes?: readonly Parsed[]
}

function findAll(node: Parsed, name: string): readonly Parsed[] {
  const inside = (node.childNodes ?? []).flatMap((child) => findAll(child, name))
  return node.nodeName === name ? [node, ...inside] : inside
}

/** What a browser makes of a page in its layout: where the elements behind it are. `main nav` is right. */
export function layoutAround(html: string): string {
  const page = `<!doctype html><body><main><section>${html}</section></main><nav>next</nav></body>`
  const body = findAll(parse(page), 'body')[0]
  return (body?.childNodes ?? []).map(({ nodeName }) => nodeName).join(' ')
}
