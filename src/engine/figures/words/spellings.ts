import { grouped } from '../grouped'
import type { Reading, StoryCopy } from '../claim'
import { alike, isKnownSlip } from './alike'
import { ACTS, OPENS } from './strangers'
import { SINGLE, surnameOf } from './surnames.table'
import { matchesOf } from '../matches'

/** Names and quoted terms that the story writes one way throughout, and once another way. */

export interface Spelling {
  readonly reading: Reading
  readonly start: number
  readonly words: string
}

export interface Misspelling {
  readonly usual: Spelling
  readonly once: Spelling
}

/** How often the usual spelling stands before another one is taken for a slip. */
const USUAL = 3
const FUNCTION = /[的了和与及在是有也都就又还说道称表告把被将从向对给让着过不没很这那其之为以于等个们去来到]/

const SPEAKS =
  /^(?:[说称道曾正又]|表示|介绍|告诉|认为|坦言|回忆|指出|强调|透露|对记者|向记者|已经|一直|的(?:[妻丈父母儿女老家]|办公))/

interface Name extends Spelling {
  times: number
  /** how often it speaks or has a wife, an office */
  speaks: number
  /** how often it begins a clause and acts there */
  acts: number
}

/** What else one does of whom a clause tells. */
const DOES = /^(?:专[程门]|特[意地]|[决坚参来走将用为是去便就仍没不拿扮]|出[生身任]|毕业|担任|成为)/

/** Three characters of Han that a surname opens. */
const NAME = new RegExp(`[${SINGLE}](?=[\\u4E00-\\u9FFF]{2})`, 'g')

function namesOf(copy: StoryCopy): Map<string, Name> {
  const names = new Map<string, Name>()
  for (const reading of copy.readings) {
    if (reading.english) continue
    for (const { index: at } of matchesOf(reading.shadow, NAME)) {
      if (surnameOf(reading.shadow.slice(at, at + 2)) !== 1) continue
      const words = reading.text.slice(at, at + 3)
      const known = names.get(words)
      const speaks = SPEAKS.test(reading.shadow.slice(at + 3, at + 7)) ? 1 : 0
      const after = reading.shadow.slice(at + 3, at + 7)
      const opens = OPENS.test(reading.shadow.slice(Math.max(0, at - 1), at))
      const acts = opens && (ACTS.test(after) || DOES.test(after)) ? 1 : 0
      if (known === undefined) names.set(words, { reading, start: at, words, times: 1, speaks, acts })
      else {
        known.times += 1
        known.speaks += speaks
        known.acts += acts
      }
    }
  }
  return names
}

/** 孙启勤 all over the story, 孙启勒 once: two of three characters, and beside them the third is always the same. */
export function* peopleOnceOtherwise(copy: StoryCopy): Iterable<Misspelling> {
  const names = [...namesOf(copy).values()].filter(({ words }) => !FUNCTION.test(words))
  yield* actsOtherwise(names)
  for (const usual of names) {
    if (usual.times <= USUAL || usual.speaks < 2) continue
    const [first, second, third] = [...usual.words]
    const others = names.filter(({ words }) => words !== usual.words && words.startsWith(first ?? ''))
    for (const same of [
      others.filter(({ words }) => words.charAt(1) === second),
      others.filter(({ words }) => words.charAt(2) === third),
    ]) {
      const [once, ...more] = same
      if (once?.times === 1 && more.length === 0) yield { usual, once }
    }
  }
}

/** 季雪蓉 twice, 季雪容 once: a character that is known to be typed for the other, and both begin clauses and act there. */
function* actsOtherwise(names: readonly Name[]): Iterable<Misspelling> {
  const actors = names.filter(({ acts }) => acts > 0)
  for (const usual of actors) {
    if (usual.times < 2) continue
    for (const once of actors) {
      if (once.times !== 1 || once.words === usual.words || areTogether(usual, once)) continue
      const off = [...once.words].flatMap((character, i) => (character === usual.words.charAt(i) ? [] : [i]))
      const [at = 0] = off
      if (off.length === 1 && at > 0 && isKnownSlip(usual.words.charAt(at), once.words.charAt(at)))
        yield { usual, once }
    }
  }
}

const QUOTED = /“(?<words>[\u4E00-\u9FFF·]{3,14})”/g

