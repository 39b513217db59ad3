// Addresses by which a browser opens an editor at a place.

/** Addresses of editors; in braces stands what is put in. */
const EDITORS: { readonly [name: string]: string } = {
  vscode: 'vscode://file/{file}:{line}:{column}',
  vscodium: 'vscodium://file/{file}:{line}:{column}',
  cursor: 'cursor://file/{file}:{line}:{column}',
  zed: 'zed://file/{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{file}&line={line}&column={column}',
}

/** The names of editors that are known. */
export const EDITOR_NAMES: readonly string[] = Object.keys(EDITORS)

/** The address that an editor is opened by: by its name, or as somebody wrote it; undefined for none. */
export function editorAddress(written: string): string | undefined {
  const known = EDITORS[written.toLowerCase()]
  if (known !== undefined) return known
  // What runs in a page opens no editor.
  const isAddress =
    /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^(?:javascript|data|blob):/i.test(written)
  return isAddress && written.includes('{file}') ? written : undefined
}
