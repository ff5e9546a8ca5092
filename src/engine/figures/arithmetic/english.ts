import type { Example } from '../claim'
import type { Sentence } from '../sentences'
import type { Derivation } from './changes'
import { averageExamples, averagesSaid } from './english-averages'
import { changeExamples, changesSaid, timesSaid } from './english-changes'
import { multipleExamples, multiplesSaid } from './english-multiples'
import { eachAndAll, productExamples } from './english-products'
import { ratesSaid, shareExamples, sharesSaid } from './english-shares'
import { stepExamples, stepsOf } from './english-steps'
import { takingExamples, takingsSaid } from './english-takings'

/** What English sentences say of their own figures. */
export const derivedInEnglish = (sentence: Sentence, previous: Sentence | undefined): readonly Derivation[] => [
  ...changesSaid(sentence),
  ...timesSaid(sentence),
  ...multiplesSaid(sentence),
  ...eachAndAll(sentence),
  ...takingsSaid(sentence),
  ...sharesSaid(sentence),
  ...ratesSaid(sentence),
  ...stepsOf(sentence),
  ...averagesSaid(sentence, previous),
]

export const englishExamples: readonly Example[] = [
  ...changeExamples,
  ...multipleExamples,
  ...productExamples,
  ...takingExamples,
  ...stepExamples,
  ...shareExamples,
  ...averageExamples,
]
