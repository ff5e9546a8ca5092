import type { Place, Reading, StoryCopy } from '../claim'
import { meet, type Mention } from '../lexer/mention'
import { commonTail } from './same-thing'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { isOneDigitOff, isSlip } from './slips'

/**
 * What was counted is taken again as a whole: 已有23家企业入驻 … 入驻的23家企业中; 辖区28个小区 … 28个小区都成立了业委会. All of
 * them, or some among them, are as many as were counted before.
 */

interface Counted {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  /** the words right before, and right behind */
  readonly before: string
  readonly behind: string
}

const PASSING =
  /^(?:year|month|day|week|hour|minute|second|age|times|degree|temperature|money.*|[届期号次大级点页分])?$/
const PLACES = '村县镇乡区市省国站点'
const BRACKET = /^([\u4E00-\u9FFF]?)\([\u4E00-\u9FFF、]{1,7}\)/
/** Some among them, or all of them. */
const AMONG =
  /^的?(?<noun>[\u4E00-\u9FFF]{0,8}?)(?:(?:之|当)?(?<![集其从适高初参居暑])中(?![学心国小央部型医药队共级标毒间年老层华山西东文外])|里(?=[,有]))/
const ALL =
  /^(?<noun>[\u4E00-\u9FFF]{0,8}?)(?:[也已现]经?)?(?<all>全部|全都|[均都皆](?![市衡匀可])|悉数|无一|一律|多为|大多|共(?=[^同有计\d青产享建])|平均|户均|人均|分[成为]|内容|涵盖)/
/** 100米决赛 has that name. */
const EVENT = /^(?:[半预]?决赛|预赛|[自蛙仰蝶]泳|自由泳|混合泳|接力|短跑|赛跑|跑|栏)/
const OTHERS =
  /其[中余他]|[另首每各第邻再剩]|[前后]$|新[增建]|余下|还有|[去上]年|同期|超过|至少|最[多少]|[约近有是为]$|计划|目标|平均$/
/** Before the first one: these count a part, or at another time. */
const PART =
  /其[中余他]|[另首每各第邻再剩]|[前后]$|新[增建]|余下|还有|[去上]年|同期|超过|至少|最[多少]|[约近]$|计划|目标/
/** What only points, or tells when and how far. */
const POINTS =
  /^(?:[这该此那]|上述|前述|全[市县区镇乡村省校院厂社场]|辖区|沿[线途]|目前|如今|现在|至此|今年|他说|据悉|所有|全部|记者[\u4E00-\u9FFF]{1,4})$/

function countedIn(copy: StoryCopy): Counted[] {
  return copy.readings.flatMap((reading) =>
    reading.english || ['table', 'list', 'title', 'subtitle'].includes(reading.passage.role)
      ? []
      : sentencesOf(reading).flatMap((sentence) => sentence.mentions.flatMap((mention) => counted(sentence, mention))),
  )
}

function counted(sentence: Sentence, mention: Mention): Counted[] {
  const { kind, range, dimension, amount, classified } = mention
  if (kind !== 'count' || range !== null || amount < 2 || PASSING.test(dimension)) return []
  const { reading, start, end } = sentence
  const behind = reading.shadow.slice(classified, Math.min(end, classified + 18)).replace(BRACKET, '$1')
  if (EVENT.test(behind)) return []
  return [
    {
      reading,
      sentence,
      mention,
      before: reading.shadow.slice(Math.max(start, mention.start - 16), mention.start),
      behind,
    },
  ]
}

interface Whole {
  readonly noun: string
  /** some among them, or all without exception: no few of more */
  readonly sure: boolean
}

/** Whether the words take the figure as all there are, and of what. */
function wholeOf({ before, behind }: Counted): Whole | null {
  const among = AMONG.exec(behind)?.groups?.['noun']
  const all = ALL.exec(behind)?.groups
  // 42个村的收储点已全部建好: of 42 villages all.
  const noun = (among ?? all?.['noun'])?.split('的')[0]
  if (noun === undefined || (noun.length === 1 && !PLACES.includes(noun))) return null
  const clause = before.split(/[,。;:、“”()!?]/).at(-1) ?? ''
  const sure = among !== undefined || /^[全悉无户人分内涵]/.test(all?.['all'] ?? '')
  return OTHERS.test(clause) ? null : { noun, sure }
}

const LINK = /(?:[有为达共设建到约近了]|一共|共有|总计|共计|累计|现有|拥有|分别){1,3}$/

