import { periodsOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Metric } from './metric'
import { isOneDigitOff, isSlip, isSwapped, significant, tensApart } from './slips'

/**
 * Pairs of figures that speak of one thing. Only what stands in the copy counts: two figures are of one thing where the
 * words that name them agree and nothing beside either (another period, a part, a rate, another place) tells them apart.
 */

/** Said of two, these name two things. */
const ANOTHER = /[另各首第]|其[余中]|还有|分别|\b(?:another|other|each|every|more|first|second|including)\b/
/** What is new is not the stock. */
const NEW = /新增|新建|新[招进购添]/
const VERBS =
  /(?:增长|下降|达到|完成|实现|新增|超过|共有|提高|减少|收入|近日|已有|累计|组织|发放|开展|举办|投入|安排|涉及|覆盖|惠及|带动|服务|建成|改造|新建|走访|培训|参加|出动|使用|利用|包括|获得|设立|种植|销售|处理|解决|办理)$/
/** How much it grew, not what. */
const RATE = /^(?:同比|环比|较上年|比上年|分别|[均也]|增长|下降|增加|减少|上涨|提高|提升|上升)+$/
const GENERIC =
  /全[县市区镇乡村省国州校厂社场]|[这该本那共总的有里中现]|一?[家座条个处所项次批]|今年|目前|造成|[走路经]过|来到/g

/** Whether every word of the rest is said beside the other figure too: the same village, the same factory. */
export function agrees(rest: string, other: string): boolean {
  const words = rest.replace(GENERIC, '')
  if (words.length === 0) return true
  if (words.length === 1) return other.includes(words)
  let known = 0
  for (let at = 0; at + 2 <= words.length; at += 1) if (other.includes(words.slice(at, at + 2))) known += 1
  return known > 0 && known * 2 >= words.length - 2
}

export function commonTail(a: string, b: string): number {
  let length = 0
  const most = Math.min(a.length, b.length)
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1
  return length
}

/** The words before both, from the figure back, until they part; what parts them may only lead in. */
function sameEnglish(a: string, b: string): boolean {
  const [x, y] = [a.split(' ').reverse(), b.split(' ').reverse()]
  const parts = x.findIndex((word, i) => word !== y[i])
  const same = parts < 0 ? x : x.slice(0, parts)
  const rest = [x[same.length], y[same.length]].filter((word) => word !== undefined && word !== '')
  if (rest.length === 2 && !rest.every((word) => LEAD_IN.test(word ?? ''))) return false
  return same.filter((word) => word.length > 2 && !LEAD_IN.test(word)).length > 1
}

const LEAD_IN = /^(?:the|an?|that|said|says|and|but|which|who|it|its|this|of|in|when|where|has|had)$/

/** 来自31个省 and 来自30个民族: behind 个 stands what is counted. */
const countsOther = (a: Metric, b: Metric): boolean =>
  a.mention.classifier === '个' &&
  a.after !== '' &&
  b.after !== '' &&
  ![...a.after].some((one) => b.after.includes(one))

/** Whether the words before both name one thing. The later may leave out whose it is, or say it behind; not the earlier. */
function sameBefore(a: Metric, b: Metric): boolean {
  const length = commonTail(a.before, b.before)
  if (!a.reading.english && length < 2) return false
  if (NEW.test(a.before) !== NEW.test(b.before)) return false
  if (a.reading.english) return sameEnglish(a.before, b.before)
  const name = a.before.slice(-length)
  if ((length === 2 && VERBS.test(name)) || RATE.test(name)) return false
  const [restA, restB] = [a.before.slice(0, -length), b.before.slice(0, -length)]
  const told = a.reading.shadow.slice(a.sentence.start, a.sentence.end)
  return (restB === '' || agrees(restA, b.around)) && agrees(restB, told)
}

/** 163名学生 … 136名学生: the noun behind both, and nothing of its own before either. */
function sameAfter(a: Metric, b: Metric): boolean {
  if (a.reading.english || a.after.length < 2 || a.after.slice(0, 2) !== b.after.slice(0, 2)) return false
  return a.mention.amount >= 100 && a.after === b.after && agrees(a.before, b.clause) && agrees(b.before, a.clause)
}

/** What only points, or tells when: 如今, 当夜, 翻开他的, 这座. */
const DEICTIC =
  /如今|现在|目前|至此|此时|此次|当[天日夜晚时]|[昨今]天|最终|最后|其后|随后|后来|去年|全部|所有|已经?|[将都就光]|[他她它]们?的?|那时/g

function bare(words: string): string {
  return words.replace(DEICTIC, '').replace(GENERIC, '')
}

/** What follows the figure in its clause. */
const behindOf = ({ reading, mention }: Metric): string =>
  reading.shadow.slice(mention.classified, mention.classified + 12).split(/[,。;:、]/)[0] ?? ''

