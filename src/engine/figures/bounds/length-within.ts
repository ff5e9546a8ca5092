import type { Example } from '../claim'
import { difference, en, figure, zh } from '../wording'
import type { Sentence } from '../sentences'
import { placeOf, type Denial } from './denial'

/** More of a length than there is of it: 隧道全长4.3公里,…目前已累计掘进31公里. */

const WHOLE = /(?:全长|总长)[为约达共]{0,2}$/
const DONE =
  /(?:已|累计|目前|总共)[\u4E00-\u9FFF]{0,4}(?:掘进|贯通|铺设|架设|浇筑|开挖|完工|建成|修通|敷设|铺轨|改造|硬化)[了达]?$/

export function* lengthsWithin(sentence: Sentence): Iterable<Denial> {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  if (reading.english || !/全长|总长/.test(shadow.slice(start, sentence.end))) return
  const lengths = mentions.filter(
    ({ kind, range, dimension }) => kind === 'count' && range === null && dimension === 'length',
  )
  const ahead = (at: number): string => shadow.slice(Math.max(start, at - 12), at)
  const wholes = lengths.filter((one) => WHOLE.test(ahead(one.start)))
  const [whole] = wholes
  if (whole === undefined || wholes.length > 1) return
  for (const part of lengths) {
    if (part.start < whole.end || part.low <= whole.high || !DONE.test(ahead(part.start))) continue
    if (/双向|单洞|左右|两条|双线|[各延;]/.test(shadow.slice(whole.start, part.start))) continue
    yield {
      tier: 'query',
      places: [placeOf(sentence, whole, whole.value), placeOf(sentence, part, part.value)],
      zh: zh`全长“${reading.text.slice(whole.start, whole.end)}”,却已完成“${reading.text.slice(part.start, part.end)}”。请核对。`,
      en: en`“${reading.text.slice(part.start, part.end)}” is done of “${reading.text.slice(whole.start, whole.end)}”. Check both.`,
      arithmetic: [difference(part.value, whole.value, (value) => `${figure(value / 1000)} km`)],
    }
  }
}

export const lengthExamples: readonly Example[] = [
  { wrong: '青岗岭隧道全长[[4.3公里]],四个掌子面同时施工,目前已累计掘进[[31公里]],日均进尺12米。' },
  { silent: '青岗岭隧道全长4.3公里,四个掌子面同时施工,目前已累计掘进3.1公里,日均进尺12米。' },
]
