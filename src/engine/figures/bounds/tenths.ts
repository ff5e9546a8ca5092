import type { Example } from '../claim'
import type { Sentence } from '../sentences'
import { matchesOf } from '../matches'
import { en, figure, zh } from '../wording'
import type { Mention } from '../lexer/mention'
import type { Denial } from './denial'
import { lengthExamples, lengthsWithin } from './length-within'
import { minoritiesDenied } from './minorities'
import { allDenied, notAllExamples } from './not-all'

/** A share told exactly and then in tenths or halves: 占比为61.3%,超过八成. */

const ROUGH =
  /%[,(]?(?:[已即率]|也就是说?|相当于|占比?|比重)?(?<sense>超过?|逾|突破|近|接近|将近|不足|不到|达到?|约为?)(?<tenths>[一二三四五六七八九])成(?<more>[多半]|以上)?/g
const HALF =
  /%[,(]?[\u4E00-\u9FFF]{0,6}?(?<sense>占比过半|已经?过半|超过?半数|超过?一半|逾半|过了?半|不足一?半|不到一?半)/g
const OVER = /[超逾达]|突破/
const UNDER = /近|将近|不足|不到/

function denied({ reading }: Sentence, share: Mention, [start, end]: readonly [number, number]): Denial {
  const quote = reading.text.slice(start, end)
  const told = reading.text.slice(share.start, share.end)
  return {
    tier: 'query',
    places: [
      { reading, start: share.start, end: share.end, value: share.value },
      { reading, start, end, value: quote },
    ],
    zh: zh`先写“${told}”,又写“${quote}”。请核对哪个对。`,
    en: en`“${told}” and then “${quote}”: check which is right.`,
    arithmetic: [{ label: '推算', en: 'computed', expr: told, value: `${figure(share.value / 10)}成` }],
  }
}

function* tenthsDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (reading.english) return
  for (const match of matchesOf(reading.shadow.slice(start, end), HALF)) {
    const at = start + match.index
    const share = mentions.find(({ kind, classified }) => kind === 'percent' && classified === at + 1)
    const sense = match.groups?.['sense'] ?? ''
    if (share === undefined || share.approximators.length > 0) continue
    if (/不/.test(sense) ? share.value < 50 : share.value > 50) continue
    // 43.7%,力争月底任务过半; 尚未过半; 时间过半.
    if (/[力预有望尚未离距目将时间难者的无没]/.test(match[0])) continue
    const end = at + match[0].length
    yield denied(sentence, share, [end - sense.length, end])
  }
  for (const match of matchesOf(reading.shadow.slice(start, end), ROUGH)) {
    const at = start + match.index
    const share = mentions.find(({ kind, classified }) => kind === 'percent' && classified === at + 1)
    if (share === undefined || share.approximators.length > 0) continue
    const { sense = '', tenths = '', more } = match.groups ?? {}
    const bound = ('一二三四五六七八九'.indexOf(tenths) + 1) * 10
    const over = OVER.test(sense) || more !== undefined
    const high = over ? bound + (more === undefined ? 100 : 10) : UNDER.test(sense) ? bound : bound + 5
    const low = over ? bound : UNDER.test(sense) ? bound - (/不/.test(sense) ? 100 : 8) : bound - 5
    if (share.value >= low && share.value <= high) continue
    const from = at + match[0].indexOf(sense)
    yield denied(sentence, share, [from, at + match[0].length])
  }
}

/** What exact shares deny: words of size, and tenths. */
export function* sharesDenied(sentence: Sentence): Iterable<Denial> {
  yield* minoritiesDenied(sentence)
  yield* allDenied(sentence)
  yield* lengthsWithin(sentence)
  yield* tenthsDenied(sentence)
}

export const tenthExamples: readonly Example[] = [
  ...notAllExamples,
  ...lengthExamples,
  { wrong: '民生支出占比为[[61.3%]],[[超过八成]],用于教育、社保、医疗等方面。' },
  { wrong: '报到率[[72%]],[[不足七成]],比去年低。' },
  { wrong: '女性跑者[[45%]],[[占比过半]];年龄最大的跑者76岁。' },
  { silent: '民生支出占比为81.3%,超过八成。报到率68%,不足七成;到课率79.2%,近八成;及格率83%,达八成多。' },
]
