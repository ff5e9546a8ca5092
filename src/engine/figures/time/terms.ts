import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { placeIn, stretchClaim } from './moments'
import { ownYearOf } from './own-year'

/**
 * A term and the two months of the story that bound it, told anywhere: 驻村六年 in the headline, 2021年5月 … 2025年5月驻村期满 below.
 * Only where the story tells of no other months with their years and no two of its years bear the term out.
 */

const KIND =
  '驻村|驻点|驻守|驻岛|驻外|援藏|援疆|援青|援外|援非|援黔|支教|支医|支农|挂职|任职|履职|执教|从教|从军|服役|服刑|坐牢|入狱|羁押|闭馆|闭园|停刊|停运|停播|停航|封山|封桥|封路|禁渔|休渔|留学|求学|戍边|守[\\u4E00-\\u9FFF]|扶贫|帮扶|包村|封闭|改造|维修|修缮|治疗|抗癌|学医|学艺|执政|出征|维和|研发|攻关|建设|施工'
const TERM = new RegExp(
  `(?:${KIND})(?:工作|生活|任务|扶贫|帮扶)?(?:[了共]|历时|长达|整整|已有?|生涯|用时|工期|周期|期限?为?)?(?<said>\\d{1,2}|[一二两三四五六七八九十]{1,3})年(?<half>半)?(?:[多来间里后]|期满|时间|时光|之?久)?(?![前级内]|计划|规划|行动|以[上内])`,
  'g',
)
const MONTH = /(?<!\d)(?<year>19\d\d|20\d\d)年(?<month>\d{1,2})月/g
const YEAR = /(?<!\d)(?:19\d\d|20\d\d)年/g
/** Of another stretch: what is planned, what an average takes. */
const OTHER = /[每再另第近约逾拟曾]|计划|预计|平均|先后/
/** The later of the two ends the term. */
const ENDS =
  /期满|结束|返程|返回|回到|离任|卸任|离开|离村|期止|为止|刑满|获释|释放|出狱|恢复|重新|复[刊运播航课]|开放|解[封禁]|回国|归国|学成|毕业|退役|退伍|转业|完工|竣工|完成|建成|投用|通车|痊愈|康复|出院|凯旋|归来|送[行别]|告别|调[任离回]|退休|交接/

interface Month extends Place {
  readonly months: number
}

function monthsIn(reading: Reading): Month[] {
  return matchesOf(reading.shadow, MONTH).map(({ index, 0: words, groups }): Month => {
    const months = Number(groups?.['year']) * 12 + Number(groups?.['month'])
    return { ...placeIn(reading, { start: index, end: index + words.length }), value: words, months }
  })
}

/** The two months of the story, where it tells of no third and of no year besides. */
function boundsOf(readings: readonly Reading[]): readonly [Month, Month] | null {
  const all = readings.flatMap(monthsIn)
  const distinct = [...new Set(all.map(({ months }) => months))]
  const years = readings.reduce((sum, { shadow }) => sum + matchesOf(shadow, YEAR).length, 0)
  if (distinct.length !== 2 || years !== all.length) return null
  const [from, to] = [all[0], all.find(({ months }) => months !== all[0]?.months)]
  return from === undefined || to === undefined || to.months <= from.months ? null : [from, to]
}

export function* terms(copy: StoryCopy): Iterable<Claim> {
  const readings = copy.readings.filter(({ english }) => !english)
  const said = readings.flatMap((reading) => matchesOf(reading.shadow, TERM).map((match) => ({ reading, match })))
  if (said.length === 0) return
  const bounds = boundsOf(readings)
  if (bounds === null) return
  const [from, to] = bounds
  const { shadow } = to.reading
  if (!ENDS.test(shadow.slice(to.end, shadow.indexOf('\u3002', to.end) + 1 || undefined))) return
  const exact = (to.months - from.months) / 12
  const own = ownYearOf(copy)
  for (const { reading, match } of said) {
    const { said: written = '', half } = match.groups ?? {}
    const years =
      (/^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0)) + (half === undefined ? 0 : 0.5)
    const since = own === null ? exact : own - from.months / 12
    if (years < 1 || Math.abs(years - exact) < 0.9 || Math.abs(years - since) < 1.1) continue
    const start = match.index + match[0].indexOf(written)
    if (OTHER.test(reading.shadow.slice(Math.max(0, match.index - 4), match.index))) continue
    const end = start + written.length + (half === undefined ? 1 : 2)
    const value = `${Number(exact.toFixed(1))}年`
    const right = { low: exact, high: exact, value, en: `${exact.toFixed(1)} years` }
    const expr = `${to.value ?? ''} - ${from.value ?? ''}`
    yield stretchClaim([placeIn(reading, { start, end }), from, to], { ...right, expr }, 'query')
  }
}
