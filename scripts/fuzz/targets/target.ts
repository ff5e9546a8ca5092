/** What is fuzzed: a door that takes bytes from outside. */
export interface Target {
  /** Runs one input. Throws (or rejects) where something that must hold does not. */
  run(input: Uint8Array): void | Promise<void>
  /** Makes the input's own check sums right again, so that what is behind them is reached. */
  repair?(input: Uint8Array): Uint8Array
}

/** A failed expectation, with what it was about. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`Does not hold: ${what}`)
}
