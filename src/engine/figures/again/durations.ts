import type { StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Place, Reading } from '../claim'
import { periodsOf } from '../labels'
import { sentencesOf, type Sentence } from '../sentences'
import { isOneDigitOff, isSlip, isSwapped } from './slips'

/** Stretches of time that a story tells twice: 结婚15年了 … 在12年的婚姻里. */

interface Stretch extends Place {
  readonly mention: Mention
  readonly sentence: Sentence
  /** pairs of Han characters near it, once they were asked for */
  words: ReadonlySet<string> | null
  /** the character before it, and those of the noun behind 的 */
  readonly before: string
  readonly noun: string
}

const UNITS = new Set('year month week day hour minute'.split(' '))
/** What makes another stretch of it, or an age, a date, a limit. */
const APART = /(?:[第每前近未来今去逾过超约至内岁满]|未来|今后|连续|不足|以内|提前|延长|缩短|增加|减少)$/
const POINT = /^(?:[前后初末底内以级代度期份]|之[前后内]|来的?首)/

function stretchesOf(copy: StoryCopy): Stretch[] {
  return copy.readings
    .filter(({ english, passage }) => !english && !['table', 'list'].includes(passage.role))
    .flatMap((reading) =>
      sentencesOf(reading).flatMap((sentence) =>
        sentence.mentions.flatMap((mention) => stretchAt(reading, sentence, mention)),
      ),
    )
}

function stretchAt(reading: Reading, sentence: Sentence, mention: Mention): Stretch[] {
  const { shadow } = reading
  if (!UNITS.has(mention.dimension) || mention.kind !== 'count' || mention.range !== null || mention.amount < 10)
    return []
  if (mention.dimension === 'year' && mention.amount > 130) return []
  const [before, behind] = [
    shadow.slice(Math.max(0, mention.start - 3), mention.start),
    shadow.slice(mention.classified, mention.classified + 8),
  ]
  if (APART.test(before) || POINT.test(behind)) return []
  const noun = /^(?:来|间)?的(?<noun>[\u4E00-\u9FFF]{2})/.exec(behind)?.groups?.['noun'] ?? ''
  return [
    {
      reading,
      start: mention.start,
      end: mention.end,
      value: mention.amount,
      mention,
      sentence,
      words: null,
      before: /[\u4E00-\u9FFF]{1,2}$/.exec(before)?.[0] ?? '',
      noun,
    },
  ]
}

function wordsOf(stretch: Stretch): ReadonlySet<string> {
  stretch.words ??= wordsNear(stretch)
  return stretch.words
}

function wordsNear({ sentence, mention, reading: { shadow } }: Stretch): Set<string> {
  const words = new Set<string>()
  for (
    let at = Math.max(sentence.start, mention.start - 30);
    at + 2 <= Math.min(sentence.end, mention.end + 24);
    at += 1
  ) {
    const pair = shadow.slice(at, at + 2)
    if (/^[\u4E00-\u9FFF]{2}$/.test(pair)) words.add(pair)
  }
  return words
}

function shared(a: Stretch, b: Stretch): number {
  const known = wordsOf(b)
  let count = 0
  for (const word of wordsOf(a)) if (known.has(word)) count += 1
  return count
}

/** 结婚15年 and then, right behind it, 15年的婚姻. */
function pointsBack(a: Stretch, b: Stretch): boolean {
  const follows = a.reading === b.reading && b.start - a.end < 80
  return follows && b.noun !== '' && [...b.noun].some((character) => a.before.includes(character))
}

/** 挖掘历时45天 … 这54天的挖掘: the same digits, and 这 before the later. */
function pointsHere(a: Stretch, b: Stretch): boolean {
  return b.reading.index - a.reading.index < 3 && (b.before.endsWith('这') || shared(a, b) > 1)
}

/** A story of more stretches is a chronicle. */
const MOST = 40

/** Pairs of stretches of time of one thing, one slip apart. */
export function* retoldStretches(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = stretchesOf(copy)
  if (all.length > MOST) return
  for (const [j, b] of all.entries()) {
    const first = all.slice(0, j).find((a) => {
      if (a.sentence === b.sentence || a.mention.dimension !== b.mention.dimension) return false
      if (!isSlip(a.mention, b.mention) && !isOneDigitOff(a.mention, b.mention)) return false
      if (periodsOf([...wordsOf(a)].join(' ')) !== periodsOf([...wordsOf(b)].join(' '))) return false
      return pointsBack(a, b) || shared(a, b) >= 5 || (isSwapped(a.mention, b.mention) && pointsHere(a, b))
    })
    if (first !== undefined) yield [first, b]
  }
}
