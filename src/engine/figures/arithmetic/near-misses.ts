import { averageOf } from './averages'
import { isOff, type Derivation } from './changes'
import type { Reading } from '../claim'
import { eachTimesOf } from './each-times'
import { doublingsOf, foldOf } from './folds'
import { gapOf } from './gaps'
import { discountsOf, percentOf } from './percent-of'
import { plainShare } from './plain-shares'
import { runningOf } from './running'
import { shareNear } from './shares-near'
import { shiftOf } from './shifts'
import { sentencesOf, type Sentence } from '../sentences'
import { windowOf } from './window'

/** Figures that others near them almost give: the words only suggest that they belong together, the digits bear it out. */

/** A sentence of more figures is a table. */
const MOST = 14

export function* nearMisses(reading: Reading): Iterable<readonly [Sentence, Derivation]> {
  if (reading.english || reading.mentions.length < 2) return
  const sentences = sentencesOf(reading)
  for (const [i, own] of sentences.entries()) {
    const wide = windowOf(sentences, i, 1, MOST)
    if (wide === null) continue
    for (const said of own.mentions) {
      const found =
        gapOf(wide, own, said) ??
        shiftOf(wide, own, said) ??
        eachTimesOf(wide, own, said) ??
        shareNear(wide, own, said) ??
        averageOf(wide, said) ??
        percentOf(wide, said) ??
        runningOf(wide, said) ??
        plainShare(wide, own, said)
      if (found !== null) yield [own, found]
      const fold = foldOf(wide, own, said)
      if (fold !== null && isOff(fold)) yield [own, fold]
    }
    for (const found of discountsOf(own)) yield [own, found]
    for (const found of doublingsOf(wide, own)) if (isOff(found)) yield [own, found]
  }
}
