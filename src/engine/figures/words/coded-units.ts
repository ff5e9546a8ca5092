import type { Reading } from '../claim'
import { enumerate } from '../lists/items'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { Told } from './code-steps'

/** Codes whose figures bear their words, and those words counted otherwise: “一轴两带四片区” … 三个片区; “一核四翼” … 为三翼. */

const N = '[一二两三四五六七八九十]'
const NAME = new RegExp(
  `“(?<pairs>(?:${N}[\\u4E00-\\u9FFF]{1,3}?){2,5})”|“(?<all>(?:${N}[\\u4E00-\\u9FFF]{1,2}){2,5}[\\u4E00-\\u9FFF]{0,2})”`,
  'g',
)
const PAIR = new RegExp(`(?<count>${N})(?<word>[^一二两三四五六七八九十]{1,3})`, 'g')
/** How far before and behind the code its words are looked for. */
const [BEFORE, BEHIND] = [120, 260]
/** Words that everything is counted by. */
const COMMON = /^(?:[个名年月日天人次家项条方的会手起体样定点般时路级期届]|[百千万].*)$/

export interface UnitOff {
  readonly said: { readonly code: string; readonly start: number; readonly end: number }
  readonly told: Told
}

/** How the word is counted: 三个片区, 两条生态带, 三翼; for a word of one character it ends its clause. */
function countsOf(word: string): RegExp {
  const short = word.length === 1
  const own = `(?<![第每\\d.一二两三四五六七八九十])(?<count>${N}|\\d{1,2})`
  const between = short
    ? `(?:[条个大张支座道项只片块][\\u4E00-\\u9FFF]{0,3}?)?`
    : `(?:[条个大张支座道项只片块处家类]|)[\\u4E00-\\u9FFF]{0,3}?`
  return new RegExp(`${own}${between}${word}${short ? '(?=[,。;、:)”]|和|$)' : ''}`, 'g')
}

/** 以物业、业委会、志愿者为…翼: as many as listed. */
function listedAs(shadow: string, word: string): { start: number; end: number; counts: ReadonlySet<number> } | null {
  const match = new RegExp(
    `以(?<list>[^,。;:以为]{1,30}、[^,。;:以为]{1,30})为(?:${N}[个条大]?)?[\\u4E00-\\u9FFF]{0,2}${word}(?=[,。;])`,
  ).exec(shadow)
  const list = match?.groups?.['list']
  if (match === null || list === undefined || /等/.test(list)) return null
  const start = match.index + 1
  return { start, end: start + list.length, counts: enumerate(shadow, start, start + list.length).counts }
}

/** What the copy around the code says of its words. */
export function* unitsOff(reading: Reading, rest: readonly Reading[]): Iterable<UnitOff> {
  const { shadow } = reading
  if (!shadow.includes('”')) return
  for (const match of matchesOf(shadow, NAME)) {
    const code = match.groups?.['pairs'] ?? match.groups?.['all'] ?? ''
    const [start, end] = [match.index, match.index + match[0].length]
    const near = [
      {
        one: reading,
        from: Math.max(0, start - BEFORE),
        to: Math.min(shadow.length, end + BEHIND),
        own: [start, end] as const,
      },
    ]
    const [below] = reading.passage.role === 'body' ? [] : rest
    const places =
      below === undefined
        ? near
        : [...near, { one: below, from: 0, to: Math.min(below.shadow.length, BEHIND), own: [-1, -1] as const }]
    for (const pair of matchesOf(code, PAIR)) {
      const { count = '', word = '' } = pair.groups ?? {}
      const own = parseChinese(count) ?? 0
      if (COMMON.test(word)) continue
      const found = places.flatMap(({ one, from, to, own: self }) => toldOf(one, from, to, self, word))
      if (found.some(({ values }) => values.includes(own))) continue
      const [first, ...more] = found
      if (first === undefined || more.some(({ values }) => values[0] !== first.values[0])) continue
      const at = start + 1 + pair.index
      yield { said: { code: count + word, start: at, end: at + count.length + word.length }, told: first }
      break
    }
  }
}

function toldOf(reading: Reading, from: number, to: number, self: readonly [number, number], word: string): Told[] {
  const text = reading.shadow.slice(from, to)
  const counted = matchesOf(text, countsOf(word)).flatMap((match): Told[] => {
    const start = from + match.index
    const end = start + match[0].length
    if (end > self[0] && start < self[1]) return []
    const written = match.groups?.['count'] ?? ''
    return [{ reading, start, end, values: [parseChinese(written) ?? Number(written)] }]
  })
  if (counted.length > 0) return counted
  const list = listedAs(text, word)
  return list === null ? [] : [{ reading, start: from + list.start, end: from + list.end, values: [...list.counts] }]
}
