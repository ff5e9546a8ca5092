/** How near a text is to the one wished for, as the article-extraction benchmark measures it: F1 of runs of four tokens. */

const LENGTH = 4

/** One token a Han character, one a word of other letters or digits; case and marks do not count. */
export const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[\u3400-\u9FFF]/g, ' $& ')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Runs of four tokens with their counts; a shorter text is one run. */
export const shinglesOf = (text: string): Map<string, number> => {
  const tokens = tokensOf(text)
  const counts = new Map<string, number>()
  const last = Math.max(0, tokens.length - LENGTH)
  for (let i = 0; i <= last && tokens.length > 0; i += 1) {
    const shingle = tokens.slice(i, i + LENGTH).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0)

export interface Nearness {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Two empty texts are alike; an empty one and another have nothing in common. */
export const nearness = (wished: string, given: string): Nearness => {
  const [gold, own] = [shinglesOf(wished), shinglesOf(given)]
  const common = [...own].reduce((all, [shingle, count]) => all + Math.min(count, gold.get(shingle) ?? 0), 0)
  const [wishedFor, found] = [sum(gold), sum(own)]
  if (wishedFor === 0 && found === 0) return { precision: 1, recall: 1, f1: 1 }
  return {
    precision: found === 0 ? 0 : common / found,
    recall: wishedFor === 0 ? 0 : common / wishedFor,
    f1: (2 * common) / (wishedFor + found),
  }
}

/** The lines of `text` of whose runs less than half stand in `other`. */
export const linesMissing = (text: string, other: string): string[] => {
  const there = shinglesOf(other)
  const bare = new Set(other.split('\n').map((line) => tokensOf(line).join(' ')))
  return text.split('\n').filter((line) => {
    const own = [...shinglesOf(line).keys()]
    if (own.length === 0 || bare.has(tokensOf(line).join(' '))) return false
    return own.filter((shingle) => there.has(shingle)).length * 2 < own.length
  })
}
