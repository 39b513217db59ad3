// How programs in Java are run that check what was built.

/** Flags for a run of seconds, which is over before the second compiler of Java pays: a third to half of the time. */
export const SHORT_RUN: readonly string[] = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
