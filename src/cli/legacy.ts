/** A flag of GitBook or HonKit that scripts still pass. */
export interface LegacyFlag {
  /** As commander declares it. */
  readonly flags: string
  /** The name under which commander keeps its value. */
  readonly attribute: string
  readonly shown: string
}

/** Flags that are accepted and do nothing: what they asked for is always so, or no longer exists. */
export const legacyFlags: readonly LegacyFlag[] = [
  { flags: '--log <level>', attribute: 'log', shown: '--log' },
  { flags: '--timing', attribute: 'timing', shown: '--timing' },
  { flags: '--reload', attribute: 'reload', shown: '--reload' },
  { flags: '--lrport <port>', attribute: 'lrport', shown: '--lrport' },
  { flags: '--browser <name>', attribute: 'browser', shown: '--browser' },
  { flags: '--watch [value]', attribute: 'watch', shown: '--watch' },
  { flags: '--no-watch', attribute: 'watch', shown: '--no-watch' },
  { flags: '--live [value]', attribute: 'live', shown: '--live' },
  { flags: '--no-live', attribute: 'live', shown: '--no-live' },
]
