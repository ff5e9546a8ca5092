import type { Example, StoryCopy } from '../claim'
import type { Sentence } from '../sentences'
import { overtaken, subsetExamples } from './english-subsets'
import type { WholeAndPart } from './of-them'
import { thoseAmong, thoseExamples } from './those-among'

/** Every part of a story that outnumbers its whole across sentences, in either language. */
export function* overtakenIn(copy: StoryCopy): Iterable<readonly [...WholeAndPart, from: Sentence, to: Sentence]> {
  yield* overtaken(copy)
  yield* thoseAmong(copy)
}

export const overtakenExamples: readonly Example[] = [...subsetExamples, ...thoseExamples]
