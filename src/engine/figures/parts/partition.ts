import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { isAddend, type Sentence } from '../sentences'

/** A whole and the parts that the words say make it up. */

export interface Partition {
  readonly reading: Reading
  readonly total: Mention
  /** where the whole stands, if not in the reading of its parts */
  readonly home?: Reading
  readonly parts: readonly Mention[]
  /** nothing is left beside the parts */
  readonly closed: boolean
  /** the whole was given as their sum (共计): it is what an error would be mended in */
  readonly sum: boolean
}

/** Written without decimals or approximators: 5亿 may be rounded, but nothing says so. */
export function isPlain(shadow: string, mention: Mention): boolean {
  return mention.approximators.length === 0 && !shadow.slice(...mention.numeral).includes('.') && mention.amount > 0
}

/** A plain figure is taken for what it says. */
export function asWritten(shadow: string, mention: Mention): Mention {
  return isPlain(shadow, mention) ? { ...mention, low: mention.value, high: mention.value } : mention
}

/** @param home the shadow the whole stands in, if it is another */
export function sums(shadow: string, parts: readonly Mention[], total: Mention, home = shadow): boolean {
  const bounds = (mention: Mention): Mention => asWritten(mention === total ? home : shadow, mention)
  const low = parts.reduce((sum, part) => sum + bounds(part).low, 0)
  const high = parts.reduce((sum, part) => sum + bounds(part).high, 0)
  // Every rounding at its worst and all to one side is no excuse: a quarter of it is not given.
  const worst = [...parts, total].reduce((sum, part) => sum + (bounds(part).high - bounds(part).low) / 2, 0)
  const slack =
    1e-9 * Math.abs(total.value) -
    ([...parts, total].every(({ approximators }) => approximators.length === 0) ? worst / 4 : 0)
  return low <= bounds(total).high + slack && bounds(total).low <= high + slack
}

/** Some of the parts, the last among them, make up the whole: the others may belong to something else. */
export function someSum(shadow: string, parts: readonly Mention[], total: Mention): boolean {
  const last = parts.at(-1)
  const rest = parts.slice(0, -1)
  if (last === undefined || rest.length > 8) return true
  for (let mask = 1; mask < 1 << rest.length; mask += 1) {
    if (sums(shadow, [...rest.filter((_, i) => (mask >> i) & 1), last], total)) return true
  }
  return false
}

const addends = new WeakMap<Sentence, readonly Mention[]>()

export function addendsOf(sentence: Sentence): readonly Mention[] {
  const known = addends.get(sentence)
  if (known !== undefined) return known
  const found = sentence.mentions.filter((mention) => isAddend(sentence.reading.shadow, mention))
  addends.set(sentence, found)
  return found
}

/** What became of some of them: (出院9239例,死亡177例). */
export const isOutcome = (words: string): boolean => /出院|治愈|死亡|重症|获奖|完成|建成|开工/.test(words)

/** What medals and matches are told in: the whole, then its parts. */
export const SCORES: readonly (readonly string[])[] = [
  ['枚', '金', '银', '铜'],
  ...['场', '轮', '次'].flatMap((games) => [
    [games, '胜', '平', '负'],
    [games, '胜', '负'],
  ]),
]
