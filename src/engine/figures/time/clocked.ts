import type { Claim, Reading } from '../claim'
import { within, type Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'
import { minutesBetween, momentsOf, placeIn, stretchAt, stretchClaim, type Moment } from './moments'

/** A start in one sentence, an end and the time it took in the next: 6时30分,选手出发…。9时20分,张锐冲过终点,用时2小时50分. */

const START = /^,?[^。;]{0,24}?(?:出发|开跑|起跑|鸣枪|发枪|开赛|开考|启程|起飞|发车|开始|开挖|下水|进山)/
const END = /^,?[^。;]{0,24}?(?:冲过|冲线|撞线|抵达|到达|完赛|结束|收工|登顶|返回|落地|上岸|走出)/
const TOOK = /(?:用时|历时|耗时|全程)[约共为仅]?$/

/** The only time of a sentence, followed by such a verb. */
function only(sentence: Sentence, verb: RegExp): Moment | null {
  const moments = momentsOf(sentence).filter(({ minutes }) => minutes !== null)
  const [moment] = moments
  if (moment === undefined || moments.length > 1) return null
  return verb.test(sentence.reading.shadow.slice(moment.end, sentence.end)) ? moment : null
}

const tookIn = ({ reading, mentions, start }: Sentence): Mention | undefined =>
  mentions.find((one) => TOOK.test(reading.shadow.slice(Math.max(start, one.start - 5), one.start)))

export function* clocked(reading: Reading): Iterable<Claim> {
  if (reading.english || reading.times.length < 2) return
  const sentences = sentencesOf(reading)
  for (const [i, sentence] of sentences.entries()) {
    const before = sentences[i - 1]
    if (before === undefined || within(reading.times, sentence.start, sentence.end).length !== 1) continue
    const took = tookIn(sentence)
    const stretch = took === undefined ? null : stretchAt(reading, took)
    if (stretch?.unit !== 'minute') continue
    const [from, to] = [only(before, START), only(sentence, END)]
    if (from === null || to === null || to.end > stretch.start || from.day !== to.day) continue
    if (/返程|比|平均|另|其中|人均/.test(reading.shadow.slice(to.end, stretch.start))) continue
    const minutes = minutesBetween(from, to)
    if (minutes === null || (stretch.low <= minutes + 1 && stretch.high >= minutes - 1)) continue
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    const value = `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`
    const right = { low: minutes, high: minutes, expr: value, value, en: `${hours} h ${rest} min` }
    yield stretchClaim([placeIn(reading, stretch), placeIn(reading, from), placeIn(reading, to)], right, 'query')
  }
}