/** 犯罪嫌疑人27名 and 27名嫌疑人: one noun, before or behind. */
function isNamed({ before, behind }: Counted, noun: string): boolean {
  if (noun.length < 2 && !PLACES.includes(noun)) return false
  if (noun === '' || (PEOPLE.test(noun) && /^(?:[,。;、)]|$)/.test(behind))) return noun !== ''
  const at = (/^[\u4E00-\u9FFF]+/.exec(behind)?.[0] ?? '').indexOf(noun)
  return (at >= 0 && at < 5) || before.replace(LINK, '').endsWith(noun)
}

/** 如今的126人 … 126名队员: persons, and nothing else said of them. */
const PEOPLE =
  /(?:[队成党团]员|学生|选手|工人|职工|居民|村民|师生|学员|乘客|旅客|游客|干部|代表|志愿者|考生|群众|老人)$/

/** What leads to the later figure in its clause is nothing of its own: it points, or was said of the first. */
function agrees(first: Counted, { before }: Counted): boolean {
  const clause = (before.split(/[,。;:、“”()!?]/).at(-1) ?? '').replace(/的$/, '')
  if (clause === '' || POINTS.test(clause)) return true
  const { reading, start, end } = first.sentence
  return clause.length > 1 && reading.shadow.slice(start, end).includes(clause.slice(-2))
}

/** All of them may be some of more, unless the hand slipped; what is among them is not. */
function areNear({ mention: a }: Counted, { mention: b }: Counted, { sure }: Whole): boolean {
  return sure || b.value > a.value || isSlip(a, b) || isOneDigitOff(a, b)
}

/** What is counted in any other unit, a story counts once. */
const COMMON = new Set(
  '个 家 人 名 位 项 件 次 种 类 处 座 户 所 条 场 张 份 部 台 大 村 区 县 市 镇 乡 mu area length weight volume'.split(
    ' ',
  ),
)

/** 设置5个展区 … 6个展区迎来观众: no more of them than there are. */
const IN_ALL = /(?:[共设辖]|[共设下]有|下设|设置|分[为成]|划分为|[下管]辖|拥有|现有|包括)(?:了|有)?$/

/** The first of the same noun that is fewer than `again`, which nothing but a pointing word stands before. */
function beyond(all: readonly Counted[], again: Counted): Counted | undefined {
  const noun = /^[\u4E00-\u9FFF]{2}/.exec(again.behind)?.[0]
  const clause = again.before.split(/[,。;:、“”()!?]/).at(-1) ?? ''
  if (noun === undefined || (clause !== '' && (!POINTS.test(clause) || /全[省国]/.test(clause)))) return undefined
  const like = all.filter((one) => kindOf(one.mention) === kindOf(again.mention) && one.behind.startsWith(noun))
  if (new Set(like.map(({ mention }) => mention.value)).size !== 2) return undefined
  return like.find(
    ({ mention: a, before }) =>
      a.exact &&
      again.mention.exact &&
      again.mention.value > a.value &&
      again.mention.value <= 2 * a.value &&
      IN_ALL.test(before),
  )
}

/** Between the two, where no noun is said again. */
const NEXT = 60
/** A copy of more counts is a report: of each village its own. */
const MOST = 120

const placeOf = ({ reading, mention: { start, end, value } }: Counted): Place => ({ reading, start, end, value })

export function* takenWhole(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = countedIn(copy)
  if (all.length > MOST || all.length < 2) return
  for (const [j, again] of all.entries()) {
    const whole = wholeOf(again)
    if (whole === null) {
      const first = beyond(all, again)
      if (first !== undefined && all.indexOf(first) < j) yield [placeOf(first), placeOf(again)]
      continue
    }
    const like = all.slice(0, j).filter((one) => kindOf(one.mention) === kindOf(again.mention))
    if (like.some((one) => meet(one.mention, again.mention))) continue
    const near = like.filter(
      (one) =>
        one.reading === again.reading &&
        again.mention.start - one.mention.end < NEXT &&
        commonTail(one.before, again.before) < 3,
    )
    const lone = like.length === 1 && whole.sure && !COMMON.has(again.mention.dimension)
    const named = lone ? like : like.filter((one) => isNamed(one, whole.noun))
    const same = (whole.noun === '' ? near : named).filter(
      ({ mention }) => mention.value < 2.5 * again.mention.value && mention.value > 0.4 * again.mention.value,
    )
    const [first] = same
    if (first === undefined || new Set(same.map(({ mention }) => mention.value)).size > 1) continue
    if (!agrees(first, again) || !areNear(first, again, whole) || PART.test(first.before.slice(-4))) continue
    yield [placeOf(first), placeOf(again)]
  }
}
