import type { Claim, Example, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** An anniversary, the one year it is counted from and now, wherever the story tells them: 创办于1954年 … 2024年10月19日,学校迎来60周年校庆. */

const FOUNDED =
  /(?:创办|创建|建校|成立|创立|始建|组建|建立|诞生|开办|开业)于?(?<after>1[89]\d\d|20\d\d)年|(?<!\d)(?<before>1[89]\d\d|20\d\d)年(?:\d{1,2}月)?,?[^。;\d]{0,20}?(?:创办|创建|正式成立|创立|始建|建校|诞生|开办|开业)(?!以?来|至今)/dg
const NTH =
  /(?<!第)(?<n>\d{2,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]?百[一二三四五六七八九零十]{0,3})(?:周年|华诞)/dg
const NOW = /(?<!\d)(?<year>20\d\d)年/g
/** Told of another anniversary: of the party, the country, the reform. */
const OTHER = /建党|建国|新中国|中华人民共和国|改革开放|抗战|抗日|长征|解放|建军|共青团|回归|诞辰|逝世|香港|澳门/

interface Found {
  readonly reading: Reading
  readonly match: RegExpExecArray
}

const found = (readings: readonly Reading[], pattern: RegExp): Found[] =>
  readings.flatMap((reading) => matchesOf(reading.shadow, pattern).map((match) => ({ reading, match })))

function numberIn(written: string): number {
  return /^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0)
}

/** Now is the year of the anniversary's own paragraph, else the latest the story tells behind the beginning, else its date. */
function nowOf({ readings, published }: StoryCopy, nth: Found, year: number): number | null {
  const own = matchesOf(nth.reading.shadow, NOW).map(({ groups }) => Number(groups?.['year']))
  const all = readings.flatMap(({ shadow }) => matchesOf(shadow, NOW).map(({ groups }) => Number(groups?.['year'])))
  // 今年整70周年 is of the story's own year, whatever years it looks back on.
  const ahead = nth.reading.shadow.slice(Math.max(0, nth.match.index - 8), nth.match.index + 3)
  if (ahead.includes('今年') && !own.some((one) => one > year)) return published?.year ?? null
  const later = (own.some((one) => one > year) ? own : all).filter((one) => one > year)
  return later.length === 0 ? (published?.year ?? null) : Math.max(...later)
}

export function* foundedAgain(copy: StoryCopy): Iterable<Claim> {
  const chinese = copy.readings.filter(({ english }) => !english)
  const [nth, ...others] = found(chinese, NTH)
  if (nth === undefined || others.length > 0 || chinese.some(({ shadow }) => OTHER.test(shadow))) return
  const [from, ...more] = found(chinese, FOUNDED)
  if (from === undefined || more.length > 0) return
  const name = from.match.groups?.['after'] === undefined ? 'before' : 'after'
  const year = Number(from.match.groups?.[name])
  const now = nowOf(copy, nth, year)
  const said = numberIn(nth.match.groups?.['n'] ?? '')
  if (now === null || said === 0) return
  const [start, end] = from.match.indices?.groups?.[name] ?? [0, 0]
  const yearAt = [start, end + 1] as const
  const span = now - year
  if (span <= 0 || Math.abs(said - span) <= 1) return
  const place = (reading: Reading, [start, end]: readonly [number, number]): Place => ({ reading, start, end })
  yield stretchClaim(
    [place(nth.reading, [nth.match.index, nth.match.index + nth.match[0].length]), place(from.reading, yearAt)],
    { low: span, high: span, expr: `${now} - ${year}`, value: `${span}周年`, en: `${span} years` },
    'query',
  )
}

export const foundedExamples: readonly Example[] = [
  { wrong: '县一中创办于[[1954年]],最初只有4间瓦房。\n2024年10月19日,学校迎来[[60周年]]校庆,校友从各地赶回母校。' },
  { wrong: '# 市一中迎来[[六十华诞]]\n[[1956年]],学校在一片菜地上创办。\n2026年的校庆日,校友从各地赶回母校。' },
  { silent: '县一中创办于1954年。2024年10月19日,学校迎来70周年校庆。' },
  { silent: '公司成立于2008年。今年是新中国成立70周年,2019年展览展出照片80幅。' },
]
