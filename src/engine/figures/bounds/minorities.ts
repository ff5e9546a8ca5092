import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'
import { isPart } from './wordings'

/** Fewer than half, said of a part that is more. */

const MINORITY = /(?:不足|不到|未过|不及|没过)(?:一半|半数)|未过半|不过半/

/** 11个市里,有6个市增长,不到半数. */
export function* minoritiesDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (reading.english || mentions.length < 2 || mentions.length > 40) return
  const { shadow } = reading
  const said = MINORITY.exec(shadow.slice(start, end))
  if (said === null) return
  const word = { start: start + said.index, end: start + said.index + said[0].length }
  const [whole, part] = mentions.filter((one) => one.end <= word.start && one.kind !== 'ordinal').slice(-2)
  if (whole === undefined || part === undefined || !isPart(shadow, whole, part) || part.low * 2 <= whole.high) return
  if (
    !/^[\u4E00-\u9FFF]{0,14},[占还仍比也]{0,2}$/.test(shadow.slice(part.classified, word.start)) ||
    part.value > whole.value
  )
    return
  if (/^的/.test(shadow.slice(word.end))) return
  const shown = `${figure(Number(((part.value / whole.value) * 100).toFixed(1)))}%`
  yield {
    tier: 'query',
    places: [placeOf(sentence, word), placeOf(sentence, part, part.value), placeOf(sentence, whole, whole.value)],
    zh: zh`“${said[0]}”是少于50%,文中的数字却是${shown}。请核对说法和数字。`,
    en: en`“${said[0]}” means less than 50 percent, but the figures give ${shown}. Check the wording and the figures.`,
    arithmetic: [
      { label: '数字', en: 'figure', expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`, value: shown },
    ],
  }
}
