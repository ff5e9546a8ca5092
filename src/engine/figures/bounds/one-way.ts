import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'

/** Degrees may be told from above (气温18~9℃), but not where the words before them let them go one way only. */

export type Bound = Pick<Mention, 'start' | 'end' | 'value'>

/** One low, one high, one change of so many degrees: 低温约10至13度, 下降8~12℃. */
const ONE_FIGURE =
  /(?:最?[低高]气?温|下降|降低|升高|上升|回升|降温|升温|温差|[降升]幅)(?:幅度)?[都约将会可在为达有了仅只,]{0,4}$/
const DEGREES = new Set(['度', '℃', '摄氏度'])
/** Of several days, or by night and day: from the one to the other. */
const BETWEEN_TWO = /[由从]|零下|昼夜|夜间至|白天到|逐[日渐]|先后|分别|依次/

export function* oneWay({ english, shadow, mentions }: Reading): Iterable<readonly [Bound, Bound]> {
  if (english) return
  for (const [i, low] of mentions.entries()) {
    const high = mentions[i + 1]
    if (low.range !== 'low' || high?.range !== 'high' || low.value <= high.value || high.value < 0) continue
    if (!DEGREES.has(high.classifier) || shadow.slice(low.classified, high.numeral[0]).includes('零下')) continue
    const ahead = shadow.slice(Math.max(0, low.numeral[0] - 14), low.numeral[0])
    if (ahead.endsWith('-') || /-$/.test(shadow.slice(low.classified, high.numeral[0]).slice(1))) continue
    const clause = ahead.split(/[;。]/).at(-1) ?? ''
    // 气温16至9℃ in words runs up; from above it is written 18~9℃.
    const worded =
      !/各|分/.test(clause) &&
      /气温[为在约达]{0,2}$/.test(clause) &&
      /[至到]/.test(shadow.slice(low.classified, high.numeral[0]))
    if ((worded || ONE_FIGURE.test(clause)) && !BETWEEN_TWO.test(clause)) yield [low, high]
  }
}

export const oneWayExamples: readonly Example[] = [
  { wrong: '今明两天北部低温[[约13至10度]],中部12至14度。' },
  { wrong: '受冷空气影响,全省气温将下降[[12~8℃]],北风5到6级。' },
  { wrong: '办理时限由[[10至7个]]工作日压缩到3个工作日。' },
  {
    silent:
      '今明两天北部低温约10至13度,中部12至14度。明天气温18~9℃,气温由12至8℃。编制由10人至7人逐步压缩,最低气温零下13至10度。',
  },
]
