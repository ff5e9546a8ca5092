import type { Reading } from '../claim'
import { ofBatches, ofComplements, ofDenials, ofNegations } from './complements'
import type { Mention } from '../lexer/mention'
import { addendsOf, isOutcome, SCORES, sums, type Partition } from './partition'
import { withRemainder } from './remainder'
import { ofUnits } from './units-told'
import { englishRow, englishShares, inRow, ofColumns, ofDays, ofStates } from './rows'
import { isAddend, kindOf, sentencesOf, type Sentence } from '../sentences'

/** Wholes and the parts that the words say make them up. */

function hasEach({ reading, start, end }: Sentence): boolean {
  return /各\d|各[一二两三四五六七八九十]|各有|均为|分别有?\d/.test(reading.shadow.slice(start, end))
}

const LEADS_SUM =
  /[,;]?(?:[两二三四五六七八九][\u4E00-\u9FFF]{1,2}|上述)?(?:一?共计?|合计|总计|总共|相加|总(?:规模|人数|名额|数量?))(?:为|是|达到?|新增|新建|完成|发放|接待|(?:支出|[花用付收卖赚挣交]|支付)[了去掉]?)?$/

/** 小麦30亩、玉米20亩,共计50亩. */
function* withSum(sentence: Sentence): Iterable<Partition> {
  const { reading, start } = sentence
  const { shadow } = reading
  for (const total of addendsOf(sentence)) {
    const lead = LEADS_SUM.exec(shadow.slice(Math.max(start, total.start - 9), total.start))
    if (lead === null) continue
    const parts = listBefore(sentence, total, total.start - lead[0].length)
    if (parts.length < 2) continue
    const suffixes = parts.map((_, i) => parts.slice(i)).filter((some) => some.length > 1)
    if (suffixes.some((some) => sums(shadow, some, total))) continue
    const likely = suffixes.find((some) => some.every((part) => part.value < total.value))
    if (likely !== undefined) yield { reading, total, parts: likely, closed: true, sum: true }
  }
}

/** The items right before `end`, each with one number of the total's kind and no other. */
function listBefore({ reading, mentions, start }: Sentence, total: Mention, end: number): Mention[] {
  const parts: Mention[] = []
  let edge = end
  while (edge > start) {
    const from = Math.max(start, edge - 40)
    const before = reading.shadow.slice(from, edge)
    const mark = Math.max(
      start - 1,
      from + Math.max(...['、', ',', ';', ':', '(', '和'].map((m) => before.lastIndexOf(m))),
    )
    const inside = mentions.filter(({ start: at, end: to, kind }) => at > mark && to <= edge && kind !== 'ordinal')
    const [part] = inside
    if (part === undefined || inside.length > 1 || kindOf(part) !== kindOf(total) || !isAddend(reading.shadow, part))
      break
    parts.unshift(part)
    if (':('.includes(reading.shadow.charAt(mark))) break
    edge = mark
  }
  return parts
}

/** 7个看台(东区2个、西区3个), 36块:东坡12块、西坡14块。 */
function* inList(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions, end: sentenceEnd } = sentence
  const { shadow } = reading
  for (const total of addendsOf(sentence)) {
    const opener = /^[\u4E00-\u9FFF]{0,8}([(:])/.exec(shadow.slice(total.classified, total.classified + 9))
    if (opener === null) continue
    const start = total.classified + opener[0].length
    const close = opener[1] === '(' ? shadow.indexOf(')', start) : sentenceEnd
    const end = close < 0 ? sentenceEnd : Math.min(close, sentenceEnd)
    if (/^(?:含|其中|包括|[^,、;]{0,6}除|不含|等)|等[。)]?$/.test(shadow.slice(start, end))) continue
    const items = shadow
      .slice(start, end)
      .replace(/。$/, '')
      .split(/[、;,]/)
    let at = start
    const parts: Mention[] = []
    for (const item of items) {
      const inside = mentions.filter((mention) => mention.start >= at && mention.end <= at + item.length)
      const [part] = inside
      if (inside.length === 1 && part !== undefined && kindOf(part) === kindOf(total) && isAddend(shadow, part))
        parts.push(part)
      at += item.length + 1
    }
    if (parts.every((part, n) => part.value === n + 1)) continue
    // 四个街道:文昌街道7个、北门街道6个…: it counts the names, not what they have.
    if (parts.length === total.value && parts.some((part) => part.value > total.value)) continue
    if (
      parts.length === items.length &&
      parts.length > 1 &&
      parts.every((part) => part.value < total.value || parts.length > 2) &&
      !(opener[1] === '(' && isOutcome(shadow.slice(start, end)))
    ) {
      yield { reading, total, parts, closed: true, sum: false }
    }
  }
}

/** Traits that one person may have together. */
const TRAITS =
  /党员|团员|[女男老少岁新]|民族|残疾|博士|硕士|本科|学历|高级|中级|职称|困难|贫困|低保|退役|军人|志愿|外地|本地|首次|代表|先进|优秀/

/** What another year had is no part of this one's. */
const OTHER_TIME = /去年|上年|前年|今年|同期|往年|上[届月季周]|此前|累计/

