import { addendsOf, sums, type Partition } from './partition'
import { kindOf, type Sentence } from '../sentences'

/** 对9座水库加固。…已有7座完工,其余2座年底前完工: the whole was said in the sentence before, and what is done and the rest are all of it. */

const REST = /(?:其余|剩余|剩下|余下)(?:下?的)?$/
const DONE = /已有?|完[成工]|建成|[办整]改|整治|竣工|交付|通[过车气]|开工|搬迁|签约/
const OTHER = /其中|[每各另首第]|新增|分别|同比|累计/

export function* restAhead(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading, start, end } = sentence
  const { shadow } = reading
  if (
    before === undefined ||
    sentence.mentions.length < 2 ||
    reading.english ||
    !/其余|剩[余下]|余下/.test(shadow.slice(start, end))
  )
    return
  const found = addendsOf(sentence)
  for (const [i, rest] of found.entries()) {
    if (!REST.test(shadow.slice(Math.max(start, rest.start - 5), rest.start))) continue
    const parts = found.slice(0, i + 1).filter((part) => kindOf(part) === kindOf(rest))
    if (parts.length !== 2 || !DONE.test(shadow.slice(start, rest.start))) continue
    const wholes = addendsOf(before).filter((whole) => kindOf(whole) === kindOf(rest))
    const [total] = wholes
    if (total === undefined || wholes.length > 1 || OTHER.test(shadow.slice(start, rest.start))) continue
    if (parts.some((part) => part.value >= total.value) || sums(shadow, parts, total)) continue
    if (/其中|[每各另]/.test(shadow.slice(Math.max(before.start, total.start - 8), total.start))) continue
    yield { reading, total, parts, closed: true, sum: false }
  }
}

const AMONG = /^[\u4E00-\u9FFF]{0,8}(?:\([^()]{1,6}\))?中,/
/** One of them only can become of anybody. */
const FATES =
  /获救|生还|脱险|遇难|死亡|身亡|失联|失踪|治愈|出院|正增长|负增长|增长|下降|上涨|下跌|持平|增加|减少|盈利|亏损|达标|超标|合格|赞成|反对|完成|建成|完工|竣工|正在|在建|推进/

/** 被困的9名矿工中,8人获救,2人遇难: more than there were. */
export function* fatesAmong({ mentions, reading }: Sentence): Iterable<Partition> {
  if (reading.english || mentions.length < 3) return
  const { shadow } = reading
  for (const [i, total] of mentions.entries()) {
    if (total.kind !== 'count' || total.dimension === '' || total.range !== null) continue
    if (!AMONG.test(shadow.slice(total.classified, total.classified + 18))) continue
    const parts = mentions
      .slice(i + 1)
      .filter(
        (one) =>
          kindOf(one) === kindOf(total) &&
          one.range === null &&
          FATES.test(shadow.slice(one.classified, one.classified + 10).split(/[,;。]/)[0] ?? ''),
      )
    if (parts.length > 1 && parts.length === mentions.length - i - 1)
      yield { reading, total, parts, closed: false, sum: false }
  }
}

const FOUND = /(?:发现|排查出?|查出|受理|征集到?|收到|梳理出?|摸排|登记|接到|收集)[\u4E00-\u9FFF]{0,10}$/
const SOLVED =
  /^[\u4E00-\u9FFF]{0,6}[,;](?:目前|现|截至目前,)?(?:已|现已|全部)?(?:整改|办结|解决|处置|化解|审结|销号|采纳|回复|整治)(?:完成|到位|了)?$/

/** 发现问题423个,已整改432个: no more are mended than were found. */
export function* mendedOf({ mentions, reading }: Sentence): Iterable<Partition> {
  if (reading.english) return
  for (let i = 0; i + 1 < mentions.length; i += 1) {
    const [total, part] = [mentions[i], mentions[i + 1]]
    if (total === undefined || part === undefined || total.kind !== 'count' || kindOf(total) !== kindOf(part)) continue
    if (part.low <= total.high || total.range !== null || part.range !== null || total.dimension === '') continue
    if (!SOLVED.test(reading.shadow.slice(total.classified, part.start))) continue
    if (FOUND.test(reading.shadow.slice(Math.max(0, total.start - 14), total.start)))
      yield { reading, total, parts: [part], closed: false, sum: false }
  }
}

const OTHERS = /(?:另外|另有|另)$/

/** 8家,其中6家供应充足,另外3家断货: those and the others are more than there were. */
export function* othersAmong(sentence: Sentence): Iterable<Partition> {
  const { reading, start, end } = sentence
  if (reading.english || sentence.mentions.length < 3) return
  const at = start + reading.shadow.slice(start, end).indexOf('其中')
  if (at < start) return
  const found = addendsOf(sentence)
  const rest = found.find((one) => one.start > at && OTHERS.test(reading.shadow.slice(one.start - 2, one.start)))
  if (rest === undefined) return
  const total = found.findLast((one) => one.end <= at && kindOf(one) === kindOf(rest))
  const parts = found.filter((one) => one.start > at && one.start <= rest.start && kindOf(one) === kindOf(rest))
  const sum = parts.reduce((all, { value }) => all + value, 0)
  if (
    total !== undefined &&
    parts.length === 2 &&
    sum > total.value &&
    sum < 1.5 * total.value &&
    parts.every(({ value }) => value < total.value)
  )
    yield { reading, total, parts, closed: true, sum: false }
}
