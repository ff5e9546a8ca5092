import type { Example } from '../claim'
import type { Sentence } from '../sentences'
import { aboardExamples, peopleAboard } from './english-aboard'
import { fundExamples, paidFor } from './english-funds'
import { listedExamples, listedParts } from './english-lists'
import { memberExamples } from './english-members'
import { exclusiveStates, stateExamples } from './english-opposites'
import { kindExamples, peopleByKind } from './english-people'
import { gamesPlayed, leftOver, restExamples } from './english-rest'
import { seasonExamples, seasons } from './english-seasons'
import { castExamples, ofTheCast } from './english-votes'
import { toldByKindExamples } from './english-told'
import type { Partition } from './partition'
import { remainingOf } from './remaining'
import { brokenDown, sumsInAll } from './sums'

/** The wholes of an English sentence, the `i`th of all, and their parts. */
export const partsInEnglish = (sentence: Sentence, i: number, all: readonly Sentence[]): readonly Partition[] => [
  ...sumsInAll(sentence),
  ...brokenDown(sentence),
  ...remainingOf(sentence, all[i - 1]),
  ...peopleByKind(sentence),
  ...exclusiveStates(sentence, all[i - 1]),
  ...paidFor(sentence),
  ...ofTheCast(sentence, all[i + 1]),
  ...seasons(sentence),
  ...listedParts(sentence, all[i - 1]),
  ...leftOver(sentence, all[i - 1]),
  ...gamesPlayed(sentence),
  ...peopleAboard(sentence, all.slice(i, i + 3)),
]

export const englishPartExamples: readonly Example[] = [
  ...kindExamples,
  ...castExamples,
  ...stateExamples,
  ...fundExamples,
  ...memberExamples,
  ...aboardExamples,
  ...listedExamples,
  ...seasonExamples,
  ...toldByKindExamples,
  ...restExamples,
]