/** The noun both figures stand beside: behind the later one, and behind or right before the earlier one; or the other way. */
function nounOf(a: Metric, b: Metric): string {
  let length = 0
  while (length < b.after.length && a.after.startsWith(b.after.slice(0, length + 1))) length += 1
  if (length > 1) return b.after.slice(0, length)
  if (a.after.length === 4 && behindOf(b).includes(a.after)) return a.after
  const head = a.after.slice(0, 2)
  if (head.length === 2 && b.after.includes(head)) return b.after.slice(0, b.after.indexOf(head) + 2)
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    for (let size = y.after.length; size > 1; size -= 1) {
      const noun = y.after.slice(0, size)
      if (x.before.slice(-8).includes(noun)) return noun
    }
  }
  return ''
}

/**
 * 清溪村412户村民 … 如今421户村民; 巡河笔记32本 … 他的23本巡河笔记; 转移群众173人 … 当夜转移的137人. The later figure has no
 * word of its own that would make another thing of it.
 */
function sameNoun(a: Metric, b: Metric): boolean {
  if (a.reading.english || NEW.test(a.before) !== NEW.test(b.before)) return false
  const { reading, start, end } = a.sentence
  const told = reading.shadow.slice(start, end)
  const noun = nounOf(a, b)
  const own = bare(b.before.replace(noun, ''))
  if (noun.length > 3) return true
  if (noun !== '') return own.length < 2 ? told.includes(own) : agrees(own, told)
  return own.length > 1 && !VERBS.test(own) && a.before.includes(own)
}

/** 拿出26万元 … 这260万元; spent $2,400 … the $4,200: the later one points back, and no third figure stands between. */
function isPointed(adjacent: boolean, a: Metric, b: Metric): boolean {
  if (!adjacent && !a.reading.english) return false
  const points = a.reading.english
    ? /\b(?:these|those|all(?: of)?(?: the)?)\s$/i
    : /(?:[这该那此]|上述|前述)[些笔批一]?[座幅条项栋艘家片块张本部台口眼根把件支场届]?$/
  if (a.reading.english && /\bthe\s$/i.test(b.lead)) return isSwapped(a.mention, b.mention)
  return adjacent && points.test(b.lead)
}

/** A statement made twice in the same words, from the beginning of its clause on. */
function sameWords(a: Metric, b: Metric): boolean {
  const length = commonTail(a.lead, b.lead)
  if (length < 8) return false
  const words = a.lead.slice(a.lead.length - length)
  if (a.reading.english ? words.length < 24 : (words.match(/[\u4E00-\u9FFF]/g)?.length ?? 0) < 8) return false
  const opens = [a, b].every(
    ({ lead }) =>
      lead.length === length || /[,;:、()“”。\s]/.test(words.charAt(0)) || /[,;:、(“]$/.test(lead.slice(0, -length)),
  )
  return opens && periodsOf(a.lead) === periodsOf(b.lead)
}

/** 总投资1260元 … 1260万元由两级承担: three digits are the same by no chance, where the later figure is alone or names the thing. */
const SCALED = /\b(?:thousand|million|billion|kilomet|metre|meter|hectare|tonne)/i
/** $2.4 million and $2.4 billion: the numeral is the same, the scale is not. */
function sameNumeral(a: Metric, b: Metric): boolean {
  const [x, y] = [a, b].map(
    ({ reading, mention }) =>
      /(?<numeral>\d{1,6}\.\d{1,4})\s(?:thousand|million|billion|trillion)/i.exec(
        reading.text.slice(mention.start, mention.end),
      )?.groups?.['numeral'],
  )
  return x !== undefined && x === y
}

export function sameDigits(a: Metric, b: Metric): boolean {
  if (tensApart(a.mention, b.mention) === null) return false
  if (a.reading.english && sameNumeral(a, b)) return true
  if (significant(a.mention) < 3) return false
  if (a.reading.english)
    return [a, b].some(({ reading, mention }) => SCALED.test(reading.text.slice(mention.start, mention.end)))
  return b.before === '' || nounOf(a, b) !== '' || (b.after.length > 1 && a.before.includes(b.after.slice(0, 2)))
}

export interface SamePair {
  readonly first: Metric
  readonly second: Metric
}

function near(a: Mention, b: Mention): boolean {
  return isSlip(a, b) || tensApart(a, b) !== null
}

/** Whether two figures speak of one thing; `adjacent` where no third figure of their unit stands between. */
export function isSame(adjacent: boolean, a: Metric, b: Metric): boolean {
  if (countsOther(a, b)) return false
  if (sameWords(a, b)) return true
  if (sameDigits(a, b)) return !ANOTHER.test(a.apart + b.apart)
  if (!ANOTHER.test(b.apart) && isPointed(adjacent, a, b))
    return near(a.mention, b.mention) || isOneDigitOff(a.mention, b.mention)
  if (adjacent && isSwapped(a.mention, b.mention) && nounOf(a, b).length > 3 && !ANOTHER.test(a.apart + b.apart))
    return true
  if (a.apart !== b.apart || ANOTHER.test(a.apart)) return false
  return sameBefore(a, b) || sameAfter(a, b) || sameNoun(a, b)
}
