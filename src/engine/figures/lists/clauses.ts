import type { Example, Reading } from '../claim'
import { isListed, type CountedList } from './counted'
import { cut, outside } from './items'

/** Clauses parted by semicolons behind a colon: 方案提出五项措施:校门设停车位;错开放学;公交增设站点;每校配备护学岗。 */

const NOUN = /[\u4E00-\u9FFF“”]{0,10}:/y
const FAR = 600
/** Items that number themselves are counted elsewhere; what 等 ends goes on. */
const NUMBERED =
  /^[“”]?(?:[一二三四五六七八九十①②③④⑤⑥⑦⑧⑨]|第[一二三四五六七八九]|其[一二三四五次]|\(?\d{1,2}|首先|此外|最后)/
const OPEN = /等[\u4E00-\u9FFF]{0,6}$/
const COUNTED = /[每各第前后首其另]$/

/** The end of the sentence that begins at `start`. */
function endOf(shadow: string, start: number): number {
  const stop = Math.min(shadow.length, start + FAR)
  for (const [at, character] of outside(shadow, start, stop)) if (/[。!?:]/.test(character)) return at
  return stop
}

export function* clausesListed(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  if (!shadow.includes(';')) return
  for (const mention of mentions) {
    if (!isListed(mention) || mention.value < 3 || COUNTED.test(shadow.slice(0, mention.start).slice(-1))) continue
    NOUN.lastIndex = mention.classified
    const lead = NOUN.exec(shadow)
    if (lead === null) continue
    const start = mention.classified + lead[0].length
    const end = endOf(shadow, start)
    if (!/^(?:。|$)/.test(shadow.slice(end))) continue
    const items = cut(shadow, start, end, [';'])
    const texts = items.map((item) => shadow.slice(item.start, item.end))
    if (items.length < 3 || Math.abs(items.length - mention.value) > 2 || OPEN.test(texts.at(-1) ?? '')) continue
    if (texts.some((text) => text.length < 3 || NUMBERED.test(text))) continue
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.start, start - 1],
      list: [start, end],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: true,
      sure: false,
    }
  }
}

export const clauseExamples: readonly Example[] = [
  {
    wrong:
      '方案提出[[五项措施]]:[[校门两侧设三分钟停车位;低年级与高年级错开20分钟放学;公交专线增设站点;每校配备2名护学岗民警]]。',
  },
  {
    silent:
      '方案提出四项措施:校门两侧设三分钟停车位;低年级与高年级错开20分钟放学;公交专线增设站点;每校配备2名护学岗民警。方案提出五项措施:校门设停车位;错开放学;公交增设站点;配备护学岗等。',
  },
]
