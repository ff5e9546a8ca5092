import type { Example } from '../claim'
import type { Sentence } from '../sentences'
import type { Derivation } from './changes'
import { eachAndAll, productExamples } from './english-products'
import { fallsByWord, riseExamples, risesToFrom } from './english-rises'
import { sharesSaid, shareExamples } from './english-shares'
import { stepExamples, stepsOf } from './english-steps'

/** What English sentences say of their own figures. */
export const derivedInEnglish = (sentence: Sentence): readonly Derivation[] => [
  ...eachAndAll(sentence),
  ...sharesSaid(sentence),
  ...risesToFrom(sentence),
  ...fallsByWord(sentence),
  ...stepsOf(sentence),
]

export const englishExamples: readonly Example[] = [
  ...productExamples,
  ...riseExamples,
  ...stepExamples,
  ...shareExamples,
]
