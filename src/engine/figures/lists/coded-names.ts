import type { Reading } from '../claim'
import type { CountedList } from './counted'
import { cut } from './items'

/** Lines, trains and buildings that numbers name, counted right before them: 5条线路走向:3路、11路、27路、305路和夜2路改由滨河大道绕行. */

const UNITS = new Set(['条', '趟', '班', '列', '栋', '幢', '座', '个', '次'])
const LEAD = /(?<noun>[\u4E00-\u9FFF]{0,8}?)(?:[:(]|,?(?:分别[为是]|包括|即)[:,]?)/y
const NAME = '[\\u4E00-\\u9FFF]{0,2}[A-Z]?\\d{1,5}(?:号[线楼]|[路线次栋幢])'
const RUN = new RegExp(
  `${NAME}(?:[、和及与]${NAME}){1,19}(?![\\d、和及与等至到-]|[两二三四五六七八九十]{1,2}[条趟列栋班]|[\\u4E00-\\u9FFF]{0,6}等)`,
  'y',
)

export function* codedNames(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  for (const { kind, value, exact, range, classifier, classified, start, numeral } of mentions) {
    if (kind !== 'count' || !exact || range !== null || value < 2 || value > 20 || !UNITS.has(classifier)) continue
    if (/[每各第前后首其另]/.test(shadow.charAt(start - 1))) continue
    LEAD.lastIndex = classified
    const lead = LEAD.exec(shadow)
    if (lead === null) continue
    const from = classified + lead[0].length
    RUN.lastIndex = from
    const run = RUN.exec(shadow)
    if (run === null) continue
    const items = cut(shadow, from, from + run[0].length, ['、', '和', '及', '与'])
    yield {
      reading,
      announced: value,
      numeral,
      phrase: [start, classified + (lead.groups?.['noun'] ?? '').length],
      list: [from, from + run[0].length],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: !lead[0].includes('包括'),
      sure: false,
    }
  }
}
