import { aboutOf } from '../about'
import type { Unit } from '../unit'
import { flag, much, type Feature } from './feature'
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

type Echo = Feature<FirstPass>

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
    named: group(({ block }) => aboutOf(block.markUp).address),
    above: group(({ block }) => aboutOf(block.markUp).above),
    farAbove: group(({ block }) => aboutOf(block.markUp).farAbove),
  }
}

/** Share of text among the lines from `from` to `to` away, the longer counting more. */
const among = (page: FirstPass, from: number, to: number): number => {
  const weight = page.weight.sum(from, to)
  return weight === 0 ? 0 : page.text.sum(from, to) / weight
}

const near = (away: number): number => 1 - Math.min(1, Math.log2(1 + away) / 5)

/** What the first pass made of a unit, its neighbours and its like: the features of the second pass beside the looks. */
export const ECHOES: readonly Echo[] = [
  { name: 'first pass', of: ({ index }, page) => (page.odds[index] ?? 0) / LIMIT },
  { name: 'first pass: share', of: ({ index }, page) => probability(page.odds[index] ?? 0) },
  { name: 'first pass: best of the page', of: (_, page) => page.best / LIMIT },
  { name: 'line before', of: ({ index }, page) => among(page, index - 1, index - 1) },
  { name: 'line behind', of: ({ index }, page) => among(page, index + 1, index + 1) },
  { name: '3 lines before', of: ({ index }, page) => among(page, index - 3, index - 1) },
  { name: '3 lines behind', of: ({ index }, page) => among(page, index + 1, index + 3) },
  { name: '8 lines before', of: ({ index }, page) => among(page, index - 8, index - 1) },
  { name: '8 lines behind', of: ({ index }, page) => among(page, index + 1, index + 8) },
  { name: '25 lines around', of: ({ index }, page) => among(page, index - 25, index + 25) },
  { name: 'in the stretch', of: ({ index }, page) => flag(index >= page.first && index <= page.last) },
  { name: 'before the stretch', of: ({ index }, page) => flag(index < page.first) },
  { name: 'before the stretch: distance', of: ({ index }, page) => much(Math.max(0, page.first - index)) },
  { name: 'behind the stretch', of: ({ index }, page) => flag(index > page.last) },
  { name: 'behind the stretch: distance', of: ({ index }, page) => much(Math.max(0, index - page.last)) },
  { name: 'text gathered in the stretch', of: (_, page) => page.gathered },
  { name: 'text shortly before', of: ({ index }, page) => near(page.since[index] ?? FAR) },
  { name: 'text shortly behind', of: ({ index }, page) => near(page.until[index] ?? FAR) },
  {
    name: 'between texts',
    of: ({ index }, page) => Math.min(near(page.since[index] ?? FAR), near(page.until[index] ?? FAR)),
  },
  { name: 'its like', of: ({ index }, page) => page.like.mean(index) },
  { name: 'its like: share of the text', of: ({ index }, page) => page.like.share(index) },
  { name: 'its like: none', of: ({ index }, page) => flag(page.like.isAlone(index)) },
  { name: 'same words', of: ({ index }, page) => page.named.mean(index) },
  { name: 'same words: share of the text', of: ({ index }, page) => page.named.share(index) },
  { name: 'same words above', of: ({ index }, page) => page.above.mean(index) },
  { name: 'same words above: share of the text', of: ({ index }, page) => page.above.share(index) },
  { name: 'same words far above', of: ({ index }, page) => page.farAbove.mean(index) },
  { name: 'same words far above: share of the text', of: ({ index }, page) => page.farAbove.share(index) },
  { name: 'same words far above: none', of: ({ index }, page) => flag(page.farAbove.isAlone(index)) },
]
