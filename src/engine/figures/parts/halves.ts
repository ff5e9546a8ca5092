import type { Claim } from '../claim'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { COMPLEMENTS } from './complements'
import { ofSum } from './wholes'

/** Shares side by side that leave no third, whatever other shares the sentence gives: 男性占51.7%,女性占48.3%,本地市民占73.5%. */

const TAKES = /(?:占|占比|比例)[约近达为是到]{0,2}$|的[约近达]?为$/
/** Names that leave no third. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/男/, /女/],
  [/城镇|城市/, /农村|乡村/],
  [/线上/, /线下/],
  [/本地|本省|本市/, /外地|外省|外市/],
  [/公办/, /民办/],
  [/已婚/, /未婚/],
]
const OTHER = /同比|环比|[增降]|提高|回落|其中/

const plain = ({ kind, range, classifier, approximators }: Mention): boolean =>
  kind === 'percent' && range === null && classifier === '%' && approximators.length === 0

/** The names of parts that leave no third, of shares that come near the whole: exports and imports have wholes of their own. */
const NO_THIRD = COMPLEMENTS.filter(
  (words) => words.length === 2 && !words.some((word) => /[a-z]|出口|改建/.test(word.source)),
)

function arePartners(a: string, b: string, sum: number): boolean {
  return (
    Math.abs(sum - 100) < 20 &&
    NO_THIRD.some(
      (words) => words.every((word) => word.test(a) !== word.test(b)) && words[0]?.test(a) !== words[1]?.test(a),
    )
  )
}

/** 本地市民 and 非本地市民; 男 and 女. */
function leaveNone(a: string, b: string): boolean {
  const [x, y] = [a, b].map(
    (label) =>
      label
        .replace(TAKES, '')
        .split(/[,;。、]/)
        .at(-1) ?? '',
  ) as [string, string]
  if (x.length > 2 && /^[非不未]/.test(y) && x.endsWith(y.slice(1))) return true
  return PAIRS.some(
    (words) => words.every((word) => word.test(x) !== word.test(y)) && words[0].test(x) !== words[1].test(x),
  )
}

const rounded = (shares: readonly Mention[]): number =>
  shares.reduce((all, { low, high }) => all + (high - low) / 2, 0) + 0.11

function off(shares: readonly Mention[]): boolean {
  const sum = shares.reduce((all, { value }) => all + value, 0)
  return Math.abs(sum - 100) > rounded(shares)
}

/** From 及以下 to 及以上, with nothing left between. */
function scaleFrom(sentence: Sentence, shares: readonly Mention[], at: number): readonly Mention[] {
  const labels = shares.map((share) => aheadOf(sentence, share, 20))
  if (!/[以及]下/.test(labels[at] ?? '')) return []
  const end = labels.findIndex((label, i) => i > at + 1 && /以上/.test(label))
  const run = end < 0 ? [] : shares.slice(at, end + 1)
  return labels.slice(at + 1, end).some((label) => /以[上下]/.test(label)) ? [] : run
}

export function* halves(sentence: Sentence): Iterable<Claim> {
  const { reading, mentions } = sentence
  if (reading.english || mentions.length < 2) return
  const shares = mentions.filter(plain)
  for (const [i, a] of shares.entries()) {
    const b = shares[i + 1]
    const [x, y] = [aheadOf(sentence, a, 20), b === undefined ? '' : aheadOf(sentence, b, 20)]
    const pair =
      b !== undefined &&
      TAKES.test(x) &&
      TAKES.test(y) &&
      !OTHER.test(y) &&
      (leaveNone(x, y) || arePartners(x, y, a.value + b.value))
        ? [a, b]
        : []
    for (const of of [pair, scaleFrom(sentence, shares, i)])
      if (of.length > 1 && off(of))
        yield ofSum(
          reading,
          of.map(({ start, end, value }) => ({ start, end, value })),
          of.map(({ value }) => value),
        )
  }
}
