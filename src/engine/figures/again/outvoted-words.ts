import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { grouped } from '../grouped'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { isOneDigitOff, isSlip, isSwapped, significant } from './slips'

/**
 * One value said twice and more in the same words, and once otherwise: 48小时内核酸检测 … 48小时内核酸检测 … 84小时内核酸检测. The words
 * stand right behind the figure or right before it; or the value is said three times and more, and once with its digits turned.
 */

interface Worded {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  readonly before: string
  readonly behind: string
}

type Pair = readonly [usual: Place, odd: Place]

const WORDS = 4
const MOST = 200
/** Counted one by one, or of every kind: no unit of their own. */
const PASSING = /^(?:year|month|degree)?$/
/** Of the few, only an age or a time is not counted anew each time. */
const MEASURED = /^(?:age|hour|day|minute|week)$/
const COMMON =
  /同比|环比|增[长加]|下降|减少|上[涨升]|提高|达到?|完成|实现|累计|共计?|超过|以上|占比|收入|约为|[去今]年|分别|其中|第|左右|[投总]资/
const APART =
  /其[中余他]|[另首每各新又再剩余增减从第最]|还有|[去上]年|同期|超过|平均|计划|目标|[至到由从比]$|以外|原[有来]?/

function wordedIn(reading: Reading): Worded[] {
  if (reading.english || ['table', 'list'].includes(reading.passage.role)) return []
  const { shadow } = reading
  return sentencesOf(reading).flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Worded[] => {
      const { kind, range, dimension, amount, start, classified } = mention
      if (kind !== 'count' || range !== null || amount < 2 || PASSING.test(dimension)) return []
      const before = shadow.slice(Math.max(sentence.start, start - 8), start)
      return [{ reading, sentence, mention, before, behind: shadow.slice(classified, classified + 8) }]
    }),
  )
}

const HAN = /^[\u4E00-\u9FFF]{4}$/
const keyed = (words: string, one: Worded): string | null =>
  HAN.test(words) && !COMMON.test(words) ? `${kindOf(one.mention)} ${words}` : null

const behindKey = (one: Worded): string | null => keyed(one.behind.slice(0, WORDS), one)
const beforeKey = (one: Worded): string | null => keyed(one.before.slice(-WORDS), one)

/** The value that most give and the one that gives another; null where there are more values than two. */
function oddOf(group: readonly Worded[]): readonly [usual: readonly Worded[], odd: Worded] | null {
  const values = [...new Set(group.map(({ mention }) => mention.value))]
  const [x, y] = values.map((value) => group.filter(({ mention }) => mention.value === value))
  if (values.length !== 2 || x === undefined || y === undefined || x.length === y.length) return null
  const [usual, odd] = x.length > y.length ? [x, y] : [y, x]
  return odd.length === 1 && odd[0] !== undefined ? [usual, odd[0]] : null
}

const hedges = ({ mention }: Worded): string => mention.approximators.map(({ sense }) => sense).join()

function isNear(a: Mention, b: Mention): boolean {
  if (a.amount < 10 && b.amount < 10) return MEASURED.test(a.dimension)
  return isSlip(a, b) || isOneDigitOff(a, b)
}

/** A sum of one kind that the story gives but once more elsewhere is none of a slip. */
const timesSaid = (all: readonly Worded[], { mention }: Worded): number =>
  all.filter((one) => one.mention.value === mention.value && kindOf(one.mention) === kindOf(mention)).length

function isOut(all: readonly Worded[], usual: Worded, odd: Worded): boolean {
  return (
    hedges(usual) === hedges(odd) &&
    usual.sentence !== odd.sentence &&
    timesSaid(all, odd) === 1 &&
    !APART.test(odd.before) &&
    isNear(usual.mention, odd.mention)
  )
}

/** 绝食49天 … 49天 … 禁食49天 … 94天: said three times and more, and once turned. */
function* turned(all: readonly Worded[]): Iterable<Pair> {
  for (const unit of grouped(all, ({ mention }) => kindOf(mention)).values()) {
    for (const odd of unit) {
      if (significant(odd.mention) < 2 || timesSaid(unit, odd) > 1) continue
      const usual = unit.filter(({ mention }) => isSwapped(mention, odd.mention))
      const [first] = usual
      if (first === undefined || usual.length < 3 || new Set(usual.map(({ mention }) => mention.value)).size > 1)
        continue
      if (!APART.test(odd.before) && usual.some((one) => touches(one, odd))) yield [placeOf(first), placeOf(odd)]
    }
  }
}

/** The word right before or right behind both is the same. */
const touches = (a: Worded, b: Worded): boolean =>
  isWord(a.before.slice(-1), b.before.slice(-1)) || isWord(a.behind.slice(0, 2), b.behind.slice(0, 2))
const isWord = (a: string, b: string): boolean => a === b && /^[\u4E00-\u9FFF]/.test(a) && !/[了近约的有为是在]/.test(a)

const placeOf = ({ reading, mention: { start, end, value } }: Worded): Place => ({ reading, start, end, value })

export function* outvotedWords(copy: StoryCopy): Iterable<Pair> {
  const all = copy.readings.flatMap(wordedIn)
  if (all.length < 3 || all.length > MOST) return
  for (const keyOf of [behindKey, beforeKey])
    for (const group of grouped(all, keyOf).values()) {
      if (group.length < 3) continue
      const [usual, odd] = oddOf(group) ?? []
      const [first] = usual ?? []
      if (first !== undefined && odd !== undefined && isOut(all, first, odd)) yield [placeOf(first), placeOf(odd)]
    }
  yield* turned(all)
}
