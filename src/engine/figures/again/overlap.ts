import type { Place, Reading, StoryCopy } from '../claim'
import { periodsOf } from '../labels'
import { differ, type Mention } from '../lexer/mention'
import { grouped } from '../grouped'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { toldTwice } from './told-twice'
import { isOneDigitOff, isSlip } from './slips'

/**
 * One thing told twice in other words, whatever their order: 90多个城市发布了建设有轨电车的计划 … 从60多个发布规划的城市. The unit is the
 * same, so is what is counted, and more of the words around both; the values are one slip of the hand apart.
 */

interface Told {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  readonly before: string
  readonly behind: string
}

type Pair = readonly [first: Place, again: Place]

const BEFORE = 16
const BEHIND = 12
/** Characters of Han that both must share in words of two and more. */
const SHARED = 5
/** Beyond so many figures in one unit two share words by chance. */
const MOST = 14
const PASSING = /^(?:year|month|day|hour|age|degree|temperature|times|money.*|[届期号大级页章节步方]|世纪)?$/
const COMMON =
  /同比|环比|增[长加至]|下降|减少|上[涨升]|提高|达到?|完成|实现|累计|共计?|超过|以[上下内]|左右|占比|收入|约为|[去今明]年|分别|其中|目前|全[国省市县区镇]|我[国省市县区]|已经?|表示|记者|介绍|一个|这个|[的了是在有和与及从到将由对为]/g
const APART =
  /其[中余他]|[另每各首第拟比较]|还有|[去上前明次]年|同期|此前|平均|人均|户均|日均|计划|目标|预计|预期|新增|增[加长至]|剩余?|原[有来]|最[高低多少大小]|以外|超过|以[上下]|不[足到]|[至到由]$/g

const hanOf = (words: string): string => words.replace(COMMON, ' ').replace(/[^\u4E00-\u9FFF]+/g, ' ')

function toldIn(reading: Reading): Told[] {
  if (reading.english || ['table', 'list'].includes(reading.passage.role)) return []
  const { shadow } = reading
  return sentencesOf(reading).flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Told[] => {
      const { kind, range, dimension, amount, start, classified } = mention
      if (kind !== 'count' || range !== null || amount < 10 || PASSING.test(dimension)) return []
      const before = shadow.slice(Math.max(sentence.start, start - BEFORE), start)
      const behind = shadow.slice(classified, Math.min(sentence.end, classified + BEHIND))
      return [{ reading, sentence, mention, before, behind }]
    }),
  )
}

/** The words of two characters and more that stand by both, none counted twice. */
function sharedWords(a: string, b: string): readonly string[] {
  const words: string[] = []
  for (let at = 0; at + 2 <= a.length;) {
    let length = 0
    while (at + length < a.length && a.charAt(at + length) !== ' ' && b.includes(a.slice(at, at + length + 1)))
      length += 1
    if (length > 1 && !words.includes(a.slice(at, at + length))) words.push(a.slice(at, at + length))
    at += Math.max(1, length)
  }
  return words
}

const apartOf = ({ before }: Told): string => [...new Set(before.slice(-12).match(APART) ?? [])].sort().join(' ')

function isNear(a: Mention, b: Mention): boolean {
  return isSlip(a, b) || isOneDigitOff(a, b)
}

const nounOf = ({ behind }: Told): string => /^的?(?<noun>[\u4E00-\u9FFF]{2})/.exec(behind)?.groups?.['noun'] ?? ''

function overlap(a: Told, b: Told): number {
  const words = sharedWords(hanOf(`${a.before} ${a.behind}`), hanOf(`${b.before} ${b.behind}`))
  return words.join('').length
}

/** What is counted is the same: behind both, or behind one and near the other. */
function sameNoun(a: Told, b: Told): boolean {
  const [x, y] = [nounOf(a), nounOf(b)]
  return (
    (x !== '' && (b.behind.includes(x) || b.before.slice(-8).includes(x))) ||
    (y !== '' && (a.behind.includes(y) || a.before.slice(-8).includes(y)))
  )
}

const placeOf = ({ reading, mention: { start, end, value } }: Told): Place => ({ reading, start, end, value })

function isOne(unit: readonly Told[], a: Told, b: Told): boolean {
  if (a.sentence === b.sentence || !differ(a.mention, b.mention) || !isNear(a.mention, b.mention)) return false
  if (apartOf(a) !== apartOf(b) || periodsOf(a.before) !== periodsOf(b.before)) return false
  const said = (one: Told): number => unit.filter(({ mention }) => mention.value === one.mention.value).length
  return (said(a) === 1 || said(b) === 1) && sameNoun(a, b) && overlap(a, b) >= SHARED
}

export function* overlapping(copy: StoryCopy): Iterable<Pair> {
  const units = grouped(copy.readings.flatMap(toldIn), ({ mention }) => kindOf(mention))
  for (const [first, again] of toldTwice(units.values(), MOST, isOne)) yield [placeOf(first), placeOf(again)]
}
