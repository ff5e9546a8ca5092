import type { MarkUp } from '../../blocks/page'
import type { Unit } from '../unit'
import { flag, much, together, type Features } from './feature'
import { Groups } from './groups'
import { Sums } from './sums'

/** What the first pass made of a page. All arrays run by unit. */
export interface FirstPass {
  /** log-odds for standing in the text, cut at ±5 */
  readonly odds: Float64Array
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
  readonly since: Float64Array
  readonly until: Float64Array
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

const stretchOf = (weights: Float64Array, odds: Float64Array): { first: number; last: number } => {
  let [best, sum, from, first, last] = [0, 0, 0, 0, -1]
  for (let i = 0; i < odds.length; i += 1) {
    if (sum <= 0) [sum, from] = [0, i]
    sum += (odds[i] as number) * (weights[i] as number)
    if (sum <= best) continue
    best = sum
    ;[first, last] = [from, i]
  }
  return { first, last }
}

/** How far each unit is from the last one of which it is sure, on the way through them by `step`. */
const distances = (sure: Uint8Array, step: 1 | -1): Float64Array => {
  const found = new Float64Array(sure.length)
  let away = FAR
  for (let i = step > 0 ? 0 : sure.length - 1; i >= 0 && i < sure.length; i += step)
    found[i] = away = sure[i] === 1 ? 0 : Math.min(FAR, away + 1)
  return found
}

/** Tag, class and the nearest ancestors of a block's element, in numbers: its like have the same. Most have that of one before. */
const likenessesOf = (units: readonly Unit[]): number[] => {
  const numbers = new Map<string, number>()
  const known = new Map<readonly string[], { readonly signature: string; readonly number: number }>()
  const numberOf = ({ path, signature }: MarkUp): number => {
    const found = known.get(path)
    if (found?.signature === signature) return found.number
    const key = `${signature}|${path.slice(-20).join('>')}`
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    known.set(path, { signature, number })
    return number
  }
  let [last, number]: [MarkUp | undefined, number] = [undefined, 0]
  return units.map(({ block: { markUp } }) => {
    if (markUp !== last) [last, number] = [markUp, markUp ? numberOf(markUp) : 0]
    return number
  })
}

/** By unit: log-odds within the limits, the share of text they make, what the line counts, and what of it is text. */
const measured = (units: readonly Unit[], scores: ArrayLike<number>) => {
  const made = () => new Float64Array(units.length)
  const [odds, weights, text, sizes] = [made(), made(), made(), made()]
  const sure = new Uint8Array(units.length)
  let best = -LIMIT
  for (let i = 0; i < units.length; i += 1) {
    const { size } = (units[i] as Unit).shape
    const own = (odds[i] = Math.max(-LIMIT, Math.min(LIMIT, scores[i] as number)))
    const share = probability(own)
    weights[i] = Math.sqrt(Math.min(200, size) + 1)
    text[i] = (weights[i] as number) * share
    sizes[i] = Math.min(200, size) * share
    sure[i] = share > SURE && size >= LONG ? 1 : 0
    best = Math.max(best, own)
  }
  return { odds, weights, text, sizes: new Sums(sizes), sure, best }
}

/** `scores` are the first pass's log-odds for text. */
export const firstPassOf = (units: readonly Unit[], scores: ArrayLike<number>): FirstPass => {
  const { odds, weights, text, sizes, sure, best } = measured(units, scores)
  const { first, last } = stretchOf(weights, odds)
  const group = (numbers: readonly number[]): Groups => new Groups(numbers, weights, text)
  return {
    odds,
    best,
    first,
    last,
    gathered: sizes.sum(first, last) / Math.max(1, sizes.sum(0, units.length)),
    weight: new Sums(weights),
    text: new Sums(text),
    since: distances(sure, 1),
    until: distances(sure, -1),
    like: group(likenessesOf(units)),
    named: group(units.map(({ about }) => about.address.place)),
    above: group(units.map(({ about }) => about.above.place)),
    farAbove: group(units.map(({ about }) => about.farAbove.place)),
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
