import { averageOf } from './averages'
import { isOff, type Derivation } from './changes'
import { byDirection } from './by-direction'
import type { Reading } from '../claim'
import { eachTimesOf } from './each-times'
import { isFar } from './finger'
import { doublingsOf, foldOf } from './folds'
import { gapOf } from './gaps'
import type { Mention } from '../lexer/mention'
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
    if (found !== null && found.said.start >= own.start && !isFar(found.said, found)) yield [own, found]
  }
  for (const found of doublingsOf(wide, own)) if (isOff(found)) yield [own, found]
}

/** A paragraph behind those before it, read as one: what a figure comes from often stands there. */
export function* nearMissesAcross(
  before: readonly Reading[],
  reading: Reading,
): Iterable<readonly [derivation: Derivation, homes: readonly Reading[]]> {
  const all = [...before, reading].filter(({ english, mentions }) => !english && mentions.length > 0)
  if (all.length < 2 || all.at(-1) !== reading) return
  const offsets = all.map((_, i) => all.slice(0, i).reduce((sum, { shadow }) => sum + shadow.length + 1, 0))
  const home = ({ start }: Mention): number => offsets.findLastIndex((one) => one <= start)
  const back = (one: Mention): Mention => moved(one, -(offsets[home(one)] ?? 0))
  const joined: Reading = {
    ...reading,
    text: all.map(({ text }) => text).join('\u3002'),
    shadow: all.map(({ shadow }) => shadow).join('\u3002'),
    mentions: all.flatMap(({ mentions }, i) => mentions.map((one) => moved(one, offsets[i] ?? 0))),
  }
  const own = all.length - 1
  for (const [, { said, from, ...rest }] of nearMisses(joined)) {
    if (home(said) !== own || from.every((one) => home(one) === own)) continue
    // A price told of other things, and how many of these.
    const [each, count] = from
    if (rest.expr.includes('×') && each && count && home(each) !== own && home(count) === own) continue
    yield [{ ...rest, said: back(said), from: from.map(back) }, from.map((one) => all[home(one)] ?? reading)]
  }
}

function moved(one: Mention, by: number): Mention {
  const { start, end, classified, numeral } = one
  return {
    ...one,
    start: start + by,
    end: end + by,
    classified: classified + by,
    numeral: [numeral[0] + by, numeral[1] + by],
  }
}
