import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { amount, difference, en, zh } from '../wording'
import { placeOf, type Denial } from './denial'
import { matchesOf } from '../matches'

/** Highs and lows that the sentence's own figures deny. */

const HIGH = /创[下出造]?[\u4E00-\u9FFF]{0,6}新(?<way>高|低)/
const EARLIER = /去年|上年|前年|上[届季月周次]|此前|往年/

/** 今年68万人次,创历年新高,去年为71万人次. */
function* ofHighs(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  const said = HIGH.exec(reading.shadow.slice(start, end))
  if (said === null) return
  const at = { start: start + said.index, end: start + said.index + said[0].length }
  const ahead = mentions.filter((mention) => mention.end <= at.start && mention.kind === 'count')
  const earlier = (one: Mention, i: number): boolean =>
    EARLIER.test(reading.shadow.slice(Math.max(start, ahead[i - 1]?.end ?? 0, one.start - 14), one.start))
  // 生产398万吨,去年同期为385万吨,产量再创新高: the nearest one may be the earlier year's.
  const [next] = mentions.filter((mention) => mention.start >= at.end && mention.kind === 'count')
  // 创下新高,全年38万人次: the figure may follow.
  const behind =
    next !== undefined && /^,[\u4E00-\u9FFF]{0,10}$/.test(reading.shadow.slice(at.end, next.start)) ? next : undefined
  const now = ahead.findLast((one, i) => !earlier(one, i)) ?? ahead.at(-1) ?? behind
  if (now === undefined || (now !== behind && at.start - (ahead.at(-1)?.end ?? 0) > 16)) return
  if (now === behind && EARLIER.test(reading.shadow.slice(at.end, now.start))) return
  for (const [i, then] of mentions.entries()) {
    if (then === now || then.dimension !== now.dimension || then.kind !== 'count') continue
    const ahead = reading.shadow.slice(Math.max(start, mentions[i - 1]?.end ?? 0, then.start - 14), then.start)
    if (
      !EARLIER.test(ahead) ||
      /[增减多少]/.test(ahead) ||
      (now === behind ? /[比较][^的比较]{0,12}$/.test(ahead.slice(-14)) : /[比较]/.test(ahead))
    )
      continue
    const denied = said.groups?.['way'] === '高' ? then.low > now.high : then.high < now.low
    if (!denied) continue
    yield {
      tier: 'query',
      places: [placeOf(sentence, at), placeOf(sentence, now, now.value), placeOf(sentence, then, then.value)],
      zh: zh`“${said[0]}”,但“${reading.text.slice(then.start, then.end)}”超过了“${reading.text.slice(now.start, now.end)}”。请核对说法和数字。`,
      en: en`A record is claimed for “${reading.text.slice(now.start, now.end)}”, but “${reading.text.slice(then.start, then.end)}” goes beyond it. Check the wording and the figures.`,
      arithmetic: [difference(then.amount, now.amount, amount)],
    }
  }
}

const ENGLISH_RECORD =
  /\b(?:best|highest|largest|biggest|busiest|record|most)\b[^.;]{1,40}\b(?:eclipsing|beating|surpassing|topping|breaking|passing|above|ahead of)\s(?:the\s|its\s|last year's\s)?(?:[a-z]+\s){0,3}$/i

/** The best year on record, eclipsing the 438,000 of 2016: the record is the smaller. */
export function* recordsIn(sentence: Sentence): Iterable<Denial> {
  const { reading, start, mentions } = sentence
  for (const [i, then] of mentions.entries()) {
    if (!ENGLISH_RECORD.test(reading.shadow.slice(start, then.start))) continue
    const now = mentions.slice(0, i).findLast(({ kind, value }) => kind === 'count' && (value < 1900 || value > 2100))
    if (now === undefined || then.kind !== 'count' || then.low <= now.high) continue
    if (then.dimension !== '' && now.dimension !== '' && then.dimension !== now.dimension) continue
    yield {
      tier: 'query',
      places: [placeOf(sentence, now, now.value), placeOf(sentence, then, then.value)],
      zh: zh`文中说“${reading.text.slice(now.start, now.end)}”是纪录,但“${reading.text.slice(then.start, then.end)}”更大。请核对。`,
      en: en`“${reading.text.slice(now.start, now.end)}” is called a record, but “${reading.text.slice(then.start, then.end)}” is larger. Check the wording and the figures.`,
      arithmetic: [difference(then.amount, now.amount, amount)],
    }
  }
}

const RECORD =
  /(?<down>下降|减少|降低|下跌|回落|缩减)了?[\d.]+(?:%|个百分点)[^,。;]{0,4},再?创(?:下|出)?[\u4E00-\u9FFF]{0,6}新高|(?<up>增长|上升|增加|提高|上涨)了?[\d.]+(?:%|个百分点)[^,。;]{0,4},再?创(?:下|出)?[\u4E00-\u9FFF]{0,6}新低/g

/** 下降了12%,创下新高. */
function* ofRecords(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end } = sentence
  for (const match of matchesOf(reading.shadow.slice(start, end), RECORD)) {
    const down = match.groups?.['down'] !== undefined
    const at = { start: start + match.index, end: start + match.index + match[0].length }
    const quote = reading.text.slice(at.start, at.end)
    yield {
      tier: 'query',
      places: [placeOf(sentence, at)],
      zh: down ? zh`“${quote}”:下降之后不会是新高。请核对升降。` : zh`“${quote}”:上升之后不会是新低。请核对升降。`,
      en: en`“${quote}”: ${down ? 'a fall makes no new high' : 'a rise makes no new low'}. Check the direction.`,
      arithmetic: [],
    }
  }
}

/** Every high and low of the sentence that its figures deny. */
export function* extremesOf(sentence: Sentence): Iterable<Denial> {
  yield* ofRecords(sentence)
  yield* ofHighs(sentence)
}
