import { aheadOf } from '../labels'
import type { Sentence } from '../sentences'
import { difference, en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** A mark said to be passed by a figure that stays below it: 合格率92.1%,首次突破93%. */

const PASSED =
  /^[\u4E00-\u9FFF]{0,3},(?:首次|首度|一举|再次|再度|历史性地?|成功|[已均都也])?(?:突破|超过|跨过|跨上|站上|迈上|迈过|越过)了?$/
/** The mark is the whole's, not that of what came on top, of a part or of one day. */
const STEP = /[增净新多涨升降减每均第比较占剩余]|其中|当[天日月年]|单[日月]|[一二三四五六七八九十\d]{1,2}月|季度/

export function* unpassed(sentence: Sentence): Iterable<Denial> {
  const { reading, mentions, start, end } = sentence
  if (reading.english || mentions.length < 2) return
  if (!/突破|超过|跨[过上]|站上|迈[上过]|越过/.test(reading.shadow.slice(start, end))) return
  for (const [i, mark] of mentions.entries()) {
    const said = mentions[i - 1]
    if (said === undefined || said.range !== null || mark.range !== null || said.kind !== mark.kind) continue
    if (said.kind !== 'percent' && (said.kind !== 'count' || said.dimension === '')) continue
    if (said.dimension !== mark.dimension || said.high >= mark.value || mark.value > said.value * 1.5) continue
    // The mark's own approximator may be the word of passing itself.
    if (!PASSED.test(reading.shadow.slice(said.classified, mark.numeral[0]))) continue
    if (STEP.test(aheadOf(sentence, said, 14))) continue
    const [a, b] = [said, mark].map((one) => reading.text.slice(one.start, one.end))
    yield {
      tier: 'query',
      places: [placeOf(sentence, said, said.value), placeOf(sentence, mark, mark.value)],
      zh: zh`“${a ?? ''}”没有到“${b ?? ''}”。请核对说法和数字。`,
      en: en`“${a ?? ''}” does not reach “${b ?? ''}”. Check the wording and the figures.`,
      arithmetic: [difference(mark.amount, said.amount, figure)],
    }
  }
}