/** 300份,其中大米100份、面粉120份、棉被90份: what is among a number cannot add up to more. */
function* among(sentence: Sentence): Iterable<Partition> {
  const { reading, start, end } = sentence
  const at = reading.shadow.slice(start, end).indexOf('其中')
  if (at < 1) return
  const total = addendsOf(sentence).findLast((mention) => mention.end <= start + at)
  const next = sentence.mentions.filter((mention) => mention.start > start + at)
  if (total === undefined) return
  const parts: Mention[] = []
  let separators = ''
  for (const part of next) {
    const between = reading.shadow.slice(parts.at(-1)?.classified ?? start + at + 2, part.start)
    if (
      kindOf(part) !== kindOf(total) ||
      !isAddend(reading.shadow, part) ||
      !/^[\u4E00-\u9FFF]{0,6}[、,和]?[\u4E00-\u9FFF“”]{0,12}$/.test(between)
    )
      break
    if (TRAITS.test(between)) return
    if (OTHER_TIME.test(between)) break
    // Behind 甲3件、乙5件 a comma ends the list.
    if (parts.length > 1 && separators.includes('、') && between.includes(',')) break
    separators += /[、,和]/.exec(parts.length > 0 ? between : '')?.[0] ?? ''
    parts.push(part)
  }
  const label = reading.shadow.slice(Math.max(start, total.start - 6), total.start)
  if (parts.length < 2 || (kindOf(total) === 'people' && parts.length < 3) || /[增减每均第]/.test(label)) return
  if (parts.every((part) => part.value < total.value)) yield { reading, total, parts, closed: false, sum: false }
}

/** 12枚奖牌:5金4银3铜; 14场8胜3平3负. */
function* ofScores(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions } = sentence
  for (const [whole = '', ...units] of SCORES) {
    for (let i = 0; i + units.length <= mentions.length; i += 1) {
      const parts = mentions.slice(i, i + units.length)
      const joined = parts.every(
        (part, n) => part.classifier === units[n] && (n === 0 || part.start - (parts[n - 1]?.end ?? 0) <= 1),
      )
      const ahead = mentions[i - 1]
      const behind = mentions[i + units.length]
      const sum =
        behind?.classifier === whole &&
        /^共计?$|^,共计?$/.test(reading.shadow.slice(parts.at(-1)?.end ?? 0, behind.start))
      const total = sum ? behind : ahead
      if (!joined || total?.classifier !== whole || (!sum && (parts[0]?.start ?? 0) - total.end > 16)) continue
      if (whole === '枚' && !/^[枚块]?奖牌/.test(reading.shadow.slice(total.classified))) continue
      if (units.length === 2 && mentions[i + 2]?.classifier === '平') continue
      yield { reading, total, parts, closed: true, sum: false }
    }
  }
}

/** 金牌9枚、银牌12枚、铜牌15枚,以36枚奖牌. */
function* ofMedals({ reading, mentions, start }: Sentence): Iterable<Partition> {
  const { shadow } = reading
  const medals = mentions.filter(({ dimension, kind }) => dimension === '枚' && kind === 'count')
  const metal = (mention: Mention): string =>
    /[金银铜](?=牌?$)/.exec(shadow.slice(Math.max(start, mention.start - 3), mention.start))?.[0] ??
    /^(?<metal>[金银铜])牌/.exec(shadow.slice(mention.classified))?.groups?.['metal'] ??
    ''
  const parts = ['金', '银', '铜'].flatMap((word) => medals.find((mention) => metal(mention) === word) ?? [])
  const [total, ...more] = medals.filter(
    (mention) => metal(mention) === '' && /^奖牌/.test(shadow.slice(mention.classified)),
  )
  if (parts.length === 3 && total !== undefined && more.length === 0)
    yield { reading, total, parts, closed: true, sum: false }
}

/** 由5名教师、3名医生组成的8人小队. */
function* composed(sentence: Sentence): Iterable<Partition> {
  const { reading, start, end } = sentence
  const { shadow } = reading
  const match = /(?:由|^|[。,;])([^由。,;]{4,60})组成(?:的|了)?(?:一支|一个)?/.exec(shadow.slice(start, end))
  if (match === null || /等$/.test(match[1] ?? '')) return
  const from = start + match.index
  const to = from + match[0].length
  const addends = addendsOf(sentence)
  const total = addends.find((mention) => mention.start >= to - 2 && mention.start <= to + 1)
  const parts = addends.filter((mention) => mention.start >= from && mention.end < to)
  if (total === undefined || parts.length < 2 || !parts.every((part) => kindOf(part) === kindOf(total))) return
  const items = (match[1] ?? '').split(/[、和与及,]|以及/).filter((item) => item !== '')
  if (items.length === parts.length) yield { reading, total, parts, closed: true, sum: false }
}

/** Every partition the passage's words state. */
export function* partitionsOf(reading: Reading): Iterable<Partition> {
  if (reading.mentions.length < 3) return
  const sentences = sentencesOf(reading)
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.mentions.length < 2 || sentence.mentions.length > 40 || hasEach(sentence)) continue
    yield* withRemainder(sentence, sentences[i - 1])
    yield* withSum(sentence)
    yield* inList(sentence)
    yield* ofComplements(sentence)
    yield* ofNegations(sentence)
    yield* ofDenials(sentence)
    yield* ofBatches(sentence)
    yield* among(sentence)
    yield* ofScores(sentence)
    yield* composed(sentence)
    yield* ofMedals(sentence)
    if (reading.english) {
      yield* englishRow(sentence)
      yield* englishShares(sentence)
    } else {
      yield* inRow(sentence)
      yield* ofDays(sentence)
      yield* ofColumns(sentence)
      yield* ofStates(sentence)
      yield* ofUnits(sentence)
    }
  }
}
