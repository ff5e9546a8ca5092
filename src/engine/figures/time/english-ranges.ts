import type { Claim, Example, Reading } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** A run of days that ends before it begins: from 14 May to 2 April 2026. Over the turn of a year it would be the longer part of one. */

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const RANGE = new RegExp(
  `\\b(?:from|between) (?:(?<d1>\\d{1,2}) (?<m1>${MONTHS})|(?<m3>${MONTHS}) (?<d3>\\d{1,2})) (?:to|until|till|through|and) (?:(?<d2>\\d{1,2}) (?<m2>${MONTHS})|(?<m4>${MONTHS}) (?<d4>\\d{1,2}))\\b(?!,? (?:the )?(?:next|following)\\b)`,
  'g',
)
/** From 6 April to 5 April is a year. */
const YEARLY = 6

export function* rangesBackward(reading: Reading): Iterable<Claim> {
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow, RANGE)) {
    const { d1, m1, m3 = m1, d3 = d1, d2, m2, m4 = m2, d4 = d2 } = match.groups ?? {}
    const months = MONTHS.split('|')
    const [a, b] = [months.indexOf(m3 ?? ''), months.indexOf(m4 ?? '')]
    const back = a * 30.4 + Number(d3) - (b * 30.4 + Number(d4))
    // What lies months back is next year's.
    if (back <= 0 || back > 110 || (back < YEARLY && a !== b) || (a === b && back < 2)) continue
    const quote = reading.text.slice(match.index, match.index + match[0].length)
    yield {
      tier: 'query',
      places: [{ reading, start: match.index, end: match.index + match[0].length }],
      message: {
        zh: zh`“${quote}”:结束早于开始。请核对两个日期。`,
        en: en`“${quote}”: the end lies before the beginning. Check both dates.`,
      },
      arithmetic: [
        { label: '起', en: 'from', expr: `${d3 ?? ''} ${m3 ?? ''}`, value: (a + 1) * 100 + Number(d3) },
        { label: '止', en: 'to', expr: `${d4 ?? ''} ${m4 ?? ''}`, value: (b + 1) * 100 + Number(d4) },
      ],
    }
  }
}

export const backwardExamples: readonly Example[] = [
  { wrong: 'The show runs at the Harbour Gallery [[from 14 May to 2 April]] 2026. Entry is free.' },
  { wrong: 'The road will be shut [[from June 18 through June 8]] for repairs.' },
  {
    silent: 'The show runs from 14 May to 2 August 2026.',
  },
]
