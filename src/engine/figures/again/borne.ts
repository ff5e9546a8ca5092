import type { Reading, StoryCopy } from '../claim'
import { meet, type Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'
import { unitOf } from './echo'
import { significant } from './slips'

/** Whether the body bears a headline's figure out, in any way a headline may be borne out: in doubt it does. */

/** What a round figure may stand for: 30万 for 30.6万, 近30万 for 28.6万. */
export function rounded(mention: Mention): Mention {
  if (mention.approximators.some(({ sense }) => sense === 'near'))
    return { ...mention, low: mention.low * 0.95, high: mention.high * 1.02 }
  if (mention.approximators.length > 0 || (mention.value < 100 && mention.kind !== 'percent')) return mention
  if (significant(mention) > 2) return mention
  const size = 10 ** (Math.floor(Math.log10(mention.value)) - significant(mention) + 1)
  return {
    ...mention,
    low: mention.low - size / 2,
    high: mention.value + (significant(mention) === 1 ? 0.49 : 1) * size,
  }
}

/** 首次超过30万辆 bears 33万 out, and not 50万. */
function bounded(told: Mention): Mention {
  if (told.approximators.length === 0) return told
  return { ...told, low: Math.max(told.low, told.value * 0.7), high: Math.min(told.high, told.value * 1.4) }
}

/** The numeral stands in the text as it is written, whatever it counts there: in a date, an hour, a code. */
function isWritten({ shadow }: Reading, numeral: string): boolean {
  for (let at = shadow.indexOf(numeral); at >= 0; at = shadow.indexOf(numeral, at + 1))
    if (!/[\d.,]/.test(shadow.charAt(at - 1)) && !/\d/.test(shadow.charAt(at + numeral.length))) return true
  return false
}

const CHANGE = /[增减降缩涨跌多少高低短快省提延长差]/

/** Neighbours of one unit in a sentence that make it together; or, where it tells of a change, two that it lies between. */
function isMade({ mentions }: Sentence, said: Mention, changes: boolean): boolean {
  const wide = rounded(said)
  const parts = mentions.filter(({ kind, range, dimension }) => kind === 'count' && range === null && dimension !== '')
  return parts.some((first, i) => {
    let sum = first.value
    for (const next of parts.slice(i + 1, i + 8)) {
      if (next.dimension !== first.dimension || (unitOf(said) !== unitOf(first) && said.dimension !== '')) continue
      const apart = Math.abs(first.value - next.value)
      sum += next.value
      if (meet({ low: sum, high: sum }, wide) || (changes && meet({ low: apart, high: apart }, wide))) return true
    }
    return false
  })
}

/** Some figures of the unit, wherever they stand, make it together: 中学9名…小学5名…幼儿园1名. */
function isSum(copy: StoryCopy, said: Mention): boolean {
  const unit = unitOf(said)
  const values = copy.readings.flatMap(({ mentions, passage }) =>
    passage.role === 'title'
      ? []
      : mentions.flatMap((one) =>
          one.kind === 'count' && one.range === null && unitOf(one) === unit && one.value < said.value ? one.value : [],
        ),
  )
  const parts = values.slice(0, PARTS)
  const wide = rounded(said)
  const reaches = (from: number, sum: number, count: number): boolean =>
    (count > 1 && meet({ low: sum, high: sum }, wide)) ||
    (count < 4 && parts.some((value, i) => i >= from && reaches(i + 1, sum + value, count + 1)))
  return unit !== '' && reaches(0, 0, 0)
}

const PARTS = 8

/** 81年: between two years that the story names; the story's own may be left out. */
function isSpan(copy: StoryCopy, { dimension, amount }: Mention): boolean {
  if (dimension !== 'year') return false
  const years = copy.readings.flatMap(({ dates }) => dates.flatMap(({ year }) => year ?? []))
  if (copy.published !== null) years.push(copy.published.year)
  return years.some((a) => years.some((b) => a - b === amount || a - b + 1 === amount))
}

/** A unit left out, or a place that stands in for it: 6乡镇 for 6个乡镇. */
const ANY = /^[村县镇乡区市省国站校店]?$/

export function isBorne(copy: StoryCopy, said: Mention, title: Reading): boolean {
  const wide = rounded(said)
  const numeral = title.shadow.slice(...said.numeral)
  const changes = CHANGE.test(title.shadow)
  const telling = said.amount >= 10 || !Number.isInteger(said.amount)
  const body = copy.readings.filter(({ passage }) => passage.role !== 'title' && passage.role !== 'subtitle')
  return (
    isSpan(copy, said) ||
    isSum(copy, said) ||
    body.some(
      (reading) =>
        (telling && isWritten(reading, numeral)) ||
        reading.mentions.some(
          (one) =>
            (telling && one.amount === said.amount) ||
            ((unitOf(one) === unitOf(said) || [one.dimension, said.dimension].some((unit) => ANY.test(unit))) &&
              meet(bounded(one), wide)),
        ) ||
        sentencesOf(reading).some((sentence) => isMade(sentence, said, changes)),
    )
  )
}
