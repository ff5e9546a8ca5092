import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf } from '../sentences'
import { isOneDigitOff, isSlip, significant } from './slips'

/** 400万元奖金, said so twice and more before one noun, and once otherwise: 200万元奖金. */

interface Counted {
  readonly reading: Reading
  readonly mention: Mention
  readonly noun: string
  readonly ahead: string
}

const PASSING =
  /^(?:year|month|day|week|hour|minute|second|age|times|degree|temperature|[届期号次大级个人名位]|people)?$/
const NOUN = /^的?(?<noun>[\u4E00-\u9FFF]{2})/
const APART = /其[中余他]|[另首每各第新又再剩增减从]|还有|[去上]年|同期|超过|平均|计划|目标|以[上下]|[至到]$|[以之]外/
const COMMON = /^(?:以上|以下|左右|的[^\u4E00-\u9FFF]|增长|下降|同比|多次|不等|时间|人民|现金|之间|之后|之内)/
const MOST = 160

function countedIn(reading: Reading): Counted[] {
  if (reading.english || ['table', 'list'].includes(reading.passage.role)) return []
  return sentencesOf(reading).flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Counted[] => {
      const { kind, range, dimension, amount, start, classified } = mention
      if (kind !== 'count' || range !== null || amount < 10 || PASSING.test(dimension)) return []
      const noun = NOUN.exec(reading.shadow.slice(classified, classified + 4))?.groups?.['noun'] ?? ''
      if (noun === '') return []
      return [{ reading, mention, noun, ahead: reading.shadow.slice(Math.max(sentence.start, start - 10), start) }]
    }),
  )
}

/** 省里25家企业 … 我市达到23家,23家企业中: the odd one is said of something else too. */
function isSaidElse({ readings }: StoryCopy, { mention }: Counted): boolean {
  const same = (one: Mention): boolean => one.value === mention.value && kindOf(one) === kindOf(mention)
  return readings.reduce((count, { mentions }) => count + mentions.filter(same).length, 0) > 1
}

const isNear = (a: Mention, b: Mention): boolean => isSlip(a, b) || isOneDigitOff(a, b)

const placeOf = ({ reading, mention: { start, end, value } }: Counted): Place => ({ reading, start, end, value })

export function* outvotedFigures(copy: StoryCopy): Iterable<readonly [usual: Place, odd: Place]> {
  const all = copy.readings.flatMap(countedIn)
  if (all.length < 3 || all.length > MOST) return
  const groups = new Map<string, Counted[]>()
  for (const one of all) {
    const key = `${kindOf(one.mention)} ${one.noun}`
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [one])
    else same.push(one)
  }
  for (const same of groups.values()) {
    const values = [...new Set(same.map(({ mention }) => mention.value))]
    const [x, y] = values.map((value) => same.filter(({ mention }) => mention.value === value))
    if (values.length !== 2 || x === undefined || y === undefined || x.length + y.length < 3) continue
    const [usual, odd] = x.length > y.length ? [x, y] : [y, x]
    const [first, one] = [usual[0], odd[0]]
    if (odd.length > 1 || first === undefined || one === undefined || COMMON.test(one.noun)) continue
    if (APART.test(one.ahead) || APART.test(first.ahead)) continue
    if (isSaidElse(copy, one)) continue
    // 5万元奖金, twice, and 2万元奖金 once are two prizes.
    if (usual.length < 3 && (significant(one.mention) < 2 || !isNear(first.mention, one.mention))) continue
    const size = one.mention.value / first.mention.value
    if (one.mention.exact === first.mention.exact && size < 3 && size > 1 / 3) yield [placeOf(first), placeOf(one)]
  }
}
