/** The words of a text as the measure counts them: one Han character, or one run of other letters and digits. */
export const tokensOf = (text: string): string[] =>
  text.match(/[\u3400-\u9FFF\uF900-\uFAFF]|[^\W_]+|(?:(?![\u3400-\u9FFF\uF900-\uFAFF])[\p{L}\p{M}\p{N}_])+/gu) ?? []

const SIZE = 4

/** Each run of four tokens with how often it stands; a shorter text is one shingle. */
export const shinglesOf = (tokens: readonly string[]): Map<string, number> => {
  const shingles = new Map<string, number>()
  if (tokens.length === 0) return shingles
  for (let at = 0; at < Math.max(1, tokens.length - SIZE + 1); at += 1) {
    const shingle = tokens.slice(at, at + SIZE).join(' ')
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}

export interface Overlap {
  readonly precision: number
  readonly recall: number
}

/** Shared shingles, as a share of those found and of those wanted. An empty text that should be empty is right. */
export const overlapOf = (wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): Overlap => {
  let [shared, ofFound, ofWanted] = [0, 0, 0]
  for (const [shingle, count] of found) {
    shared += Math.min(count, wanted.get(shingle) ?? 0)
    ofFound += count
  }
  for (const count of wanted.values()) ofWanted += count
  if (ofFound === 0 && ofWanted === 0) return { precision: 1, recall: 1 }
  return { precision: ofFound === 0 ? 0 : shared / ofFound, recall: ofWanted === 0 ? 0 : shared / ofWanted }
}

export interface Score {
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

/** As the scrapinghub article-extraction-benchmark has it: F1 of the mean precision and the mean recall of the pages. */
export const scoreOf = (overlaps: readonly Overlap[]): Score => {
  const precision = mean(overlaps.map((one) => one.precision))
  const recall = mean(overlaps.map((one) => one.recall))
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
