import type { Place, Reading, StoryCopy } from '../claim'
import { meet, type Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'
import { unitOf } from './echo'
import { isBorne, rounded } from './borne'
import { commonTail } from './same-thing'
import { isFingerSlip, isOneDigitOff, isSwapped } from './slips'

/**
 * A figure of the headline that the body bears out nowhere, neither as it is nor as a sum, a difference or a round number,
 * while it gives one other of the same unit in the same words. A headline's figure stands in the body of sound copy, so
 * that its absence says much, and the words need say the less, the likelier the hand made the one of the other.
 */

interface Told {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  /** how much of the headline stands beside it */
  readonly score: number
}

const STRETCH = /^(?:year|month|week|day|hour|minute|age)$/
const PASSING = /^(?:second|times|连胜|[届期号大])$/
/** Right before a figure of the body: another time, a rate, a plan, a part. */
const OTHER =
  /(?:日均|人均|户均|亩均|平均|[每第比]|去年|上年|同期|此前|之前|原[有先来]?|计划|目标|预计|其[中余他]|同比|环比|[增减][加长少]|全[国省市县区]|(?<![附最临就靠])近)[^,。;、]{0,6}$/
/** Of some, or of more: it may be the headline's, where the words say so the more. */
const SOME = /(?:[另各]|累计|首[日批]|还有|新增|最后|先后)[^,。;、]{0,6}$/
/** A headline of a rate may be any that the body tells. */
const RATE = /[日人户亩]均|平均|每[年月日天户人亩次]?/g
/** 比原计划提前了三个月: no figure of the plan. */
const PLAN = /[比较]?原?计划(?=提前|推迟|超)/
/** What is planned is news too, where the hand slipped. */
const PLANNED = /计划|预计|目标/g
/** A headline of growth may be any that the body tells. */
const GROWTH = /同比|环比|[增减][加长少]|下降|上升/g
const GROWS = /(?:[增减][加长少]|[上下]降|上升|上涨|涨|降)[\u4E00-\u9FFF]{0,2}$/
const EARLIER = /去年|上年|前年|往年|上(?:[届季周]|月(?!底))|同期/

/** What is counted without a classifier in headlines: 6乡镇. */
const PLACES = '村县镇乡区市省国站校店'

/** Whether the headline may speak of this unit; it leaves units out. */
function isOfUnit(said: Mention, told: Mention): boolean {
  if (said.kind !== told.kind || (said.classifier === '周年') !== (told.classifier === '周年')) return false
  const [x, y] = [unitOf(said), unitOf(told)]
  if (PLACES.includes(x) && y === 'thing') return true
  return x === y || ((x === '' || y === '') && !STRETCH.test(x + y) && !PASSING.test(x + y) && said.amount >= 10)
}

const HAN = /^[\u4E00-\u9FFF]{2}$/
const GENERIC =
  /全[市县区省国州镇村]|我[市县区省国校]|今[年天日]|昨[天日]|记者|本报|报道|新闻|同比|增长|下降|达到?|超过?|累计|[一二两三四五六七八九十]|[万亿][\u4E00-\u9FFF]|平方米|公里|今起|首次|再次/g

function pairsOf(words: string): Set<string> {
  const text = words.replace(GENERIC, ' ')
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    if (HAN.test(pair)) pairs.add(pair)
  }
  return pairs
}

/** What the headline counts: the Han right behind its figure, of 大学生 the later two as well. */
function nounsOf({ shadow }: Reading, { classified, dimension }: Mention): readonly string[] {
  const noun =
    /^的?(?<noun>[\u4E00-\u9FFF]{1,4})/.exec(shadow.slice(classified, classified + 5))?.groups?.['noun'] ?? ''
  if (noun !== '' && (dimension === '' || PLACES.includes(noun.charAt(0)))) return [noun.charAt(0)]
  return [noun.slice(0, 2), noun.slice(1, 3)].filter((word) => word.length === 2)
}

/** 提前两个月, 被罚15万元: the word right before it. */
function cueOf({ shadow }: Reading, { start }: Mention): string {
  const ahead = shadow.slice(Math.max(0, start - 5), start).replace(/(?:[了近约达超逾共仅]|达到)$/, '')
  return /[\u4E00-\u9FFF]{1,2}$/.exec(ahead)?.[0] ?? ''
}

const SINCE = /时隔|阔别|睽违/
const SUFFIX = /^[前后来内里间]/

