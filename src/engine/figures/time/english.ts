import type { Claim, Example, StoryCopy } from '../claim'
import { anniversaryExamples, ordinalAnniversaries } from './english-anniversaries'
import { spanExamples, spansInEnglish } from './english-spans'
import { clockExamples, clockRuns } from './english-clocks'
import { hoursLater, laterExamples } from './english-later'
import { agesBorn, closedAfter, lifeExamples, livesInOneSentence, livesTold, obituaries } from './english-lives'
import { runExamples, runsTold } from './english-runs'
import { standOffExamples, standOffs } from './english-stand-offs'
import { termHeldExamples, termsHeld } from './english-terms'
import { yearExamples, yearsUntilNow } from './english-years'

/** What English copy says of its own years, ages and hours. */
export function* timesInEnglish(copy: StoryCopy): Iterable<Claim> {
  yield* ordinalAnniversaries(copy)
  yield* yearsUntilNow(copy)
  yield* spansInEnglish(copy)
  yield* standOffs(copy)
  yield* runsTold(copy)
  yield* livesTold(copy)
  for (const reading of copy.readings) {
    if (!reading.english) continue
    yield* obituaries(reading)
    yield* livesInOneSentence(reading)
    yield* clockRuns(reading)
    yield* hoursLater(reading)
    yield* termsHeld(reading)
    yield* agesBorn(copy, reading)
    yield* closedAfter(reading)
  }
}

export const englishTimeExamples: readonly Example[] = [
  ...lifeExamples,
  ...anniversaryExamples,
  ...clockExamples,
  ...yearExamples,
  ...laterExamples,
  ...spanExamples,
  ...standOffExamples,
  ...runExamples,
  ...termHeldExamples,
]
