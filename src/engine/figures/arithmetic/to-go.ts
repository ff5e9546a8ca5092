import type { Derivation } from './changes'
import type { Example, Reading, StoryCopy } from '../claim'
import { isSlip, isOneDigitOff } from '../again/slips'
import type { Mention } from '../lexer/mention'
import { figure } from '../wording'

/** A goal, what is left to it, and what the story says has been reached: 献血72次 … 目标是献满100次,“还差28次”. */

const GOAL = /(?:目标|心愿|愿望|[献做凑]满|凑齐|达到|完成|攒够|攒到)[^。;\d]{0,6}$/
const LEFT = /[还只就][差剩缺][了不到]{0,2}$/

interface ToGo {
  readonly derivation: Derivation
  readonly reading: Reading
  /** where the goal and what has been reached stand */
  readonly homes: readonly Reading[]
}

function pairIn({ mentions, shadow }: Reading): readonly [goal: Mention, left: Mention] | null {
  for (const [i, left] of mentions.entries()) {
    const goal = mentions[i - 1]
    if (goal === undefined || goal.kind !== 'count' || left.kind !== 'count' || left.dimension === '') continue
    if (
      goal.dimension !== left.dimension ||
      left.value >= goal.value ||
      !LEFT.test(shadow.slice(left.start - 4, left.start))
    )
      continue
    if (GOAL.test(shadow.slice(Math.max(0, goal.start - 12), goal.start)) && left.start - goal.end < 16)
      return [goal, left]
  }
  return null
}

/** Nothing the story tells lies as far from the goal as it says, and one figure of it does but for a digit. */
export function* toGo({ readings }: StoryCopy): Iterable<ToGo> {
  for (const reading of readings) {
    const pair = reading.english || !/[差剩缺]/.test(reading.shadow) ? null : pairIn(reading)
    if (pair === null) continue
    const [goal, left] = pair
    const told = readings.flatMap((home) =>
      home.mentions
        .filter(
          (one) =>
            (one.kind === 'count' || one.kind === 'ordinal') &&
            one.classifier === left.classifier &&
            one !== goal &&
            one !== left,
        )
        .map((mention) => ({ home, mention })),
    )
    if (told.some(({ mention }) => mention.low <= goal.high - left.low && mention.high >= goal.low - left.high))
      continue
    const near = told.filter(({ mention }) => {
      const value = goal.value - mention.value
      const meant: Mention = { ...left, value, amount: value / (left.value / left.amount) }
      return mention.value > 1 && mention.value < goal.value && (isSlip(left, meant) || isOneDigitOff(left, meant))
    })
    const [first] = near
    if (first === undefined || new Set(near.map(({ mention }) => mention.value)).size > 1) continue
    const value = goal.value - first.mention.value
    const expr = `${figure(goal.amount)} - ${figure(first.mention.amount)}`
    yield {
      derivation: { said: left, from: [goal, first.mention], value, low: value, high: value, expr },
      reading,
      homes: [reading, first.home],
    }
  }
}

export const toGoExamples: readonly Example[] = [
  { wrong: '他已献血[[72次]]。\n他说,自己的目标是献满[[100次]],“还差[[38次]],慢慢来”。' },
  { silent: '他已献血72次。\n他说,自己的目标是献满100次,“还差28次,慢慢来”。' },
]
