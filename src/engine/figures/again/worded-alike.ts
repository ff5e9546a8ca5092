import type { Place, Reading, StoryCopy } from '../claim'
import { periodsOf } from '../labels'
import { meet, type Mention } from '../lexer/mention'
import { grouped } from '../grouped'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { toldTwice } from './told-twice'
import { commonTail } from './same-thing'
import { isOneDigitOff, isSlip, isSwapped, significant, tensApart } from './slips'

/**
 * Two figures of one unit, a slip of the hand apart, by the same words in whatever order: 查处腐败问题176起 … 查处的167起腐败问题.
 * The rarer the slip and the fewer figures of the unit a story has, the fewer words must be the same; a third figure by as
 * many of them, another period or a part makes two things of them.
 */

interface Worded {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  readonly ahead: string
  /** pairs of Han characters beside it, up to the figures next to it */
  readonly pairs: ReadonlySet<string>
}

const COMMON =
  /今[年天日]|昨[天日]|目前|现在|如今|达到|增长|下降|同比|累计|共有|一共|已经|记者|介绍|其中|超过|全[市县区省国州镇村]|有限|公司|负责|[一二两三四五六七八九十]|[万亿][\u4E00-\u9FFF]/g
const HAN = /^[\u4E00-\u9FFF]{2}$/
/** Another time, part, place or rate, and so another figure. */
const OTHER =
  /同期|此前|之前|原[有先本来计]|其[余中他它]|[另邻每再减降老旧各第升剩早晚东西南北]|首[批期]|分别|[平人户日亩]均|新[增建招]|增[加长至到]|最[高低大小多少]|还有|计划|目标|预[计期]|截至|至少|以上|[上下]半|同比|环比/g

function pairsIn(words: string): Set<string> {
  const text = words.replace(COMMON, ' ')
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    if (HAN.test(pair)) pairs.add(pair)
  }
  return pairs
}

/** Counted in what the lexer does not know, a figure is of the two characters behind it: 7.2吉帕. */
function unitOf({ shadow }: Reading, mention: Mention): string {
  if (mention.dimension !== '') return kindOf(mention)
  const unit = shadow.slice(mention.classified, mention.classified + 2)
  return HAN.test(unit) ? unit : ''
}

const PASSING = /^(?:year|month|day|age|hour|minute|week|second|times|temperature|[届期号大次页章])$/

interface Found {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly i: number
  readonly unit: string
}

function* figuresIn(reading: Reading): Iterable<Found> {
  for (const sentence of sentencesOf(reading)) {
    for (const [i, mention] of sentence.mentions.entries()) {
      const unit = unitOf(reading, mention)
      if (!['count', 'percent'].includes(mention.kind) || mention.range !== null || unit === '' || PASSING.test(unit))
        continue
      yield { reading, sentence, i, unit }
    }
  }
}

function wordedOf({ reading, sentence, i }: Found): Worded {
  const { shadow } = reading
  const mention = sentence.mentions[i] as Mention
  const from = Math.max(sentence.start, sentence.mentions[i - 1]?.classified ?? 0, mention.start - 24)
  const to = Math.min(sentence.end, sentence.mentions[i + 1]?.start ?? sentence.end, mention.classified + 16)
  const behind = shadow.slice(mention.classified, to).split(/[。;:]/)[0] ?? ''
  const ahead = shadow.slice(sentence.start, mention.start)
  const pairs = pairsIn(`${shadow.slice(from, mention.start)} ${behind}`)
  return { reading, sentence, mention, ahead, pairs }
}

export function shared(a: Worded, b: Worded): number {
  let count = 0
  for (const pair of a.pairs) if (b.pairs.has(pair)) count += 1
  return count
}

const clauseOf = ({ ahead }: Worded): string => ahead.split(/[,;:、]/).at(-1) ?? ''

const othersIn = (one: Worded): string => [...new Set(clauseOf(one).slice(-14).match(OTHER) ?? [])].sort().join(' ')

const YEAR = /(?<!比|较)(?:去年(?!同期)|上年|前年|往年|明年|过去一年)/g

/** 过去一年…, 去年…: one year. The later figure may go without it, the earlier not. */
function areYearsApart(a: Worded, b: Worded): boolean {
  const [x, y] = [a, b].map(({ ahead }) => ahead.match(YEAR)?.at(-1)?.replace('过去一年', '去年') ?? '')
  return x !== y && (y !== '' || /今年|本年/.test(b.ahead))
}