/** How much of the headline stands beside a figure of the body: what is counted and the word before it count double. */
function scoreOf(title: Reading, said: Mention, { reading, sentence, mention }: Omit<Told, 'score'>): number {
  const { shadow } = reading
  const before = shadow.slice(Math.max(sentence.start, mention.start - 40), mention.start)
  const behind = shadow.slice(mention.classified, Math.min(sentence.end, mention.classified + 16))
  const near = pairsOf(`${before} ${behind}`)
  const words = pairsOf(`${title.shadow.slice(0, said.start)} ${title.shadow.slice(said.classified)}`)
  let score = 0
  for (const pair of words) if (near.has(pair)) score += 1
  if (nounsOf(title, said).some((noun) => isCounted(noun, before, behind))) score += 2
  const cue = cueOf(title, said).replace(GROWTH, '')
  if (cue.length === 2 && before.slice(-7).includes(cue)) score += 2
  else if (cue !== '' && !PLAIN.test(cue) && `${before.slice(-6)} ${behind.slice(0, 4)}`.includes(cue.slice(-1)))
    score += 1
  // 由4元提高到6元, and not from what.
  if (/[至到]$/.test(title.shadow.slice(0, said.start)) && /[至到]$/.test(before)) score += 2
  // 局地降温18℃ over 局地降温13℃
  if (score > 0 && isSwapped(said, mention)) score += 1
  if (said.kind !== 'percent' && commonTail(title.shadow.slice(0, said.start), before) > 2) score += 2
  const [x, y] = [SUFFIX.exec(title.shadow.slice(said.classified))?.[0], SUFFIX.exec(behind)?.[0]]
  if (STRETCH.test(said.dimension) && y !== undefined && (x === y || SINCE.test(cue))) score += 1
  return score
}

const PLAIN = /[到了达约是有在为和与及的人年月日个新本全我市县区省增减]$/

function isCounted(noun: string, before: string, behind: string): boolean {
  if (noun.length === 1) return behind.startsWith(noun)
  return behind.slice(0, 10).includes(noun) || before.slice(-8).includes(noun)
}

/** A figure of another size is of another thing, unless there is none nearer and the words say so the more. */
const NEAR = 2.2
const FAR = 4

/** Whether the one may have been written for the other: a slip of the hand, a few, a digit too many, or of one size. */
function isNear(a: Mention, b: Mention, reach: number): boolean {
  if (isFingerSlip(a, b) || isOneDigitOff(a, b)) return true
  const [x, y] = [String(a.amount), String(b.amount)]
  const size = a.value / b.value
  if (Math.max(a.amount, b.amount) < 13 && Number.isInteger(a.amount) && Number.isInteger(b.amount))
    return Math.abs(a.amount - b.amount) < 4
  return (size < reach && size > 1 / reach) || ((x.endsWith(y) || y.endsWith(x)) && size < 8 && size > 0.125)
}

/** Whether the words before a figure of the body make another of it; what the headline says too does not. */
function isOther(before: string, ahead: string, { dimension }: Mention): boolean {
  if (
    EARLIER.test(ahead.split(/[,;]/).at(-1) ?? '') ||
    (STRETCH.test(dimension) && /(?:(?<!提)前|[近来去今满每第])$/.test(ahead))
  )
    return true
  let telling = ahead.replace(PLAN, '')
  if (GROWS.test(before)) telling = telling.replace(GROWTH, ' ')
  RATE.lastIndex = 0
  if (RATE.test(before)) telling = telling.replace(RATE, ' ')
  return OTHER.test(telling)
}

/** 第二个家 and 第一个走进病房: of what is counted nothing is the same. */
function areOrdinalsOfTwo(title: Reading, said: Mention, reading: Reading, mention: Mention): boolean {
  const [a, b] = [title.shadow.charAt(said.classified), reading.shadow.charAt(mention.classified)]
  return said.kind === 'ordinal' && said.classifier === '个' && a !== b
}

/** The body's figures that may be the headline's. */
function toldOf(copy: StoryCopy, title: Reading, said: Mention, reach: number): Told[] {
  const others = title.mentions.filter((one) => one !== said)
  return copy.readings
    .filter((reading) => reading !== title && (reading.passage.role === 'body' || reading.passage.role === 'caption'))
    .flatMap((reading) =>
      sentencesOf(reading).flatMap((sentence) =>
        sentence.mentions.flatMap((mention): Told[] => {
          if (mention.range !== null || !isOfUnit(said, mention) || !isNear(said, mention, reach)) return []
          if (areOrdinalsOfTwo(title, said, reading, mention)) return []
          if (others.some((one) => isOfUnit(one, mention) && meet(rounded(one), mention))) return []
          const ahead = reading.shadow.slice(Math.max(sentence.start, mention.start - 14), mention.start)
          const planned = isFingerSlip(said, mention) ? ahead.replace(PLANNED, '') : ahead
          if (isOther(title.shadow.slice(0, said.start), planned, mention)) return []
          const told = { reading, sentence, mention }
          return [
            {
              ...told,
              score:
                scoreOf(title, said, told) -
                (SOME.test(ahead) && !SOME.test(title.shadow.slice(0, said.start)) ? 2 : 0),
            },
          ]
        }),
      ),
    )
}

