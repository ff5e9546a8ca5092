import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { placeIn, stretchClaim } from './moments'
import { ownYearOf } from './own-year'
import { isDigitOff } from './years-before'

/**
 * Two years of a paragraph, one of which may be the story's own, and the years between in whatever words: 1986年来到县二中,到今年退休,
 * 干了整整40年; 1995年创立,今年已踏入第31个年头. Only where no two years bear the figure out and one digit of it is wrong.
 */

const N = '(?<said>\\d{1,3}|[一二两三四五六七八九十百零]{1,4})'
const TOLD = new RegExp(
  `(?:历时|历经|走过|度过|携手|相[守伴]|风雨|坚[守持]|整整|足足|一[干当做守教待住开]就是|就是|已经?|长达|前后|跨越|[干当做守教待住开修建用种养站走跑写画唱][了过])[了过约有整整走]{0,3}${N}(?:个年头|年)(?![前代级度底初末期份])` +
    `|第${N.replace('said', 'nth')}个年头|${N.replace('said', 'long')}(?:个春秋|个寒暑|年(?:来|间)?的?(?:军旅|光阴|时光|岁月|风雨|坚守|历史|生涯|努力|相伴|陪伴|奋斗|历程|等待|婚姻|老店|老校|老厂|校庆|店庆|厂庆|庆典))`,
  'g',
)
const YEAR = /(?<!\d)(?<year>1[3-9]\d\d|20\d\d)年|(?<now>今年|如今|至今|到现在|现在|今天|眼下)/g
const OTHER = /[约近逾多再每]|超过|未来|今后|前$|计划|预计|还要/

/** Nobody works from birth. */
const BORN = /^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[\u4E00-\u9FFF]{0,6}(?:出生|生人)/

interface Year extends Place {
  readonly year: number
}

function yearsIn(reading: Reading, own: number | null): Year[] {
  return matchesOf(reading.shadow, YEAR).flatMap((match): Year[] => {
    const { year, now } = match.groups ?? {}
    const told = year === undefined ? own : Number(year)
    if (told === null || BORN.test(reading.shadow.slice(match.index))) return []
    const end = match.index + match[0].length
    return [{ reading, start: match.index, end, value: now ?? year ?? '', year: told }]
  })
}

const NOW = /今年|如今|至今|现在|今天|眼下/
/** 一待就是37年。 Today stands at the head of the next paragraph, where nothing else is dated: 今年教师节…. */
const nowIn = (next: Reading | undefined, own: number | null): readonly Year[] =>
  next !== undefined && /^(?:今年|如今|眼下|现在)/.test(next.shadow)
    ? yearsIn(next, own).filter(({ start }) => start === 0)
    : []

const numberOf = (written: string): number => (/^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0))

/** What stands farther below a headline is of another. */
const FAR = 200
/** Years of one story, of which nothing is told but its two ends. */
const MOST = 4

export function* yearsTold(copy: StoryCopy): Iterable<Claim> {
  const { readings } = copy
  const year = ownYearOf(copy)
  for (const reading of readings) {
    if (reading.english || !/年|春秋|寒暑/.test(reading.shadow)) continue
    const said = matchesOf(reading.shadow, TOLD)
    if (said.length === 0) continue
    // A headline dates nothing: the years are those of the whole story.
    const headline = reading.passage.role === 'title' && yearsIn(reading, year).length === 0
    const own = headline
      ? readings.slice(reading.index, reading.index + FAR).flatMap((one) => yearsIn(one, year))
      : yearsIn(reading, year)
    const years = headline || NOW.test(reading.shadow) ? own : [...own, ...nowIn(readings[reading.index + 1], year)]
    const distinct = [...new Set(years.map(({ year }) => year))].sort((a, b) => a - b)
    if (distinct.length < 2 || distinct.length > MOST) continue
    for (const match of said) yield* yearsOff(reading, match, years, distinct)
  }
}

function* yearsOff(
  reading: Reading,
  match: RegExpExecArray,
  years: readonly Year[],
  distinct: readonly number[],
): Iterable<Claim> {
  const { said, nth, long } = match.groups ?? {}
  const written = said ?? nth ?? long ?? ''
  const number = numberOf(written)
  const start = match.index + match[0].indexOf(written)
  if (number < 3 || OTHER.test(reading.shadow.slice(Math.max(0, start - 5), start))) return
  if (
    distinct.some((b, j) =>
      distinct.slice(0, j).some((a) => Math.abs(b - a + (nth === undefined ? 0 : 0.5) - number) <= 1),
    )
  )
    return
  const headline = years.every((one) => one.reading !== reading)
  const near = headline ? years.at(-1) : years.filter((one) => one.reading === reading && one.end <= start).at(-1)
  const pair = distinct.flatMap((b, j) =>
    distinct
      .slice(0, j)
      .flatMap((a) =>
        isSlip(b - a, number, nth !== undefined, long !== undefined && distinct.length === 2) ? [[a, b] as const] : [],
      ),
  )
  const [ends] = pair
  if (ends === undefined || pair.length > 1 || near === undefined) return
  if (!headline && start - near.end > 60) return
  const [from, to] = ends.map((year) => years.find((one) => one.year === year))
  if (
    from === undefined ||
    to === undefined ||
    (distinct.length > 2 && near.year !== to.year && near.year !== from.year)
  )
    return
  const span = ends[1] - ends[0]
  const right = { low: span, high: span, expr: `${ends[1]} - ${ends[0]}`, value: `${span}年`, en: `${span} years` }
  yield stretchClaim([placeIn(reading, { start, end: start + written.length + 1 }), from, to], right, 'query')
}

/** Of small numbers any other will do where the words say that it is all of the time between. */
function isSlip(span: number, said: number, nth: boolean, whole: boolean): boolean {
  if (span < 10 && said < 10) return whole && span > 2 && Math.abs(span - said) > 1
  return isDigitOff(span, said) || (nth && isDigitOff(span + 1, said))
}
