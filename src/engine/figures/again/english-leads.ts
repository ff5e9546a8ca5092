import type { Example, Place, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'

/** A headline's figure and the only one of its kind below: Man, 67, rescued … Leonard Priddle, 76; create 150 jobs … create 115 jobs; rents climb 6% … 9 percent more. */

type Pair = readonly [said: Place, told: Place]

const AGE =
  /(?<=[a-z]), (?<a>\d{1,3})(?=[,.;]| and\b)|\baged (?<b>\d{1,3})(?!\d|[ -]*(?:to|or|and|-|\u2013))|\b(?<c>\d{1,3})-year-old(?= (?:man|woman|boy|girl|teenager|student|pupil|driver|father|mother|pensioner|farmer|grandmother|grandfather|child|son|daughter|cyclist|swimmer|walker|hiker|climber|skier|motorist|passenger|patient|victim|player|striker|defender|midfielder|actor|actress|singer|nurse|teacher|suspect|inmate|soldier|officer|widow|widower)\b)/dg

const agesOf = (reading: Reading): Place[] =>
  matchesOf(reading.shadow, AGE).flatMap(({ indices }): Place[] => {
    const span = indices?.groups?.['a'] ?? indices?.groups?.['b'] ?? indices?.groups?.['c']
    return span === undefined
      ? []
      : [{ reading, start: span[0], end: span[1], value: Number(reading.shadow.slice(...span)) }]
  })

/** The one age of the headline, and one age alone below. */
function* ages(body: readonly Reading[], title: Reading): Iterable<Pair> {
  const [said, ...others] = agesOf(title)
  const told = body.flatMap(agesOf)
  const [first] = told
  if (said === undefined || first === undefined || others.length > 0) return
  if (new Set(told.map(({ value }) => value)).size === 1 && said.value !== first.value && Number(first.value) < 115)
    yield [said, first]
}

const WORD = /([a-z]{3,14})\s(?:(?:an?|the|some|another|about|up to)\s)?[$\u00A3\u20AC]?$/i
/** creates, creating, created, to create */
const stemOf = (word: string): string => word.toLowerCase().replace(/(?:ing|es|ed|s|e)$/, '')

/** The verb or noun that a figure follows. */
const leadOf = ({ shadow }: Reading, { start }: Mention): string =>
  stemOf(WORD.exec(shadow.slice(Math.max(0, start - 26), start))?.[1] ?? '')
const COMMON =
  /^(?:th|for|with|from|over|about|after|and|of|at|by|in|to|some|all|than|aft|ov|up|nearly|almost|most|more)$/

const placeOf = (reading: Reading, { start, end, value }: Mention): Place => ({ reading, start, end, value })

const isRounded = (title: number, body: number): boolean =>
  Math.abs(title - body) <= 0.12 * body && /0$/.test(String(title)) && !/0$/.test(String(body))

/** create 150 jobs … will create 115 jobs: one word before both, one noun behind, and no other figure of it below. */
function* verbs(body: readonly Reading[], title: Reading): Iterable<Pair> {
  for (const said of title.mentions) {
    if (said.kind !== 'count' || said.classifier.length < 3 || said.approximators.length > 0 || said.range !== null)
      continue
    const lead = leadOf(title, said)
    if (lead.length < 3 || COMMON.test(lead)) continue
    const told = body.flatMap((reading) =>
      reading.mentions
        .filter(({ classifier, kind }) => kind === 'count' && classifier === said.classifier)
        .map((one) => ({ reading, one })),
    )
    const [only, ...more] = told
    if (only === undefined || more.length > 0 || only.reading !== body[0] || only.one.range !== null) continue
    if (only.one.approximators.length > 0 || only.one.value === said.value || isRounded(said.value, only.one.value))
      continue
    if (leadOf(only.reading, only.one) === lead) yield [placeOf(title, said), placeOf(only.reading, only.one)]
  }
}

const MOVES =
  /\b(?:climb|rise|rises|jump|fall|falls|drop|drops|soar|surge|slip|slips|up|down|grow|grows|leap|plunge|dip|slump|increase|gain|gains|raise|cut|cuts|hike)[a-z]{0,3} (?:by )?$/i
const MOVED =
  /^ (?:more|less|higher|lower|fewer|above|below|up|down|dearer|cheaper|larger|smaller|increase|rise|fall|drop|decrease|cut|growth|jump)\b/i
const AHEAD =
  /\b(?:rose|risen|climbed|jumped|fell|fallen|dropped|grew|grown|up|down|increased|decreased|soared|surged|slipped|gained|by) (?:by )?$/i

/** climb 6% … paying 9 percent more: the headline's one change, and the only one of the paragraph under it. */
function* moves(body: readonly Reading[], title: Reading): Iterable<Pair> {
  const [said, ...others] = title.mentions.filter(({ kind }) => kind === 'percent')
  const [lead] = body
  if (said === undefined || others.length > 0 || lead === undefined || said.approximators.length > 0) return
  if (!MOVES.test(title.shadow.slice(Math.max(0, said.start - 16), said.start))) return
  const all = body.flatMap(({ mentions }) => mentions.filter(({ kind }) => kind === 'percent'))
  if (all.some(({ low, high }) => low - 0.51 <= said.value && said.value <= high + 0.51)) return
  const told = lead.mentions.filter(
    (one) =>
      one.kind === 'percent' &&
      (MOVED.test(lead.shadow.slice(one.classified, one.classified + 14)) ||
        AHEAD.test(lead.shadow.slice(Math.max(0, one.start - 16), one.start))),
  )
  const [only, ...more] = told
  if (only === undefined || more.length > 0 || only.approximators.length > 0 || only.value > said.value * 2) return
  const words = (title.shadow.toLowerCase().match(/[a-z]{4,14}/g) ?? []).filter((word) => word !== 'percent')
  const known = lead.shadow.toLowerCase()
  if (words.filter((word) => known.includes(word)).length >= 2) yield [placeOf(title, said), placeOf(lead, only)]
}

export function* leadsDenied(body: readonly Reading[], title: Reading): Iterable<Pair> {
  yield* ages(body, title)
  yield* verbs(body, title)
  yield* moves(body, title)
}

export const leadExamples: readonly Example[] = [
  {
    wrong:
      '# Man, [[67]], rescued from quarry\nA postman who fell through ice was saved.\nLeonard Priddle, [[76]], was in the water for 11 minutes.',
  },
  {
    wrong:
      '# Biscuit maker to create [[150 jobs]] in Carlisle\nBraithwaite Bakes will create [[115 jobs]] in Carlisle, where it employs 430 people.',
  },
  {
    wrong:
      '# Port Calder rents climb [[6%]]\nTenants in Port Calder are paying [[9 percent]] more than a year ago. Vacancies stood at 2.4 percent and rents for shops at 31.',
  },
  {
    silent:
      '# Man, 76, rescued from quarry\nLeonard Priddle, 76, was in the water for 11 minutes. His dog, 9, was unhurt.',
  },
  {
    silent:
      '# Biscuit maker to create 120 jobs\nBraithwaite Bakes will create 118 jobs in Carlisle. Rents are up 9 percent in Hale.',
  },
]