/** A stretch that a headline may have counted from the days or hours of the body. */
function mayBeCounted(copy: StoryCopy, { dimension }: Mention): boolean {
  if (dimension === 'year')
    return copy.published === null && copy.readings.some(({ dates }) => dates.some(({ year }) => year !== null))
  if (dimension !== 'day' && dimension !== 'month' && dimension !== 'week')
    return STRETCH.test(dimension) && copy.readings.reduce((count, { times }) => count + times.length, 0) > 1
  const days = copy.readings.flatMap(({ dates }) => dates.filter(({ month, day }) => month !== null || day !== null))
  return days.length > 1
}

/** What the words must say at least: nothing, where the hand slipped at the body's only figure of the unit. */
function wanted(said: Mention, { mention }: Told, alone: boolean, dated: boolean): number {
  const slip =
    isFingerSlip(said, mention) && Math.min(said.amount, mention.amount) > (isSwapped(said, mention) ? 0 : 10)
  if (dated && !slip) return 3
  if (!isNear(said, mention, NEAR)) return 3
  if (!alone) return 2
  if (!COMMON_UNITS.test(said.dimension) || slip) return 0
  const precise = PRECISE.test(said.dimension) && (said.dimension !== 'age' || said.amount % 10 !== 0)
  const oneTen =
    !STRETCH.test(said.dimension) &&
    Math.floor(said.amount / 10) === Math.floor(mention.amount / 10) &&
    said.amount % 10 !== 0
  return (precise || oneTen) && isOneDigitOff(said, mention) ? 0 : 1
}

/** Units in which much is counted; of any other a story's only figure is the headline's. */
const COMMON_UNITS =
  /^(?:[个名位人家项件种类处座户口条场张份部台次版页集册本%]|people|人次|money|area|mu|length|weight|volume|year|month|week|day|hour|minute|age)?$/

/** A story seldom tells more than one, and none is round. */
const PRECISE = /^(?:hour|minute|age)$/

/** Two figures that a headline would write alike. */
const areOne = (a: Mention, b: Mention): boolean => meet(rounded(a), b) || meet(a, rounded(b))

function otherOf(copy: StoryCopy, title: Reading, said: Mention): Told | null {
  const near = toldOf(copy, title, said, NEAR)
  const told = (near.length > 0 ? near : toldOf(copy, title, said, FAR)).toSorted((a, b) => b.score - a.score)
  const [best] = told
  if (best === undefined) return null
  const rival = told.find(({ mention }) => !areOne(mention, best.mention))
  if (rival !== undefined && rival.score + 2 > best.score) return null
  if (said.kind === 'percent' && best.score === 0) return null
  return best.score >= wanted(said, best, rival === undefined, mayBeCounted(copy, said)) ? best : null
}

function isSaid({ kind, range, dimension, amount }: Mention): boolean {
  if (kind === 'point' || kind === 'fraction' || range !== null || PASSING.test(dimension)) return false
  if (amount < 2) return false
  if (dimension === 'degree') return !Number.isInteger(amount)
  return kind === 'ordinal' || dimension !== '' || amount >= 10
}

const placeOf = (reading: Reading, { start, end, value }: Mention): Place => ({ reading, start, end, value })

/** The figures of a title that the body gives otherwise. */
export function* unborne(copy: StoryCopy, title: Reading): Iterable<readonly [title: Place, body: Place]> {
  if (title.english || title.mentions.length === 0 || title.shadow.length > LONG || copy.readings.length > MOST) return
  if (EARLIER.test(title.shadow)) return
  for (const said of title.mentions) {
    if (!isSaid(said) || isBorne(copy, said, title)) continue
    const other = otherOf(copy, title, said)
    if (other !== null) yield [placeOf(title, said), placeOf(other.reading, other.mention)]
  }
}

/** A longer title is a lead; a story of more passages is a row of stories. */
const LONG = 80
const MOST = 120
