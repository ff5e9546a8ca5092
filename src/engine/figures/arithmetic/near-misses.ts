import { averageOf } from './averages'
import { isOff, type Derivation } from './changes'
import { byDirection } from './by-direction'
import type { Reading } from '../claim'
import { eachTimesOf } from './each-times'
import { doublingsOf, foldOf } from './folds'
import { gapOf } from './gaps'
import { discountsOf, percentOf } from './percent-of'
import { plainShare } from './plain-shares'
import { runningOf } from './running'
import { shareNear } from './shares-near'
import { shiftOf } from './shifts'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { windowOf } from './window'

/** Figures that others near them almost give: the words only suggest that they belong together, the digits bear it out. */

/** A sentence of more figures is a table. */
const MOST = 14

/** How many sentences before its own a figure may come from: the nearest are tried first. */
const BACK = [1, 3]

export function* nearMisses(reading: Reading): Iterable<readonly [Sentence, Derivation]> {
  if (reading.english || reading.mentions.length < 2) return
  const sentences = sentencesOf(reading)
  for (const [i, own] of sentences.entries()) {
    if (own.mentions.length === 0) continue
    let start = -1
    for (const back of BACK) {
      const wide = windowOf(sentences, i, back, MOST)
      if (wide === null || wide.start === start) continue
      start = wide.start
      yield* missesIn(wide, own)
    }
    for (const found of discountsOf(own)) yield [own, found]
  }
}

/** What the figures of the window deny in its last sentence. */
function* missesIn(wide: Sentence, own: Sentence): Iterable<readonly [Sentence, Derivation]> {
  for (const said of own.mentions) {
    const found =
      gapOf(wide, own, said) ??
      shiftOf(wide, own, said) ??
      eachTimesOf(wide, own, said) ??
      shareNear(wide, own, said) ??
      averageOf(wide, said) ??
      percentOf(wide, said) ??
      runningOf(wide, said) ??
      plainShare(wide, own, said) ??
      byDirection(wide, own, said)
    if (found !== null) yield [own, found]
    const fold = foldOf(wide, own, said)
    if (fold !== null && isOff(fold)) yield [own, fold]
  }
  for (const each of wide.mentions) {
    if (each.start >= own.start || !own.mentions.some((one) => kindOf(one) === kindOf(each))) continue
    const found = eachTimesOf(wide, own, each)
    if (found !== null && found.said.start >= own.start) yield [own, found]
  }
  for (const found of doublingsOf(wide, own)) if (isOff(found)) yield [own, found]
}

/** The paragraph behind the one before it, read as one: what a figure comes from often stands there. */
export function* nearMissesAcross(
  before: Reading,
  reading: Reading,
): Iterable<readonly [derivation: Derivation, home: Reading, homes: readonly Reading[]]> {
  if (reading.english || before.english || reading.mentions.length === 0 || before.mentions.length === 0) return
  const offset = before.shadow.length + 1
  const moved = (one: Mention): Mention => ({
    ...one,
    start: one.start + offset,
    end: one.end + offset,
    classified: one.classified + offset,
    numeral: [one.numeral[0] + offset, one.numeral[1] + offset],
  })
  const joined: Reading = {
    ...reading,
    text: `${before.text}\u3002${reading.text}`,
    shadow: `${before.shadow}\u3002${reading.shadow}`,
    mentions: [...before.mentions, ...reading.mentions.map(moved)],
  }
  const back = (one: Mention): Mention =>
    one.start < offset ? one : (reading.mentions.find(({ start }) => start + offset === one.start) ?? one)
  for (const [, { said, from, ...rest }] of nearMisses(joined)) {
    if (said.start < offset || from.every(({ start }) => start >= offset)) continue
    const homes = from.map(({ start }) => (start < offset ? before : reading))
    yield [{ ...rest, said: back(said), from: from.map(back) }, reading, homes]
  }
}