/** 截至3月底 … 截至4月底; 6月 … 7月. */
function areDaysApart(a: Worded, b: Worded): boolean {
  const [x, y] = [a, b].map(({ reading, sentence, mention }) => {
    const day = reading.dates.findLast(({ start, end }) => start >= sentence.start && end <= mention.start)
    return day === undefined ? '' : `${day.year ?? ''}/${day.month ?? ''}/${day.day ?? ''}`
  })
  const [p, q] = [periodsOf(a.ahead), periodsOf(b.ahead)]
  return (x !== y && x !== '' && y !== '') || (p !== q && p !== '' && q !== '')
}

/** 展馆总面积 … 老馆总面积: before the same words the later says of whom, and the earlier's passage knows nothing of it. */
function isElsewhere(a: Worded, b: Worded): boolean {
  const [x, y] = [clauseOf(a), clauseOf(b)]
  const length = commonTail(x, y)
  const own = y.slice(0, y.length - length).replace(/^(?:[而但该这此本全共]|目前|现在|如今)+/, '')
  if (length < 2 || own.length < 2) return false
  const known = a.reading.shadow.slice(0, a.mention.end) + b.reading.shadow.slice(0, b.sentence.start)
  return !known.includes(own.slice(0, 2))
}

/** 甲村…, 乙村…; 第一车间…, 第二车间…: two of a kind, told apart by one character at their head. */
function areTwins(a: Worded, b: Worded): boolean {
  return [
    [a.ahead, b.ahead],
    [clauseOf(a), clauseOf(b)],
  ].some(([x = '', y = '']) => {
    const at = x.charAt(0) === y.charAt(0) ? 1 : 0
    return x.charAt(at) !== y.charAt(at) && x.charAt(at + 1) !== '' && x.charAt(at + 1) === y.charAt(at + 1)
  })
}

/** 2618 and 2816: the same three digits and more in another order. */
function areShuffled(a: Mention, b: Mention): boolean {
  const [x, y] = [a, b].map(({ amount }) => [...String(amount)].sort().join(''))
  return significant(a) > 2 && significant(b) > 2 && x === y
}

/** How many pairs of characters the two must have in common; null where they are no slip apart. */
function wanted(unit: readonly Worded[], { mention: a }: Worded, { mention: b }: Worded): number | null {
  const digits = Math.min(significant(a), significant(b))
  if (isSwapped(a, b) || areShuffled(a, b)) return digits > 2 ? 1 : 2
  if (isSlip(a, b)) return 2
  return isOneDigitOff(a, b) ? 3 : null
}

function areOne(unit: readonly Worded[], a: Worded, b: Worded): boolean {
  if (a.sentence === b.sentence || meet(a.mention, b.mention) || tensApart(a.mention, b.mention) !== null) return false
  if (a.mention.kind === 'percent' && !isSwapped(a.mention, b.mention)) return false
  const want = wanted(unit, a, b)
  if (want === null) return false
  const words = shared(a, b)
  if (
    words < want ||
    othersIn(a) !== othersIn(b) ||
    areYearsApart(a, b) ||
    areDaysApart(a, b) ||
    isElsewhere(a, b) ||
    areTwins(a, b)
  )
    return false
  return unit.every(
    (one) =>
      one === a ||
      one === b ||
      one.mention.value === a.mention.value ||
      one.mention.value === b.mention.value ||
      Math.max(shared(one, a), shared(one, b)) * 2 <= words,
  )
}

const placeOf = ({ reading, mention: { start, end, value } }: Worded): Place => ({ reading, start, end, value })

/** Of more figures in one unit two are alike by chance. */
const MOST = 12

export function* wordedAlike(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const told = copy.readings.filter(
    ({ english, passage: { role } }) => !english && !['table', 'list', 'title', 'subtitle', 'kicker'].includes(role),
  )
  // The words of the few are read, not of all.
  const units = [
    ...grouped(
      told.flatMap((reading) => [...figuresIn(reading)]),
      ({ unit }) => unit,
    ).values(),
  ]
    .filter(({ length }) => length <= MOST)
    .map((unit) => unit.map(wordedOf))
  for (const [first, again] of toldTwice(units, MOST, areOne)) yield [placeOf(first), placeOf(again)]
}
