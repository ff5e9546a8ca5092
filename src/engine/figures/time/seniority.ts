import type { Claim, Example, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** Years of membership or service against the year they began: 1998年5月加入中国共产党 … 2025年 … 有着37年党龄. */

const KINDS: readonly (readonly [kind: string, begins: RegExp])[] = [
  ['党龄', /入党|加入了?(?:中国)?共产党|成为一名(?:中共)?党员/],
  ['教龄', /从教|任教|走上了?讲台|当上?了?[\u4E00-\u9FFF]{0,4}(?:老师|教师)|踏上讲台/],
  ['工龄', /参加工作|入职|进厂|上班/],
  ['军龄', /入伍|参军|从军/],
  ['警龄', /从警|加入公安|穿上警服/],
  ['医龄', /从医|行医/],
  ['驾龄', /拿到驾[照驶]|学会开车|考取驾/],
  ['艺龄', /学艺|从艺|学戏/],
]
const SAID = /(?<years>\d{1,2}|[一二三四五六七八九十]{1,3})年的?(?<kind>[党教工军警医驾艺]龄)/dg
const YEAR = /(?<!\d)(?<year>19\d\d|20\d\d)年/g
/** How far behind its year a beginning may stand. */
const NEAR = 24

interface Year {
  readonly reading: Reading
  readonly at: number
  readonly year: number
}

function yearsOf(readings: readonly Reading[]): Year[] {
  return readings.flatMap((reading) =>
    matchesOf(reading.shadow, YEAR).map(({ index, groups }) => ({
      reading,
      at: index,
      year: Number(groups?.['year']),
    })),
  )
}

/** The one span of a kind in the story, the one year it began, and now: the latest year that the same paragraph tells, or the story's own. */
export function* seniority({ readings, published }: StoryCopy): Iterable<Claim> {
  const chinese = readings.filter(({ english, shadow }) => !english && shadow.includes('年'))
  const said = chinese.flatMap((reading) => matchesOf(reading.shadow, SAID).map((match) => ({ reading, match })))
  const [only, ...more] = said
  if (only === undefined || more.length > 0) return
  const begins = KINDS.find(([kind]) => kind === only.match.groups?.['kind'])?.[1]
  const years = yearsOf(chinese)
  const from = years.filter(({ reading, at }) =>
    begins?.test(reading.shadow.slice(at, at + NEAR).split(/[。;]/)[0] ?? ''),
  )
  const [start, ...others] = from
  if (start === undefined || others.length > 0) return
  const own = years.filter((one) => one.reading === only.reading && one !== start && one.at < only.match.index)
  const now = own.length === 0 ? published?.year : Math.max(...own.map(({ year }) => year))
  if (now === undefined || now <= start.year) return
  const written = only.match.groups?.['years'] ?? ''
  const told = /^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0)
  const span = now - start.year
  if (told === 0 || Math.abs(told - span) <= 1) return
  const place = (reading: Reading, at: number, end: number): Place => ({ reading, start: at, end })
  const latest = own.find(({ year }) => year === now)
  yield stretchClaim(
    [
      place(only.reading, only.match.index, only.match.index + only.match[0].length),
      place(start.reading, start.at, start.at + 5),
      ...(latest === undefined ? [] : [place(latest.reading, latest.at, latest.at + 5)]),
    ],
    { low: span, high: span, expr: `${now} - ${start.year}`, value: `${span}年`, en: `${span} years` },
    'query',
  )
}

export const seniorityExamples: readonly Example[] = [
  {
    wrong: '[[1998年]]5月,高梅加入中国共产党。[[2025年]]“七一”前夕,这位有着[[37年党龄]]的社区书记获评优秀党务工作者。',
  },
  { published: '2024-09-10', wrong: '[[1991年]],刘敏师范毕业,走上讲台。如今,有着[[43年教龄]]的她仍带毕业班。' },
  {
    published: '2024-09-10',
    silent: '1991年,刘敏师范毕业,走上讲台。如今,有着33年教龄的她仍带毕业班,党龄也有20年。',
  },
  { silent: '1998年5月,高梅加入中国共产党。2025年“七一”前夕,这位有着27年党龄的社区书记获评优秀党务工作者。' },
]
