import type { Claim, Place, Reading, StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'
import type { Mention } from '../lexer/mention'
import { placeIn, stretchClaim } from './moments'
import { ownYearOf } from './own-year'

/**
 * Two months of a paragraph and the years between, in whatever sentences: 2018年4月…建起。到今年4月…整整九年; 今(二〇二六年九月十六日)通车…
 * 2022年3月动工,历时三年半. The later may be the day of the story's event told ahead. Spoken of where they are one year or ten apart.
 */

const TOOK =
  /(?:历时|用时|耗时|费时|为时|历经|整整|足足|长达|前后|持续|坚[持守]|走过|度过|[干做守教待住开修建用种养][了过]|[到至]?(?:今|现在)已?有?|就是)[了约共近达为是有已]{0,3}$/
const BEGUN = /^[\u4E00-\u9FFF“”]{0,12}?(?:动工|开工|破土|奠基|启动|兴建|始建|开建)/
const DONE = /通车|合龙|竣工|完工|落成|启用|开通|开馆|开园|投用|投产|通航|建成|完成|交付|揭幕/
const ALSO = /[每各再又另]|平均|原[定计]|预计|计划|至少|不到|不足|[多近逾]$/

interface Month extends Place {
  readonly at: number
}

function monthOf(reading: Reading, date: DateMention, own: number | null): Month | null {
  const { month } = date
  const year = date.year ?? (date.relative === '今' ? own : date.relative === '去' && own !== null ? own - 1 : null)
  return year === null || month === null ? null : { ...placeIn(reading, date), at: year * 12 + month }
}

interface Said extends Place {
  readonly months: number
  readonly half: boolean
}

function saidAt(reading: Reading, { dimension, amount, exact, range, start, classified }: Mention): Said | null {
  if (dimension !== 'year' || !exact || range !== null || amount < 2) return null
  const { shadow } = reading
  const ahead = shadow.slice(Math.max(0, start - 8), start)
  const half = shadow.startsWith('半', classified)
  const behind = shadow.slice(classified + (half ? 1 : 0))
  if (!TOOK.test(ahead) || ALSO.test(ahead) || /^[多余来前级代度初底零]|^\d/.test(behind)) return null
  return { reading, start, end: classified + (half ? 1 : 0), months: amount * 12 + (half ? 6 : 0), half }
}

/** The two ends right before the stretch; the work begun, and the day ahead on which it was done. */
function endsOf(before: readonly Month[], { reading, start, end }: Said): readonly [Month, Month] | null {
  const [a, b] = before.slice(-2)
  if (a === undefined || b === undefined || b.reading !== reading || start - b.end > 60) return null
  const { shadow } = reading
  if (a.at < b.at) return /(?:[到至]|截[至止])$/.test(shadow.slice(Math.max(0, b.start - 2), b.start)) ? [a, b] : null
  const begun = BEGUN.test(shadow.slice(b.end, start))
  const event = a.reading.shadow.slice(a.end).split('。')[0] ?? ''
  return a.at > b.at &&
    begun &&
    DONE.test(event) &&
    (/^[。,]/.test(shadow.slice(end)) || DONE.test(shadow.slice(start, start + 12)))
    ? [b, a]
    : null
}

/** One year off, or ten. */
const isSlip = (months: number): boolean => months <= 15 || Math.abs(months - 120) <= 3

export function* monthsTold(copy: StoryCopy): Iterable<Claim> {
  const own = ownYearOf(copy)
  for (const reading of copy.readings) {
    if (reading.english || reading.dates.length < 2 || reading.dates.length > 8) continue
    for (const mention of reading.mentions) {
      const said = saidAt(reading, mention)
      if (said === null) continue
      const months = reading.dates.flatMap((date) => {
        const month = date.end > said.start ? null : monthOf(reading, date, own)
        return month === null ? [] : [month]
      })
      const ends = endsOf(months, said)
      if (ends === null) continue
      const [from, to] = ends
      const span = to.at - from.at
      const borne = months.some((b) => months.some((a) => Math.abs(b.at - a.at - said.months) < (said.half ? 7 : 9)))
      if (borne || !isSlip(Math.abs(span - said.months))) continue
      const [years, rest] = [Math.floor(span / 12), span % 12]
      const value = `${years}年${rest === 0 ? '' : `${rest}个月`}`
      const expr = [to, from].map(({ at }) => `${Math.floor((at - 1) / 12)}-${((at - 1) % 12) + 1}`).join(' - ')
      const right = { low: span, high: span, expr, value, en: `${years} years${rest === 0 ? '' : `, ${rest} months`}` }
      yield stretchClaim([said, from, to], right, 'query')
    }
  }
}
