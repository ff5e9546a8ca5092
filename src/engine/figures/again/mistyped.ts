import type { Place, Reading, StoryCopy } from '../claim'
import { meet, type Mention } from '../lexer/mention'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { commonTail } from './same-thing'
import { isOneDigitOff, isSlip, isSwapped, significant } from './slips'

/**
 * Two figures of one unit that the hand may have made one of the other. The rarer that is by chance, the less the words
 * must say: three digits, two of them turned (航程256公里 … 飞行265公里), meet by chance in price lists alone; of two digits turned
 * (疏散住客63人 … 36名被疏散的住客) what is counted must be the same in part; where one digit is another (1340个 … 1840个点位) it
 * must be named alike, and the later figure must point back, stand for all, or begin what somebody says.
 */

interface Typed {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  /** the words before it, to the mark that parts clauses; and all of its sentence before it */
  readonly clause: string
  readonly ahead: string
  /** the Han right behind its classifier, marks of quotation left out */
  readonly behind: string
}

const STRETCH = /^(?:year|month|week|day|hour|minute|second|age|times|temperature)$/
const PASSING = /^(?:[届期号大级点页分章节层步段]|degree|世纪)?$/
/** Another time, part, place or rate right before it, and so another figure. */
const OTHER =
  /去年|上年|前年|往年|明年|上[届季月]|同期|此前|之前|原(?:[有先本]|来(?!的))|其[中余他它]|[另邻每再减降]|各(?!界)|第(?!一时间)|首[批期]|分别|平均|人均|户均|日均|新[增建招]|增[加长至到]|升[至到]|扩[大建]|最[高低多少大小]|剩余|剩下|还有/g
/** A plan may come out otherwise, but not by two digits turned of three. */
const PLANNED = /计划|目标|预计|预期|拟|初步|力争/
const LAST_YEAR = /去年|上年|前年|往年|同期|上届/
const THIS_YEAR = /今年|本年|目前|现在|如今|本届/
const MARKS = /[,;:、()!?\s]/
const QUOTES = /[“”‘’]/g

/** The words of its clause before it; none where somebody begins to speak. */
const clauseOf = (ahead: string): string =>
  /[“‘]$/.test(ahead) ? '' : (ahead.split(MARKS).at(-1) ?? '').replace(QUOTES, '')

function typedIn(reading: Reading): Typed[] {
  return sentencesOf(reading).flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Typed[] => {
      const { kind, range, dimension, start, classified } = mention
      if (kind === 'ordinal' || kind === 'point' || kind === 'fraction' || range !== null) return []
      if (PASSING.test(dimension) || significant(mention) < 2) return []
      const ahead = reading.shadow.slice(sentence.start, start)
      // 1952年,19岁 … 2024年,91岁: an age of its own year.
      if (dimension === 'age' && /\d{4}年/.test(ahead)) return []
      const rest = reading.shadow.slice(classified, Math.min(sentence.end, classified + 12)).replace(QUOTES, '')
      return [
        {
          reading,
          sentence,
          mention,
          ahead,
          clause: clauseOf(ahead),
          behind: /^的?(?<han>[\u4E00-\u9FFF]{0,8})/.exec(rest)?.groups?.['han'] ?? '',
        },
      ]
    }),
  )
}

const othersIn = ({ ahead }: Typed): string => [...new Set(ahead.slice(-12).match(OTHER) ?? [])].sort().join(' ')

/** Of two years: last year's and this one's. */
const areYearsApart = (a: Typed, b: Typed): boolean =>
  (LAST_YEAR.test(a.ahead) && THIS_YEAR.test(b.ahead)) || (LAST_YEAR.test(b.ahead) && THIS_YEAR.test(a.ahead))

/** Another day of the same thing: 第二天, 周日, 今年以来. */
const TIMES = /第[一二三四五六][天日场]|周[一二三四五六日末]|[上下]午|[今昨当]晚|晚上|早上|当[天日]|首日|以来/g
function areTimesApart(a: Typed, b: Typed): boolean {
  const [x, y] = [a, b].map(({ ahead }): readonly string[] => ahead.match(TIMES) ?? [])
  return x !== undefined && y !== undefined && x.length > 0 && y.length > 0 && !x.some((word) => y.includes(word))
}

/** The day or month said last before it, not far. */
function dayOf({ reading, sentence, mention }: Typed): string {
  const day = reading.dates.findLast(
    ({ end, month }) => end <= mention.start && end >= sentence.start && month !== null,
  )
  return day === undefined || mention.start - day.end > DAY ? '' : `${day.month ?? ''}/${day.day ?? ''}`
}

const DAY = 20

/** 截至3月底 … 截至4月底. */
function areDaysApart(a: Typed, b: Typed): boolean {
  const [x, y] = [dayOf(a), dayOf(b)]
  return x !== '' && y !== '' && x !== y
}

const OWNER = /(?<name>[\u4E00-\u9FFF]{2,6}[村镇乡县区市州校院厂社馆站队园路桥湖山河])/g
/** 城东社区转移480名 … 城西社区转移840名: each clause has an owner of its own; or the same words lead from two owners to two figures. */
function areOwned(a: Typed, b: Typed): boolean {
  const tail = commonTail(a.clause, b.clause)
  const [x, y] = [a, b].map(({ clause }) => clause.slice(0, clause.length - tail)) as [string, string]
  if (tail > 1 && x !== '' && y !== '' && !a.ahead.includes(y.slice(-2)) && !b.ahead.includes(x.slice(-2))) return true
  const [p, q] = [a, b].map(({ clause }) => clause.match(OWNER)?.at(-1)?.slice(-3))
  return p !== undefined && q !== undefined && p !== q
}

