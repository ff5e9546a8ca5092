/** What the lexer finds. Offsets: UTF-16 code units into the passage's text. */

/**
 * How an approximator bounds its number.
 * near: just below it (近) · under: below it (不足) · about: around it (约, 左右) · over: above it (超过) · surplus: a bit above
 * it (余, 多) · atLeast / atMost: it is the bound (至少, 最多) · orMore / orLess: the bound, said behind (以上, 以下)
 */
export type Sense = 'near' | 'under' | 'about' | 'over' | 'surplus' | 'atLeast' | 'atMost' | 'orMore' | 'orLess'

export interface Approximator {
  readonly sense: Sense
  readonly word: string
  readonly start: number
  readonly end: number
}

/** percent: 81.8%, 百分之五, 三成, 一半 · point: 个百分点 · fraction: 四分之三 · ordinal: 第三 · count: everything else with a number */
export type MentionKind = 'count' | 'percent' | 'point' | 'fraction' | 'ordinal'

export interface Mention {
  readonly kind: MentionKind
  /** in the base unit of its dimension: 2.96亿元 is 296000000; a percent is 0..100 */
  readonly value: number
  /** the number alone, before its unit: 3公里 → 3, 2.96亿元 → 296000000 */
  readonly amount: number
  /** bounds that the words allow, both included; approximations and rounding are in them */
  readonly low: number
  readonly high: number
  /** no approximator, no rounding: value is all it can be */
  readonly exact: boolean
  /** 个, 名, 平方米 … as written; '' where none follows. English: the noun in the singular */
  readonly classifier: string
  /** what may be added and compared: 'money', 'area' …; for counts the classifier itself */
  readonly dimension: string
  readonly approximators: readonly Approximator[]
  readonly form: 'arabic' | 'chinese' | 'mixed' | 'english'
  /** the whole phrase with approximators and classifier */
  readonly start: number
  readonly end: number
  /** the numeral itself, scale included */
  readonly numeral: readonly [start: number, end: number]
  /** behind the classifier, before an approximator that follows it */
  readonly classified: number
  /** one bound of a range: 3至5名. The other bound is its neighbour. */
  readonly range: 'low' | 'high' | null
}

/** Whether two mentions can speak of one value. */
export function meet(a: Pick<Mention, 'low' | 'high'>, b: Pick<Mention, 'low' | 'high'>): boolean {
  return a.low <= b.high && b.low <= a.high
}

/** Whether two mentions tell of different values: hedged by the same words (up to 277, up to 227), the numbers themselves count. */
export function differ(a: Mention, b: Mention): boolean {
  const [x, y] = [a, b].map(({ approximators }) => approximators.map(({ sense }) => sense).join())
  return x !== '' && x === y ? Math.abs(a.value - b.value) > 0.01 * Math.abs(a.value) : !meet(a, b)
}

/** The index of the first one that starts at or behind `at`; they are in order. */
export function firstFrom(ordered: readonly { readonly start: number }[], at: number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.start ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether one of them stands in any part of [start, end); they are in order and do not overlap. */
export function touches(
  ordered: readonly { readonly start: number; readonly end: number }[],
  start: number,
  end: number,
): boolean {
  const at = firstFrom(ordered, start)
  return (ordered[at]?.start ?? end) < end || (ordered[at - 1]?.end ?? start) > start
}

/** Those that stand within [start, end). */
export function within<T extends { readonly start: number; readonly end: number }>(
  ordered: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const inside: T[] = []
  for (let i = firstFrom(ordered, start); i < ordered.length; i += 1) {
    const one = ordered[i]
    if (one === undefined || one.start >= end) break
    if (one.end <= end) inside.push(one)
  }
  return inside
}
