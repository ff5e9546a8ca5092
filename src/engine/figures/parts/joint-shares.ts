import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { sums, type Partition } from './partition'
import { sentencesOf, type Sentence } from '../sentences'

/** The share of two answers together is the sum of the shares of each: 36%“很关注”或“较关注”,其中“很关注”占15%,“较关注”占21%. */

const QUOTED = /“[^“”]{1,10}”/g

function namesIn(text: string): readonly string[] {
  return text.match(QUOTED) ?? []
}

/** Behind 其中, each share right behind the one name it is of. */
function partsOf(
  { reading, end }: Sentence,
  shares: readonly Mention[],
  among: number,
  names: readonly string[],
): Mention[] {
  let from = among
  const left = new Set(names)
  const parts: Mention[] = []
  for (const share of shares) {
    if (share.start < among || share.end > end) continue
    const own = namesIn(reading.shadow.slice(from, share.start))
    from = share.end
    if (own.length === 1 && left.delete(own[0] ?? '')) parts.push(share)
  }
  return left.size === 0 ? parts : []
}

export function* jointShares(reading: Reading): Iterable<Partition> {
  if (reading.english || !reading.shadow.includes('”')) return
  for (const sentence of sentencesOf(reading)) {
    const among = reading.shadow.slice(sentence.start, sentence.end).indexOf('其中') + sentence.start
    if (among < sentence.start) continue
    const shares = sentence.mentions.filter(({ kind, range }) => kind === 'percent' && range === null)
    const total = shares.findLast(({ end }) => end <= among)
    if (total === undefined) continue
    const names = namesIn(reading.shadow.slice(total.end, among))
    if (names.length < 2 || !/”(?:[和或与、及]|以及)“/.test(reading.shadow.slice(total.end, among))) continue
    const parts = partsOf(sentence, shares, among, names)
    if (parts.length === names.length && !sums(reading.shadow, parts, total))
      yield { reading, total, parts, closed: true, sum: false }
  }
}
