import type { Claim, Example, Place, Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** The days of a range, both ends among them: 公示时间为6月3日至6月9日,为期5天. */

const RUN =
  /(?<m>\d{1,2})月(?<d>\d{1,2})日?[至到~-]{1,2}(?:(?<m2>\d{1,2})月)?(?<e>\d{1,2})日,?[^。;,\d]{0,8},?(?:为期|為期|一连|一連|连续|共计?|历时|展期)(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})[天日](?![均内])/dg
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const dayOf = (month: number, day: number): number =>
  LENGTHS.slice(0, month - 1).reduce((sum, one) => sum + one, 0) + day

export function* daysInAll(reading: Reading): Iterable<Claim> {
  if (reading.english || !reading.shadow.includes('月')) return
  for (const match of matchesOf(reading.shadow, RUN)) {
    const { m = '', d = '', m2 = m, e = '', n = '' } = match.groups ?? {}
    const long = dayOf(Number(m2), Number(e)) - dayOf(Number(m), Number(d)) + 1
    const said = /^\d/.test(n) ? Number(n) : (parseChinese(n) ?? 0)
    // A leap day; working days are fewer.
    if (long < 2 || said === long || (said === long + 1 && Number(m) <= 2 && Number(m2) > 2)) continue
    if (/工作日|工作天|周末|休馆|休息/.test(reading.shadow)) continue
    const place = (name: string): Place => {
      const [start, end] = match.indices?.groups?.[name] ?? [0, 0]
      return { reading, start, end }
    }
    const [start, end] = match.indices?.groups?.['n'] ?? [0, 0]
    yield stretchClaim(
      [
        { reading, start, end: end + 1 },
        { ...place('m'), end: place('d').end + 1 },
        {
          reading,
          start: (match.indices?.groups?.['m2'] ?? match.indices?.groups?.['e'] ?? [0])[0],
          end: place('e').end + 1,
        },
      ],
      { low: long, high: long, expr: `${m}.${d}-${m2}.${e}`, value: `${long}天`, en: `${long} days` },
      'query',
    )
  }
}

export const dayExamples: readonly Example[] = [
  { wrong: '名单予以公示,公示时间为[[6月3日]]至[[6月9日]],为期[[5天]]。' },
  { wrong: '國際旅遊展將於[[7月16日]]至[[7月22日]]舉行,一連[[六日]],預計吸引旅客12萬人次。' },
  { silent: '公示时间为6月3日至6月9日,为期7天。展览10月30日至11月2日举行,为期四天。' },
]
