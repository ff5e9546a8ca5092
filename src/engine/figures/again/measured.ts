import type { Place, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { isOneDigitOff, isSlip } from './slips'
import { allOf, type Seen } from './seen'

/** One measure of one thing, told behind its name and before it: 隧道全长3.4公里 … 这条4.3公里长的隧道. */

const MEASURES = new Set(['length', 'area', 'mu', 'weight', 'power', 'volume'])
const BEHIND = /^(?:[长宽高重]|大小)?的(?<noun>[\u4E00-\u9FFF]{2,6})/
/** How far before its measure a thing is named. */
const REACH = 16
const OTHER = /其中|[每另已]|平均|最[长大高]|主[桥跨]|引桥|分别|剩余/

const near = (a: Mention, b: Mention): boolean => isSlip(a, b) || isOneDigitOff(a, b)

/** The noun that the measure stands before: the first two characters of it, or its last two. */
function nounsOf({ behind }: Seen): readonly string[] {
  const noun = BEHIND.exec(behind)?.groups?.['noun'] ?? ''
  return noun === '' ? [] : [noun.slice(0, 2), noun.slice(0, 3).slice(-2)]
}

export function* measuredAgain(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = allOf(copy).filter(
    ({ reading, mention }) => !reading.english && MEASURES.has(mention.dimension) && mention.exact,
  )
  if (all.length < 2 || all.length > 60) return
  for (const again of all) {
    const nouns = nounsOf(again)
    if (nouns.length === 0 || OTHER.test(again.before.slice(-6))) continue
    const same = all.filter((one) => one !== again && one.mention.dimension === again.mention.dimension)
    if (same.some(({ mention }) => mention.value === again.mention.value)) continue
    const named = same.filter(
      (one) =>
        nouns.some((noun) => one.before.slice(-REACH).includes(noun)) &&
        !OTHER.test(one.before.slice(-REACH)) &&
        near(one.mention, again.mention),
    )
    const [first] = named
    if (first === undefined || named.length > 1) continue
    yield [placeOf(first), placeOf(again)]
  }
}

const placeOf = ({ reading, mention: { start, end, value } }: Seen): Place => ({ reading, start, end, value })
