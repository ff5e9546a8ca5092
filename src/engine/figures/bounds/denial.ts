import type { ArithmeticLine } from '../../analysis'
import type { Place } from '../claim'
import type { Sentence } from '../sentences'

/** A word of size that the sentence's own figures deny. */
export interface Denial {
  readonly tier: 'error' | 'query'
  readonly places: readonly Place[]
  readonly zh: string
  readonly en: string
  readonly arithmetic: readonly ArithmeticLine[]
}

export function placeOf({ reading }: Sentence, { start, end }: { start: number; end: number }, value?: number): Place {
  return { reading, start, end, ...(value === undefined ? {} : { value }) }
}
