import type { Claim, Example, Reading } from '../claim'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import { stretchClaim } from './moments'

/** An hour, so much later, and the next: Doors open at 6 p.m. The concert begins an hour and a half later, at 7:30 p.m. */

const CLOCK = /\bat (?<h>1[0-2]|[1-9])(?::(?<m>[0-5]\d))? ?(?<half>[ap])\.?m\b\.?/gi
const LATER =
  /\b(?<long>(?<half>half an hour)|(?<hour>an hour|two hours|three hours|four hours)(?<and> and a half)?|(?<min>\d{1,2}|ten|fifteen|twenty|thirty|forty-five|ninety) minutes) later,? $/i
const HOURS = ['an hour', 'two hours', 'three hours', 'four hours']
const MINUTES: Readonly<Record<string, number>> = {
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  ninety: 90,
}

function lengthOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['half'] !== undefined) return 30
  const { hour, min = '' } = groups
  if (hour !== undefined) return (HOURS.indexOf(hour.toLowerCase()) + 1) * 60 + (groups['and'] === undefined ? 0 : 30)
  return MINUTES[min.toLowerCase()] ?? Number(min)
}

function clocksIn({ reading, start, end }: Sentence) {
  return matchesOf(reading.shadow.slice(start, end), CLOCK).map((match) => {
    const { h = '', m = '0', half = '' } = match.groups ?? {}
    const minutes = (Number(h) % 12) * 60 + Number(m) + (half.toLowerCase() === 'p' ? 720 : 0)
    return { minutes, start: start + match.index + 'at '.length, end: start + match.index + match[0].length }
  })
}

export function* hoursLater(reading: Reading): Iterable<Claim> {
  if (!reading.english) return
  const sentences = sentencesOf(reading)
  for (const [i, sentence] of sentences.entries()) {
    const own = clocksIn(sentence)
    for (const [k, clock] of own.entries()) {
      const from = Math.max(sentence.start, clock.start - 40)
      const later = LATER.exec(reading.shadow.slice(from, clock.start - 'at '.length))
      const before = sentences[i - 1]
      const earlier = k > 0 ? own.slice(0, k) : before === undefined ? [] : clocksIn(before)
      const [first, ...more] = earlier
      const long = later?.groups?.['long']
      if (later === null || long === undefined || first === undefined || more.length > 0) continue
      const span = (clock.minutes - first.minutes + 1440) % 1440
      if (span === lengthOf(later.groups ?? {})) continue
      const value = `${Math.floor(span / 60)}小时${span % 60}分`
      const en = `${Math.floor(span / 60)} hours ${span % 60} minutes`
      const place = { reading, start: from + later.index, end: from + later.index + long.length }
      yield stretchClaim(
        [place, { reading, start: first.start, end: first.end }, { reading, start: clock.start, end: clock.end }],
        { low: span, high: span, expr: `${clock.minutes} - ${first.minutes}`, value, en },
        'query',
      )
    }
  }
}

export const laterExamples: readonly Example[] = [
  { wrong: 'Doors open at [[6 p.m.]] The concert begins [[an hour and a half]] later, at [[8:30 p.m.]] on Friday.' },
  {
    silent:
      'Doors open at 6 p.m. The concert begins an hour and a half later, at 7:30 p.m. on Friday. The last train left at 11:45 p.m. and half an hour later, at 12:15 a.m., the doors were locked.',
  },
]
