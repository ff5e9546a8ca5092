import type { Claim, Place, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { placeIn, stretchClaim } from './moments'

/** A flight or a parting and its end, and the years between: 2008年6月…潜逃。18年间,…2026年6月…抓获. */

const BEGUN =
  /(?<!\d)(?<year>19\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?,?(?:(?!\d{4}年)[^。;]){0,60}?(?:潜逃|在逃|命案|失踪|走失|失散|失联|走丢|丢失|被拐|拐走|拐卖|抱走|离散|离别|分别|送养|遇害|被害|被杀)(?!了?[\d一二三四五六七八九十]|多年|整整|的|后)/g
const ENDED =
  /(?<!\d)(?<year>19\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?,?(?:(?!\d{4}年)[^。;]){0,60}?(?:抓获|落网|归案|抓捕|抓到|投案|自首|逮捕|到案|告破|侦破|团聚|团圆|相认|认亲|重逢|找到|寻获|寻到|找回|寻亲成功|见面|相见|回家|比[对中]成功)/g
const LASTED =
  /(?<![第\d])(?<years>\d{1,2}|[一二三四五六七八九十]{1,3})年(?:间|来,|后,)|(?:潜逃|在逃|逃亡|阔别|分离|分别|分开|离散|失散|走散|离别|别离|走失|失联|失踪|寻子|寻女|寻亲|寻找|等待|时隔|相隔|尘封|积案|隐姓埋名)(?:了|长达|整整|已有?|近)?(?<away>\d{1,2}|[一二三四五六七八九十]{1,3})年/g

interface Year extends Place {
  readonly year: number
}

function yearsIn(copy: StoryCopy, pattern: RegExp): Year[] {
  return copy.readings.flatMap((reading) =>
    matchesOf(reading.shadow, pattern).map((match): Year => {
      const written = match.groups?.['year'] ?? ''
      return {
        reading,
        start: match.index,
        end: match.index + written.length + 1,
        value: written,
        year: Number(written),
      }
    }),
  )
}

/** The one year that all of them say. */
function only(years: readonly Year[]): Year | null {
  const [first] = years
  return first !== undefined && years.every(({ year }) => year === first.year) ? first : null
}

export function* coldCases(copy: StoryCopy): Iterable<Claim> {
  const [from, to] = [only(yearsIn(copy, BEGUN)), only(yearsIn(copy, ENDED))]
  if (from === null || to === null || to.year <= from.year) return
  const span = to.year - from.year
  for (const reading of copy.readings)
    for (const match of matchesOf(reading.shadow, LASTED)) {
      const written = match.groups?.['years'] ?? match.groups?.['away'] ?? ''
      const years = parseChinese(written) ?? Number(written)
      // What lies some years before or behind both is another stretch: only a slip of the whole one is asked about.
      if (years < 3 || Math.abs(years - span) <= 1 || Math.abs(years - span) > 10) continue
      const start = match.index + match[0].indexOf(written)
      const right = {
        low: span,
        high: span,
        expr: `${to.year} - ${from.year}`,
        value: `${span}年`,
        en: `${span} years`,
      }
      yield stretchClaim([placeIn(reading, { start, end: start + written.length + 1 }), from, to], right, 'query')
    }
}
