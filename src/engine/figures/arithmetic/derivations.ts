import { aboveMark } from './above-mark'
import { allTold } from './all-told'
import { apieceOf } from './apiece'
import { marginsOf } from './margins'
import { pointsOf } from './points'
import { cropsSold } from './crops-sold'
import { seatsOf } from './seats'
import { oddShares } from './share-rows'
import { acrossOf, derivationsOf, isOff, type Derivation } from './changes'
import type { Reading, StoryCopy } from '../claim'
import { conversionsOf } from './conversions'
import { dealsOf } from './deals'
import { formulasOf } from './formulas'
import { derivedInEnglish } from './english'
import { levelsOf } from './levels'
import { nearMisses, nearMissesAcross } from './near-misses'
import { multiplied } from './multiplied'
import { multiplesOf, namedShares } from './multiples'
import { portionsOf } from './portions'
import { repricedOf } from './repriced'
import { risesOf } from './rises'
import { savedTime } from './saved-time'
import { sentencesOf, type Sentence } from '../sentences'
import { sparedOf } from './spared'
import { takingsOf } from './takings'
import { englishTrends, trendsOf } from './trends'
import { yieldsOf } from './yields'

/** What the words of a sentence, and of the one before it, say is derived. */
function* statedIn(sentence: Sentence, previous: Sentence | undefined): Iterable<Derivation> {
  yield* derivationsOf(sentence)
  yield* levelsOf(sentence)
  yield* dealsOf(sentence)
  yield* formulasOf(sentence)
  yield* conversionsOf(sentence)
  yield* multiplesOf(sentence)
  yield* namedShares(sentence)
  yield* risesOf(sentence)
  yield* trendsOf(sentence)
  yield* englishTrends(sentence)
  yield* multiplied(sentence)
  yield* takingsOf(sentence)
  yield* apieceOf(sentence)
  yield* pointsOf(sentence)
  yield* seatsOf(sentence)
  yield* marginsOf(sentence)
  yield* cropsSold(sentence)
  yield* oddShares(sentence, previous)
  yield* yieldsOf(sentence)
  yield* sparedOf(sentence)
  yield* repricedOf(sentence)
  yield* savedTime(sentence)
  yield* allTold(sentence)
  yield* aboveMark(sentence)
  if (previous !== undefined) yield* acrossOf(previous, sentence)
  if (sentence.reading.english) yield* derivedInEnglish(sentence, previous)
}

interface Derived {
  readonly derivation: Derivation
  /** where the figures it comes from stand, if not beside it */
  readonly homes?: readonly Reading[]
}

/** What the words of a paragraph say is derived and is not; then what the digits say. */
export function* derivedIn(copy: StoryCopy, at: number, reading: Reading): Iterable<Derived> {
  const told = new Set<number>()
  for (const [, derivation] of portionsOf(reading)) {
    told.add(derivation.said.start)
    yield { derivation }
  }
  let previous: Sentence | undefined
  for (const sentence of sentencesOf(reading)) {
    for (const derivation of sentence.mentions.length > 0 ? statedIn(sentence, previous) : []) {
      const off = isOff(derivation)
      // 约646吨 may be told of 546吨 as loosely as that, or by a slip of the hand.
      if (off || derivation.said.approximators.length === 0) told.add(derivation.said.start)
      if (off) yield { derivation }
    }
    previous = sentence
  }
  // Where the words say how a figure comes about, they are believed, not the digits.
  for (const [, derivation] of nearMisses(reading)) {
    if (told.has(derivation.said.start)) continue
    told.add(derivation.said.start)
    yield { derivation }
  }
  const before = copy.readings.slice(Math.max(0, at - 2), at).filter(({ passage }) => passage.role !== 'title')
  for (const [derivation, homes] of nearMissesAcross(before, reading))
    if (!told.has(derivation.said.start)) yield { derivation, homes }
}
