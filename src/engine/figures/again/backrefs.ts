import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf, type Sentence } from '../sentences'

/** All of them, counted again: 办好四件实事…四件全部办结; employs 640 people … all 640 of them. */

const ALL = /^(?:已经|已)?(?:全部|[均都皆]|无一|悉数)/
const FRESH = /其[中余他]|另|新增|还有|剩余|首批|第/
const SHORT = 'year month day age hour minute second week times degree'.split(' ')

function counts({ kind, range, exact, dimension, amount }: Mention): boolean {
  return kind === 'count' && range === null && exact && dimension !== '' && amount > 1 && !SHORT.includes(dimension)
}

/** The one number that the things were given before, in the sentence or the one before it. */
function givenBefore(sentences: readonly Sentence[], index: number, again: Mention): Mention | null {
  const before = sentences
    .slice(Math.max(0, index - 1), index + 1)
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => mention.end <= again.start && kindOf(mention) === kindOf(again) && counts(mention))
  const [first] = before
  return first !== undefined && new Set(before.map(({ value }) => value)).size === 1 ? first : null
}

const placeOf = (reading: Reading, { start, end, value }: Mention): Place => ({ reading, start, end, value })

function* inHan(reading: Reading): Iterable<readonly [Place, Place]> {
  const sentences = sentencesOf(reading)
  for (const [index, sentence] of sentences.entries())
    for (const again of sentence.mentions) {
      if (!counts(again) || !ALL.test(reading.shadow.slice(again.classified, again.classified + 4))) continue
      if (!/(?:^|[,。;:这该此])$/.test(reading.shadow.slice(Math.max(0, again.start - 1), again.start))) continue
      const first = givenBefore(sentences, index, again)
      if (first === null || first.value === again.value) continue
      if (FRESH.test(reading.shadow.slice(first.end, again.start))) continue
      yield [placeOf(reading, first), placeOf(reading, again)]
    }
}

const ENGLISH_ALL = /\ball(?: of the)?\s$/i

/** The union had feared for all 460 of them. */
function* inEnglish(reading: Reading): Iterable<readonly [Place, Place]> {
  const { shadow, mentions } = reading
  for (const [i, again] of mentions.entries()) {
    if (!ENGLISH_ALL.test(shadow.slice(Math.max(0, again.start - 11), again.start))) continue
    if (!/^\sof them\b/.test(shadow.slice(again.numeral[1])) || again.kind !== 'count') continue
    const before = mentions
      .slice(0, i)
      .filter(
        ({ kind, exact, amount, range, classifier }) =>
          kind === 'count' && exact && range === null && amount > 1 && /^[a-z]{3,}/.test(classifier),
      )
    const [first] = before
    if (first === undefined || new Set(before.map(({ value }) => value)).size !== 1 || first.value === again.value)
      continue
    yield [placeOf(reading, first), placeOf(reading, again)]
  }
}

export function* backReferences(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  for (const reading of copy.readings) yield* reading.english ? inEnglish(reading) : inHan(reading)
}
