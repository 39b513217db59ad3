const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text made safe for HTML, in content and between double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}

/** Attributes as they stand in a tag, with a space before each. */
export function attributes(list: readonly (readonly [string, string | number])[]): string {
  return list.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join('')
}
