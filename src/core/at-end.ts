// What a command leaves for later commands once all that it was asked for is done. Programs that use the library end
// without it.
const waiting: (() => void)[] = []

/** Has something done when the command has come to its end. */
export function atEnd(action: () => void): void {
  waiting.push(action)
}

/** The end of a command. */
export function finishCommand(): void {
  for (const action of waiting.splice(0)) action()
}
