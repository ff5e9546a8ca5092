/** How sure the engine is, as it is shown: never 1, for no rule is certain. */
export function shownConfidence(confidence: number): number {
  return Math.min(0.99, confidence)
}
