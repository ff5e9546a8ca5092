import type { Claim, Reading } from '../claim'
import { matchesOf } from '../matches'
import { en, figure, zh } from '../wording'

/** One rate for two periods, the second in brackets: 月销售额3万元(季9万元). */

const RATE =
  /(?<first>[日周月季年])[\u4E00-\u9FFF]{0,8}(?<a>\d+(?:\.\d+)?)(?<unit>[万亿]?元|[吨件人辆度])(?:以[上下])?\([按每折合即约]{0,2}(?<second>[日周月季年])度?(?<b>\d+(?:\.\d+)?)\k<unit>\)/g
/** How many of the shorter make the longer; a month has no whole number of days or weeks. */
const MANY: Readonly<Record<string, number>> = { 月季: 3, 月年: 12, 季年: 4 }

export function* rates(reading: Reading): Iterable<Claim> {
  if (!/\([按每折合即约日周月季年]/.test(reading.shadow)) return
  for (const match of matchesOf(reading.shadow, RATE)) {
    const { first = '', second = '', a = '', b = '' } = match.groups ?? {}
    const [up, down] = [MANY[first + second], MANY[second + first]]
    const right = up === undefined ? (down === undefined ? null : Number(a) / down) : Number(a) * up
    if (right === null || Math.abs(right - Number(b)) < 0.05 * right) continue
    const at = match.index + match[0].indexOf(a)
    const to = match.index + match[0].lastIndexOf(b)
    const shown = figure(Number(right.toFixed(2)))
    yield {
      tier: 'query',
      places: [
        { reading, start: at, end: at + a.length, value: Number(a) },
        { reading, start: to, end: to + b.length, value: Number(b) },
      ],
      message: {
        zh: zh`按每${first}${a}折算,每${second}应是${shown},文中写${b}。请核对。`,
        en: en`By the first figure the second should be ${shown}, not ${b}. Check both.`,
      },
      arithmetic: [
        {
          label: '折算',
          en: 'converted',
          expr: `${a} × ${figure(Number((right / Number(a)).toFixed(3)))}`,
          value: shown,
        },
      ],
    }
  }
}
