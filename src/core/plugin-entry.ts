/** An entry of `plugins`. */
export interface PluginEntry {
  /** Short name: `anchors` for `gitbook-plugin-anchors@1.0`. */
  readonly name: string
  readonly version?: string
}
