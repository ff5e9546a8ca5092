import type { DecorationSet } from '@codemirror/view'

/**
 * Whether two sets mark the same places alike. `RangeSet.eq` of @codemirror/state 6.7.6 is not used: it finds two sets
 * equal when one of them has a mark more than the other (its test is this function's).
 */
export function sameSet(a: DecorationSet, b: DecorationSet): boolean {
  if (a.size !== b.size) return false
  const left = a.iter()
  const right = b.iter()
  for (; left.value !== null && right.value !== null; left.next(), right.next()) {
    if (left.from !== right.from || left.to !== right.to || !left.value.eq(right.value)) return false
  }
  return left.value === right.value
}
