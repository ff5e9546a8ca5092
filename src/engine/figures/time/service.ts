import type { Claim, Example, StoryCopy } from '../claim'
import { dayExamples, daysInAll } from './days-in-all'
import { foundedAgain, foundedExamples } from './founded'
import { acrossExamples, agesAcross } from './ages-across'
import { seniority, seniorityExamples } from './seniority'
import { servedYears, sinceAge } from './served'

/** How long somebody has served or belonged, how old the years make them; anniversaries, and the days of a range. */
export function* service(copy: StoryCopy): Iterable<Claim> {
  yield* servedYears(copy)
  yield* sinceAge(copy)
  yield* agesAcross(copy)
  yield* seniority(copy)
  yield* foundedAgain(copy)
  for (const reading of copy.readings) yield* daysInAll(reading)
}

export const serviceExamples: readonly Example[] = [
  ...acrossExamples,
  ...seniorityExamples,
  ...foundedExamples,
  ...dayExamples,
]
