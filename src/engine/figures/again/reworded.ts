import type { Place, Reading, StoryCopy } from '../claim'
import { meet, type Mention } from '../lexer/mention'
import { isBorne } from './borne'
import { allOf, apartOf, shares, type Seen } from './seen'
import { kindOf } from '../sentences'
import { isSlip, isSwapped, significant } from './slips'

/**
 * One figure told in two ways: rounded and in full (涉案130余万元 … 被骗1316216元), in a heading and in the copy under it. The
 * two stand by the same words; nothing else in the story bears out the one, and only one value stands for the other.
 */

export type Parted = readonly [first: Place, again: Place]

/** What a round figure may stand for: 580亿 for 581.4亿. */
function rounded(mention: Mention): Mention {
  if ((mention.value < 1e4 && mention.kind !== 'percent') || mention.approximators.length > 0) return mention
  const size = Math.floor(Math.log10(mention.value)) - significant(mention) + 1
  const half = 10 ** size
  return { ...mention, low: mention.low - half / 2, high: mention.high + half }
}

const PERIOD = / ?(?:\d月|[一二三四]季度)/g

/** A heading goes without the period that the copy under it gives. */
const sameState = (a: string, b: string): boolean => a === b || a === b.replace(PERIOD, '').trim()

/** The one value that stands by the same words, where no figure of the unit bears the other out. */
function otherOf(all: readonly Seen[], one: Seen, from: readonly Seen[]): Seen | null {
  const wide = rounded(one.mention)
  const bare = one.mention.dimension === ''
  const unit = all.filter((other) => other !== one && (bare || kindOf(other.mention) === kindOf(one.mention)))
  if (unit.some(({ mention }) => meet(mention, wide))) return null
  const same = from.filter(
    (other) =>
      other !== one &&
      (bare || kindOf(other.mention) === kindOf(one.mention)) &&
      sameState(apartOf(one), apartOf(other)) &&
      other.mention.value < one.mention.value * 2.5 &&
      other.mention.value > one.mention.value * 0.4 &&
      shares(one, other),
  )
  return new Set(same.map(({ mention }) => mention.value)).size === 1 ? (same[0] ?? null) : null
}

const placeOf = ({ reading, mention: { start, end, value } }: Seen): Place => ({ reading, start, end, value })

/** A copy of more figures is a report in which every word recurs. */
const MOST = 160

/** A figure told in round numbers, and in full for another value. */
export function* roundedParted(copy: StoryCopy): Iterable<Parted> {
  const all = allOf(copy)
  if (all.length > MOST) return
  for (const one of all) {
    const [approximator] = one.mention.approximators
    // 早段一度升近300点: of another moment.
    if (
      /一度|早段|盘中|盤中|曾|最[高低多]/.test(
        one.reading.shadow.slice(Math.max(0, one.mention.start - 8), one.mention.start),
      )
    )
      continue
    if (approximator === undefined || !['surplus', 'near', 'over'].includes(approximator.sense)) continue
    if (
      one.reading.english ||
      one.reading.passage.role === 'title' ||
      one.mention.value < 100 ||
      one.mention.dimension === ''
    )
      continue
    const full = all.filter(
      ({ mention, reading }) =>
        mention.approximators.length === 0 &&
        significant(mention) > significant(one.mention) &&
        reading.passage.role !== 'title' &&
        !/^(?:里|[之当]?中)/.test(reading.shadow.slice(mention.classified, mention.classified + 2)),
    )
    const other = otherOf(all, one, full)
    if (other === null) continue
    const first = [one, other].sort((a, b) => a.reading.index - b.reading.index || a.mention.start - b.mention.start)
    yield [placeOf(first[0] ?? one), placeOf(first[1] ?? other)]
  }
}

const nounOf = ({ reading, mention }: Seen): string =>
  /^[\u4E00-\u9FFF]{2}/.exec(reading.shadow.slice(mention.classified, mention.classified + 2))?.[0] ?? ''

/** 村小只剩9名学生 over 7名学生: one noun right behind both, which the body counts no other way. */
function byNoun(all: readonly Seen[], one: Seen, body: readonly Seen[]): Seen | null {
  const noun = nounOf(one)
  if (noun === '' || apartOf(one) !== '' || one.mention.approximators.length > 0) return null
  const like = all.filter((other) => other !== one && other.mention.dimension === one.mention.dimension)
  if (like.some(({ mention }) => meet(mention, one.mention))) return null
  const same = body.filter((other) => like.includes(other) && nounOf(other) === noun)
  return same.length === 1 && same[0] !== undefined && apartOf(same[0]) === '' ? (same[0] ?? null) : null
}

/** A line of its own that ends without a mark heads what follows. */
function isHead({ passage, shadow }: Reading): boolean {
  return passage.role === 'heading' || (passage.role === 'body' && shadow.length <= 24 && !/[。!?;:,、…”]/.test(shadow))
}

/** Title or heading and the copy under it, with another figure by the same words. */
export function* headsParted(copy: StoryCopy): Iterable<Parted> {
  const all = allOf(copy)
  if (all.length > MOST) return
  for (const one of all) {
    const { reading, mention } = one
    const title = reading.passage.role === 'title' || reading.passage.role === 'subtitle'
    if (reading.english || (!title && !isHead(reading)) || mention.value === 0) continue
    const body = all.filter(
      (other) =>
        other.reading.index > reading.index &&
        (title || other.reading.index <= reading.index + 2) &&
        (other.reading.passage.role === 'body' || other.reading.passage.role === 'caption') &&
        !isHead(other.reading),
    )
    if (title && isBorne(copy, mention, reading)) continue
    const other = otherOf(all, one, body) ?? (title ? null : byNoun(all, one, body))
    if (other !== null) yield [placeOf(one), placeOf(other)]
  }
}

