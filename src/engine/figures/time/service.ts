import type { Claim, Example, StoryCopy } from '../claim'
import { foundedAgain, foundedExamples } from './founded'
import { acrossExamples, agesAcross } from './ages-across'
import { seniority, seniorityExamples } from './seniority'
import { daysOpen, daysOpenExamples } from './days-open'
import { nextSession, sessionExamples } from './next-session'
import { prisonExamples, prisonTerms } from './prison-terms'
import { servedYears, sinceAge } from './served'

/** How long somebody has served or belonged, how old the years make them; anniversaries. */
export function* service(copy: StoryCopy): Iterable<Claim> {
  yield* servedYears(copy)
  yield* sinceAge(copy)
  yield* agesAcross(copy)
  yield* seniority(copy)
  yield* foundedAgain(copy)
  yield* prisonTerms(copy)
  yield* daysOpen(copy)
  yield* nextSession(copy)
}

export const serviceExamples: readonly Example[] = [
  ...acrossExamples,
  ...seniorityExamples,
  ...foundedExamples,
  ...prisonExamples,
  ...daysOpenExamples,
  ...sessionExamples,
]
