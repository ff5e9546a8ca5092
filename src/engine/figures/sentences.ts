import type { Reading } from './claim'
import type { Mention } from './lexer/mention'
import { matchesOf } from './matches'

/** A sentence of a passage. Offsets into the passage's text. */
export interface Sentence {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  readonly mentions: readonly Mention[]
}

const read = new WeakMap<Reading, readonly Sentence[]>()

/** The sentences of a passage with what they mention, in order. Every check reads the same. */
export function sentencesOf(reading: Reading): readonly Sentence[] {
  const known = read.get(reading)
  if (known !== undefined) return known
  const sentences = parted(reading)
  read.set(reading, sentences)
  return sentences
}

/** A title before a name ends no sentence, nor does a point that a small letter follows (7 p.m. on). */
const ENGLISH_END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Lt|Col|Gen|Sgt|Capt|Prof|Rev|Mt|vs))[.!?]["\u201D]?(?=\s+[^\sa-z]|\s*$)/g

function parted(reading: Reading): Sentence[] {
  const { shadow, mentions, english } = reading
  const ends = english ? ENGLISH_END : /[。!?]/g
  const sentences: Sentence[] = []
  let start = 0
  let next = 0
  const close = (end: number): void => {
    const inside: Mention[] = []
    for (let mention = mentions[next]; mention !== undefined && mention.start < end; mention = mentions[++next])
      inside.push(mention)
    if (end > start) sentences.push({ reading, start, end, mentions: inside })
    start = end
  }
  for (const match of matchesOf(shadow, ends)) close(match.index + match[0].length)
  close(shadow.length)
  return sentences
}

/** 名, 位, 人 count the same people; everything else only itself. */
export function kindOf(mention: Mention): string {
  return ['名', '位', '人', '口'].includes(mention.dimension) ? 'people' : mention.dimension
}

/** A number one may add: counted, of a known kind, no bound of a range, no rate (每户3个, 各3个, 第3个). */
export function isAddend(shadow: string, mention: Mention): boolean {
  if (mention.kind !== 'count' || mention.range !== null || mention.dimension === '') return false
  if (
    ['year', 'month', 'day', 'age', 'times', 'degree', 'temperature', 'hour', 'minute', 'second'].includes(
      mention.dimension,
    )
  )
    return false
  if (/每/.test(shadow.slice(mention.start, mention.numeral[0]))) return false
  return !/(?:[每各均第增减]|平均|人均|户均|日均|累计|同比|增加|增长|减少|多出|多了|少了)$/.test(
    shadow.slice(Math.max(0, mention.start - 3), mention.start),
  )
}