const OTHERS = /[另各首第邻]|兄弟|其[余中]|去年|上年|同期|计划|目标|预计|人均|平均/

const isOther = (one: Seen): boolean => (one.reading.english ? apartOf(one) !== '' : OTHERS.test(apartOf(one)))

/** 共2985名。…确认2958名代表: two neighbouring digits of a plain count swapped, a sentence further on. */
function areClose(first: Seen, second: Seen): boolean {
  const { reading, mention } = first
  return (
    !reading.english &&
    reading === second.reading &&
    second.mention.start - mention.end < 80 &&
    kindOf(mention) === 'people' &&
    isSwapped(mention, second.mention)
  )
}

/** Four digits and more that differ by one slip of the hand and stand by the same words: no chance. */
export function* rareSlips(copy: StoryCopy): Iterable<Parted> {
  const all = allOf(copy).filter(
    ({ mention, reading }) => mention.dimension !== '' && significant(mention) > (reading.english ? 2 : 3),
  )
  if (all.length > MOST) return
  for (const [j, second] of all.entries())
    for (const first of all.slice(0, j)) {
      if (kindOf(first.mention) !== kindOf(second.mention) || first.mention.value === second.mention.value) continue
      const slip = significant(second.mention) > 4 ? isSlip : isSwapped
      if (
        slip(first.mention, second.mention) &&
        (shares(first, second) || areClose(first, second)) &&
        ![first, second].some(isOther)
      )
        yield [placeOf(first), placeOf(second)]
    }
}

const CUE = /(?<cue>连续|历时|坚守|从教|驻守|坚持)[了近约超已]?$/

function stretchesIn(reading: Reading): { readonly cue: string; readonly mention: Mention }[] {
  return reading.mentions.flatMap((mention) => {
    const cue = CUE.exec(reading.shadow.slice(Math.max(0, mention.start - 4), mention.start))?.groups?.['cue']
    return cue === undefined || mention.kind !== 'count' || mention.range !== null ? [] : [{ cue, mention }]
  })
}

/** 连续5天 over 连续7天. */
export function* stretchesParted(copy: StoryCopy): Iterable<Parted> {
  const titles = copy.readings.filter(({ passage }) => passage.role === 'title' || passage.role === 'subtitle')
  const body = copy.readings.filter(({ passage }) => passage.role === 'body')
  for (const title of titles)
    for (const { cue, mention } of stretchesIn(title)) {
      const told = body.flatMap((reading) =>
        stretchesIn(reading)
          .filter((one) => one.cue === cue && one.mention.dimension === mention.dimension)
          .map((one) => ({ reading, mention: one.mention })),
      )
      const [first] = told
      const borne = body.some((reading) =>
        reading.mentions.some((one) => one.dimension === mention.dimension && meet(one, mention)),
      )
      if (first === undefined || borne || new Set(told.map((one) => one.mention.value)).size !== 1) continue
      yield [title, first.reading].map((reading, i) => {
        const { start, end, value } = i === 0 ? mention : first.mention
        return { reading, start, end, value }
      }) as unknown as Parted
    }
}

const STRETCH =
  /前(?<months>[一二三四五六七八九十]|\d{1,2})个?月|截[至止](?:\d{1,2}月)?(?<day>\d{1,2})日(?<hour>\d{1,2})时/g

/** The stretch or the hour that a figure was counted to, right before it. */
function countedTo({
  reading,
  mention,
}: Seen): { readonly key: string; readonly value: string; readonly at: Place } | null {
  const from = Math.max(0, mention.start - 60)
  const ahead = reading.shadow.slice(from, mention.start).split('。').at(-1) ?? ''
  const match = [...ahead.matchAll(STRETCH)].at(-1)
  if (match === undefined) return null
  const { months, day, hour } = match.groups ?? {}
  const start = mention.start - ahead.length + match.index
  const at = { reading, start, end: start + match[0].length, value: match[0] }
  return months === undefined ? { key: `to ${hour ?? ''}`, value: day ?? '', at } : { key: 'months', value: months, at }
}

/** 前8个月…27.08万亿元 … 前9个月…27.08万亿元: one figure to the last digit, counted to two ends. */
export function* endsParted(copy: StoryCopy): Iterable<Parted> {
  const all = allOf(copy).filter(
    ({ mention, reading }) => mention.dimension !== '' && significant(mention) > 3 && reading.passage.role === 'body',
  )
  if (all.length > MOST) return
  const told = new Set<string>()
  for (const [j, second] of all.entries())
    for (const first of all.slice(0, j)) {
      if (first.mention.value !== second.mention.value || kindOf(first.mention) !== kindOf(second.mention)) continue
      const [a, b] = [countedTo(first), countedTo(second)]
      if (a === null || b === null || a.key !== b.key || a.value === b.value || told.has(`${b.at.start}`)) continue
      told.add(`${b.at.start}`)
      yield [a.at, b.at]
    }
}
