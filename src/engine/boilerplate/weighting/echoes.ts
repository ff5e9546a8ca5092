import type { Unit } from '../unit'
import { flag, much, together, type Features } from './feature'
import { groupsOf, type Groups } from './groups'
import { Sums } from './sums'

/** What the first pass made of a page. All arrays run by unit. */
export interface FirstPass {
  /** log-odds for standing in the text, cut at ±5 */
  readonly odds: readonly number[]
  readonly best: number
  /** the stretch with the greatest sum of odds */
  readonly first: number
  readonly last: number
  /** share of what the first pass keeps that stands in the stretch */
  readonly gathered: number
  /** weights and weighted shares of text, for means */
  readonly weight: Sums
  readonly text: Sums
  /** lines since and until a long one that is surely text */
  readonly since: readonly number[]
  readonly until: readonly number[]
  readonly like: Groups
  readonly named: Groups
  readonly above: Groups
  readonly farAbove: Groups
}

type Echoes = Features<FirstPass>

const LIMIT = 5
const FAR = 60
const SURE = 0.8
const LONG = 16

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))

const stretchOf = (units: readonly Unit[], odds: readonly number[]): { first: number; last: number } => {
  let [best, sum, from] = [0, 0, 0]
  let stretch = { first: 0, last: -1 }
  units.forEach((unit, i) => {
    if (sum <= 0) [sum, from] = [0, i]
    sum += (odds[i] ?? 0) * Math.sqrt(Math.min(200, unit.shape.size) + 1)
    if (sum <= best) return
    best = sum
    stretch = { first: from, last: i }
  })
  return stretch
}

const distances = (sure: readonly boolean[]): number[] => {
  let away = FAR
  return sure.map((is) => (away = is ? 0 : Math.min(FAR, away + 1)))
}

const likenesses = new WeakMap<readonly string[], { readonly signature: string; readonly key: string }>()

/** Tag, class and the nearest ancestors of a block's element: its like have the same. */
const likeness = ({ block: { markUp } }: Unit): string => {
  if (!markUp) return '|'
  const known = likenesses.get(markUp.path)
  if (known?.signature === markUp.signature) return known.key
  const key = `${markUp.signature}|${markUp.path.slice(-20).join('>')}`
  likenesses.set(markUp.path, { signature: markUp.signature, key })
  return key
}

/** `scores` are the first pass's log-odds for text. */
export const firstPassOf = (units: readonly Unit[], scores: ArrayLike<number>): FirstPass => {
  const odds = Array.from(scores, (one) => Math.max(-LIMIT, Math.min(LIMIT, one)))
  const share = odds.map(probability)
  const weights = units.map((unit) => Math.sqrt(Math.min(200, unit.shape.size) + 1))
  const sizes = new Sums(units.map((unit, i) => Math.min(200, unit.shape.size) * (share[i] ?? 0)))
  const { first, last } = stretchOf(units, odds)
  const sure = units.map((unit, i) => (share[i] ?? 0) > SURE && unit.shape.size >= LONG)
  const group = (key: (unit: Unit) => string): Groups => groupsOf(units.map(key), weights, share)
  return {
    odds,
    best: odds.reduce((most, one) => Math.max(most, one), -LIMIT),
    first,
    last,
    gathered: sizes.sum(first, last) / Math.max(1, sizes.sum(0, units.length)),
    weight: new Sums(weights),
    text: new Sums(weights.map((weight, i) => weight * (share[i] ?? 0))),
    since: distances(sure),
    until: distances(sure.toReversed()).reverse(),
    like: group(likeness),
    named: group(({ about }) => about.address),
    above: group(({ about }) => about.above),
    farAbove: group(({ about }) => about.farAbove),
  }
}

/** Share of text among the lines from `from` to `to` away, the longer counting more. */
const among = (page: FirstPass, from: number, to: number): number => {
  const weight = page.weight.sum(from, to)
  return weight === 0 ? 0 : page.text.sum(from, to) / weight
}

const near = (away: number): number => 1 - Math.min(1, Math.log2(1 + away) / 5)

const PASS: Echoes = {
  names: [
    'first pass',
    'first pass: share',
    'first pass: best of the page',
    'line before',
    'line behind',
    '3 lines before',
    '3 lines behind',
    '8 lines before',
    '8 lines behind',
    '25 lines around',
  ],
  write: ({ index }, page, row, at) => {
    const odds = page.odds[index] ?? 0
    row[at] = odds / LIMIT
    row[at + 1] = probability(odds)
    row[at + 2] = page.best / LIMIT
    row[at + 3] = among(page, index - 1, index - 1)
    row[at + 4] = among(page, index + 1, index + 1)
    row[at + 5] = among(page, index - 3, index - 1)
    row[at + 6] = among(page, index + 1, index + 3)
    row[at + 7] = among(page, index - 8, index - 1)
    row[at + 8] = among(page, index + 1, index + 8)
    row[at + 9] = among(page, index - 25, index + 25)
  },
}

const STRETCH: Echoes = {
  names: [
    'in the stretch',
    'before the stretch',
    'before the stretch: distance',
    'behind the stretch',
    'behind the stretch: distance',
    'text gathered in the stretch',
    'text shortly before',
    'text shortly behind',
    'between texts',
  ],
  write: ({ index }, { first, last, gathered, since, until }, row, at) => {
    const [before, behind] = [near(since[index] ?? FAR), near(until[index] ?? FAR)]
    row[at] = flag(index >= first && index <= last)
    row[at + 1] = flag(index < first)
    row[at + 2] = much(Math.max(0, first - index))
    row[at + 3] = flag(index > last)
    row[at + 4] = much(Math.max(0, index - last))
    row[at + 5] = gathered
    row[at + 6] = before
    row[at + 7] = behind
    row[at + 8] = Math.min(before, behind)
  },
}

const LIKE: Echoes = {
  names: [
    'its like',
    'its like: share of the text',
    'its like: none',
    'same words',
    'same words: share of the text',
    'same words above',
    'same words above: share of the text',
    'same words far above',
    'same words far above: share of the text',
    'same words far above: none',
  ],
  write: ({ index }, { like, named, above, farAbove }, row, at) => {
    row[at] = like.mean(index)
    row[at + 1] = like.share(index)
    row[at + 2] = flag(like.isAlone(index))
    row[at + 3] = named.mean(index)
    row[at + 4] = named.share(index)
    row[at + 5] = above.mean(index)
    row[at + 6] = above.share(index)
    row[at + 7] = farAbove.mean(index)
    row[at + 8] = farAbove.share(index)
    row[at + 9] = flag(farAbove.isAlone(index))
  },
}

/** What the first pass made of a unit, its neighbours and its like: the features of the second pass beside the looks. */
export const ECHOES: Echoes = together([PASS, STRETCH, LIKE])
