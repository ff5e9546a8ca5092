import { fits, slipOf, type Trial } from './finger'
import { areOfTwoTimes } from './gaps'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'

/** The only two figures of a kind, and one that they give or do not, whatever words stand between. */

const PASSING = new Set(['year', 'month', 'day', 'age', 'times', 'hour', 'minute', 'week', '番', '次', '批'])

export const counted = ({ kind, range, dimension, low }: Mention): boolean =>
  kind === 'count' && range === null && dimension !== '' && !PASSING.has(dimension) && low > 0

export type Pair = readonly [less: Mention, more: Mention]

/** The words of its own clause before it. */
export function clauseOf({ reading }: Sentence, own: Sentence, said: Mention, length = 14): string {
  return (
    reading.shadow
      .slice(Math.max(own.start, said.start - length), said.start)
      .split(/[,。;]/)
      .at(-1) ?? ''
  )
}

/** The only two of a kind before it, the last kind that has two, among such as may be set against each other. */
export function pairOf(window: Sentence, said: Mention, may: (one: Mention) => boolean, from: number): Pair | null {
  const counts = window.mentions.filter((one) => one !== said && may(one))
  const before = counts.filter(({ start, end }) => end <= said.start && start >= from)
  for (const last of before.slice(-2).toReversed()) {
    const same = counts.filter((one) => kindOf(one) === kindOf(last))
    const [a, b] = same
    if (a === undefined || b === undefined) continue
    if (same.length > 2 || a.value === b.value || b.end > said.start) return null
    return a.value < b.value ? [a, b] : [b, a]
  }
  return null
}

export const isTenth = ({ classifier }: Mention): boolean => classifier === '成' || classifier === '半'

/** The share a figure should be, where it is a slip from it. 四成 is told to the tenth, 四成半 to the twentieth: farther off, it is none. */
export function isOff(shadow: string, told: Mention, right: Trial, wrong?: Trial): boolean {
  if (isTenth(told)) {
    const apart = Math.abs(told.value - right.value)
    return told.value !== 50 && apart > (told.value % 10 === 0 ? 6 : 3.5) && apart < 30
  }
  if (fits(shadow, told, right)) return false
  const exact =
    wrong !== undefined && Math.abs(wrong.value - told.value) <= (Number.isInteger(told.amount) ? 0.5 : 0.06)
  return exact || slipOf(shadow, told, right.value) > 1
}

const BECAME = /[至到达为][有约近]?$/

/** What was and what is: of two times, or the one became the other. */
export function areTimes(window: Sentence, [a, b]: Pair): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  return areOfTwoTimes(window, first, second) || BECAME.test(aheadOf(window, second))
}