/** “三十工程” in the headline and the text, “二十工程” once. */
export function* termsOnceOtherwise(copy: StoryCopy): Iterable<Misspelling> {
  const all: Spelling[] = []
  for (const reading of copy.readings) {
    for (const match of matchesOf(reading.shadow, QUOTED)) {
      const length = match.groups?.['words']?.length ?? 0
      all.push({
        reading,
        start: match.index + 1,
        words: reading.text.slice(match.index + 1, match.index + 1 + length),
      })
    }
  }
  const counts = grouped(all, ({ words }) => words)
  for (const many of counts.values()) {
    const [usual] = many
    if (usual === undefined || many.length < USUAL || usual.words.length < 4) continue
    for (const few of counts.values()) {
      const [once] = few
      if (once !== undefined && few.length === 1 && isOneOff(usual.words, once.words)) yield { usual, once }
    }
  }
}

/** One character of equally many is another; the first or last may tell two things apart (东线, 西线) and must look alike. */
function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const off = [...a].flatMap((character, i) => (character === b.charAt(i) ? [] : [i]))
  const [at] = off
  if (off.length !== 1 || at === undefined) return false
  const [x, y] = [a.charAt(at), b.charAt(at)]
  return alike(x, y) || (/[一二三四五六七八九十]/.test(x) && /[一二三四五六七八九十]/.test(y))
}

const HAN = /^[\u4E00-\u9FFF]+$/
const KIND =
  /[村镇乡县区市路堂寺庙塔阁祠沟屯寨湾岭崖]|街道|社区|[中小]学|学院|大学|医院|公司|集团|水库|公园|科技|股份|药业|银行|大桥|隧道|书院/g
/** Kinds that two places of nearly one name seldom share in a story: one spelling of each is enough. */
const NAMED_ONCE = /(?:[村镇乡]|街道|社区|水库|公园|大桥|隧道|书院|医院|中学|小学|大学|学院|集团|股份)$/
/** 东、西, 上、下: what tells two villages apart. */
const TELLS_APART = /[东西南北上下前后大小新老左右里外中一二三四五六七八九十]/

/** The names of places and houses before the words for what they are: two characters, or three. */
function placedIn(reading: Reading): Spelling[] {
  return matchesOf(reading.shadow, KIND).flatMap((match): Spelling[] => {
    const end = match.index + match[0].length
    return [2, 3].flatMap((length): Spelling[] => {
      const start = match.index - length
      const words = start < 0 ? '' : reading.text.slice(start, end)
      return HAN.test(words) && !FUNCTION.test(words) ? [{ reading, start, words }] : []
    })
  })
}

/** 益民村 three times, 益明村 once; 枧头村 … 视头村, where no list names both. */
export function* placesOnceOtherwise(copy: StoryCopy): Iterable<Misspelling> {
  const all = copy.readings.flatMap((reading) => (reading.english ? [] : placedIn(reading)))
  const counts = grouped(all, ({ words }) => words)
  if (counts.size > MOST_PLACES) return
  const told = new Set<string>()
  for (const many of counts.values()) {
    const [usual] = many
    if (usual === undefined || (many.length < 2 && !NAMED_ONCE.test(usual.words))) continue
    for (const few of counts.values()) {
      const [once] = few
      if (once === undefined || few.length > 1 || once.words.length !== usual.words.length) continue
      if (many.length < 2 && (areTogether(usual, once) || told.has(usual.words))) continue
      const off = [...once.words].flatMap((character, i) => (character === usual.words.charAt(i) ? [] : [i]))
      const [at] = off
      const stem = usual.words.replace(NAMED_ONCE, '').length
      if (off.length !== 1 || at === undefined || at >= Math.min(stem, usual.words.length - 1)) continue
      const [a, b] = [usual.words.charAt(at), once.words.charAt(at)]
      if (
        (TELLS_APART.test(a) && TELLS_APART.test(b)) ||
        (TELLS_APART.test(a + b) && areTogether(usual, once)) ||
        !(LOOSE.test(usual.words) ? isKnownSlip(a, b) : alike(a, b))
      )
        continue
      if (at === 0 && stem > 2 && !(BEGINS.test(ahead(usual)) && BEGINS.test(ahead(once)))) continue
      told.add(once.words)
      yield { usual, once }
    }
  }
}

/** What a name of three characters begins behind. */
const BEGINS = /^[,。;:!?“”\s在到于从去往来离由与和及]?$/
const ahead = ({ reading, start }: Spelling): string => reading.shadow.slice(Math.max(0, start - 1), start)

/** Words that stand before these by chance: 城际铁路, 高新市场. */
const LOOSE = /[市县区路湾岭崖]$/

/** In one sentence: two places, side by side. */
function areTogether(a: Spelling, b: Spelling): boolean {
  const [from, to] = [Math.min(a.start, b.start), Math.max(a.start, b.start)]
  return a.reading === b.reading && !a.reading.shadow.slice(from, to).includes('。')
}

/** A story of more places is a register. */
const MOST_PLACES = 400
