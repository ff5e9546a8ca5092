import type { Place, Reading, StoryCopy } from '../claim'
import { periodsOf } from '../labels'
import { differ, type Mention } from '../lexer/mention'
import { grouped } from '../grouped'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { toldTwice } from './told-twice'
import { isOneDigitOff, isSlip } from './slips'

/**
 * What was counted right before a figure is counted right behind it the next time: 主跨268米 … 对768米的主跨布设监测点; 新增实验室4家 …
 * 此次获批的9家实验室. The values are a slip of the hand apart; the few must be taken up by a word that points.
 */

interface Told {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  readonly before: string
  readonly behind: string
}

type Pair = readonly [first: Place, again: Place]

const NOUN = 2
const MOST = 24
const PASSING = /^(?:year|month|day|age|degree|temperature|times|[届期号大级次]|世纪)?$/
/** Between a noun and its figure. */
const LINK = /(?:[共达为约长近有了至计设,]|总[计共]|合计|分别|就有|有着|达到|多达)$/
const COMMON =
  /[的了是在有和与及这那一]|同比|环比|增[长加]|下降|减少|[去今]年|[以之][上下内外]|其中|左右|完成|实现|累计|获得|投入|收入|使用|发放|新[增建]|超过|[亿万]元/
const APART =
  /其[中余他]|[另每各首又也老旧邻第拟比较减降]|再[有增建添]|还有|[去上前明次]年|同期|此前|平均|人均|户均|日均|计划|目标|预计|预期|剩余?|原[有来]|最[高低多少大小]|[至到由]$/g
/** What has or builds it is told of for the first time. */
const NEWLY = /[有建设买添]了?$/
const DEFINITE = /(?:[这那此该][\u4E00-\u9FFF]?|的)$/

function toldIn(reading: Reading): Told[] {
  if (reading.english || ['table', 'list'].includes(reading.passage.role)) return []
  const { shadow } = reading
  return sentencesOf(reading).flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Told[] => {
      const { kind, range, dimension, amount, start, classified } = mention
      if (kind !== 'count' || range !== null || amount < 2 || PASSING.test(dimension)) return []
      const before = shadow.slice(Math.max(sentence.start, start - 14), start)
      const behind = shadow.slice(classified, Math.min(sentence.end, classified + 8))
      return [{ reading, sentence, mention, before, behind }]
    }),
  )
}

/** The two characters of Han that lead to it, link words apart. */
function leadOf({ before }: Told): string {
  let words = before
  for (let link = LINK.exec(words); link !== null; link = LINK.exec(words)) words = words.slice(0, link.index)
  const noun = words.slice(-NOUN)
  return /^[\u4E00-\u9FFF]{2}$/.test(noun) && !COMMON.test(noun) ? noun : ''
}

/** The first words right behind it, up to the mark. */
const tailOf = ({ behind }: Told): string => /^的?(?<tail>[\u4E00-\u9FFF]{2,6})/.exec(behind)?.groups?.['tail'] ?? ''

const apartOf = ({ before }: Told): string => [...new Set(before.slice(-10).match(APART) ?? [])].sort().join(' ')

function isNear(a: Told, b: Told): boolean {
  const [x, y] = [a.mention, b.mention]
  if (Math.max(x.amount, y.amount) < 10 && Number.isInteger(x.amount) && Number.isInteger(y.amount))
    return DEFINITE.test(b.before)
  return isSlip(x, y) || isOneDigitOff(x, y)
}

function arePeriodsApart(a: Told, b: Told): boolean {
  const [x, y] = [periodsOf(a.before), periodsOf(b.before)]
  return x !== y && y !== '' && x !== ''
}

const POINTED = /[这那该此][\u4E00-\u9FFF]?$/
/** 480名跑者 … 参赛的580名跑者: three digits and the same words behind both. */
const isLong = ({ mention: a }: Told, { mention: b }: Told): boolean =>
  isSlip(a, b) && String(a.amount).replace('.', '').length > 2

/** The noun that both figures count; none where the words do not say so. */
function nounOf(a: Told, b: Told): string {
  const [lead, tail] = [leadOf(a), tailOf(b)]
  if (lead !== '' && tail.includes(lead)) return lead
  const noun = tail.replace(/^[长宽高深厚重]的/, '').slice(0, NOUN)
  if (noun.length < NOUN || COMMON.test(noun)) return ''
  if (POINTED.test(b.before) && a.before.includes(noun)) return noun
  return isLong(a, b) && DEFINITE.test(b.before) && tailOf(a).startsWith(noun) ? noun : ''
}

function isOne(unit: readonly Told[], a: Told, b: Told): boolean {
  if (a.sentence === b.sentence || !differ(a.mention, b.mention) || !isNear(a, b)) return false
  const noun = nounOf(a, b)
  if (noun === '' || NEWLY.test(b.before) || apartOf(a) !== apartOf(b) || arePeriodsApart(a, b)) return false
  const same = unit.filter((one) => `${one.before.slice(-6)} ${one.behind}`.includes(noun))
  return new Set(same.map(({ mention }) => mention.value)).size === 2
}

const placeOf = ({ reading, mention: { start, end, value } }: Told): Place => ({ reading, start, end, value })

export function* nounsTurned(copy: StoryCopy): Iterable<Pair> {
  const units = grouped(copy.readings.flatMap(toldIn), ({ mention }) => kindOf(mention))
  for (const [first, again] of toldTwice(units.values(), MOST, isOne)) yield [placeOf(first), placeOf(again)]
}
