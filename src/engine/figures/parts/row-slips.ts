import type { Mention } from '../lexer/mention'
import { isOneDigitOff, isSlip, isSwapped, significant } from '../again/slips'

/** How far a row of parts is from its whole: what a slip of the hand makes, and what it does not. */

export function sumOf(parts: readonly Mention[]): number {
  return parts.reduce((all, { value }) => all + value, 0)
}

/** A value of the same unit and size that a figure may have been written for. */
function slipped(said: Mention, value: number): boolean {
  if (value <= 0 || said.value <= 0) return false
  const amount = Number((value / (said.value / said.amount)).toPrecision(10))
  const meant: Mention = { ...said, value, amount }
  return isSlip(said, meant) || (significant(said) > 1 && isOneDigitOff(said, meant))
}

/** The whole or one part is one slip away from what the others ask for, and the figures fine enough for that to be no chance. */
export function isOneSlipOff(total: Mention, parts: readonly Mention[], digits = 3): boolean {
  const sum = sumOf(parts)
  const fine = [total, ...parts].filter((mention) => significant(mention) >= digits).length
  if (fine < 2)
    return parts.length > 2 && isSwapped(total, { ...total, value: sum, amount: sum / (total.value / total.amount) })
  return slipped(total, sum) || parts.some((part) => slipped(part, total.value - (sum - part.value)))
}

/** A sixth more or less than the whole, or its own digits turned. */
export function isNear(parts: readonly Mention[], total: Mention): boolean {
  const sum = sumOf(parts)
  return (
    Math.abs(sum - total.value) <= total.value / 6 ||
    [...String(sum)].sort().join() === [...String(total.value)].sort().join()
  )
}