/** What every report of growth says. */
const GROWTH = /[增长升降跌涨减]{2}|同比|环比/
const COMMON = /[的了是在有和与及共这那个名位人次一二三四五六七八九十两元万亿多余约近达到为中里内上下日月年]/

/** How many Han characters of what is counted both figures stand by, one behind the other. */
function alike(a: Typed, b: Typed): number {
  const [x, y] = [a, b].map(({ clause, behind }) => `${clause.slice(-8)} ${behind}`) as [string, string]
  let most = 0
  for (let at = 0; at < x.length; at += 1) {
    let length = 0
    while (at + length < x.length && y.includes(x.slice(at, at + length + 1)) && x.charAt(at + length) !== ' ')
      length += 1
    const word = x.slice(at, at + length)
    if (length === 1 && COMMON.test(word)) continue
    if (length > most) most = length
  }
  return most
}

/** The later figure takes up what was counted: 这1840个, “1840个, 1840个…全部, at the head of its clause. */
const POINTS = /(?:[这那该此]|上述|前述|全部|所有|[他她它我]们?的)[\u4E00-\u9FFF]?$/
const ALL = /^[\u4E00-\u9FFF]{0,8}?(?:[均都皆]|全部|全都|悉数|无一|一律|[里中](?=[,有]))/

const standsForAll = ({ reading, mention, clause }: Typed): boolean =>
  POINTS.test(clause) || ALL.test(reading.shadow.slice(mention.classified, mention.classified + 12))

/** Units in which many things are counted, so that two figures meet by chance. */
const COMMON_UNITS = /^(?:[个名位人家项件种类处座户所条场张份部台口%]|people|人次|money|area|mu|length|weight|volume)$/

/** Named in the same words, or the only two of a unit that few things are counted in. */
function areNamedAlike({ unit }: Among, a: Typed, b: Typed): boolean {
  const head = b.behind.slice(0, 2)
  if (head.length === 2 && (a.behind.startsWith(head) || a.clause.endsWith(head))) return true
  return alike(a, b) > 2 || (unit.length === 2 && !COMMON_UNITS.test(a.mention.dimension))
}

/** Of more figures in one unit two are alike by chance. */
const MOST = 14
const FEW = 6

interface Among {
  readonly unit: readonly Typed[]
}

const times = ({ unit }: Among, { mention }: Typed): number =>
  unit.filter((one) => one.mention.value === mention.value).length

/** Whether nothing tells the two apart. */
function mayBeOne(among: Among, a: Typed, b: Typed): boolean {
  if (a.sentence === b.sentence || meet(a.mention, b.mention)) return false
  if (times(among, a) > 1 && times(among, b) > 1) return false
  const sure = isSwapped(a.mention, b.mention) && significant(a.mention) > 2 && b.clause === ''
  return (
    (sure || othersIn(a) === othersIn(b)) &&
    !areYearsApart(a, b) &&
    !areTimesApart(a, b) &&
    !areDaysApart(a, b) &&
    !areOwned(a, b)
  )
}

function isMistyped(among: Among, a: Typed, b: Typed): boolean {
  const turned = isSwapped(a.mention, b.mention)
  if (!turned && !isSlip(a.mention, b.mention) && !isOneDigitOff(a.mention, b.mention)) return false
  if (!mayBeOne(among, a, b)) return false
  const digits = Math.min(significant(a.mention), significant(b.mention))
  const percent = a.mention.kind === 'percent'
  if (percent) return turned && digits > 2 && among.unit.length < 4 && alike(a, b) > 2 && !GROWTH.test(a.clause)
  if (turned && digits > 2) return true
  if (among.unit.length > FEW || PLANNED.test(a.ahead) !== PLANNED.test(b.ahead)) return false
  const lone = turned && among.unit.length === 2 && (b.clause === '' || standsForAll(b))
  if (lone || STRETCH.test(a.mention.dimension)) return lone
  if (turned) return alike(a, b) > (a.mention.dimension.startsWith('money') ? 1 : 0)
  if (a.mention.approximators.length + b.mention.approximators.length > 0) return false
  if (digits > 2) return (b.clause === '' && alike(a, b) > 0) || (standsForAll(b) && alike(a, b) > 1)
  const all = standsForAll(b) || (b.clause === '' && b.mention.value > a.mention.value)
  return all && among.unit.length < 4 && areNamedAlike(among, a, b)
}

const placeOf = ({ reading, mention: { start, end, value } }: Typed): Place => ({ reading, start, end, value })

export function* mistypedFigures(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const byUnit = new Map<string, Typed[]>()
  for (const reading of copy.readings) {
    if (reading.english || ['table', 'list', 'title', 'subtitle', 'kicker'].includes(reading.passage.role)) continue
    for (const typed of typedIn(reading)) {
      const unit = kindOf(typed.mention)
      const same = byUnit.get(unit)
      if (same === undefined) byUnit.set(unit, [typed])
      else same.push(typed)
    }
  }
  for (const unit of byUnit.values()) {
    if (unit.length < 2 || unit.length > MOST) continue
    for (const [j, again] of unit.entries()) {
      const first = unit.slice(0, j).find((one) => isMistyped({ unit }, one, again))
      if (first !== undefined) yield [placeOf(first), placeOf(again)]
    }
  }
}
