import type { Reading } from '../claim'
import { enumerate } from '../lists/items'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { SaidCode } from './codes-said'
import type { Told } from './code-steps'

/** The figures of a code said again one by one: “1”即…, “3”即…; 前面的3,是…; “二”是…. */

interface Key {
  readonly figure: number
  readonly start: number
  /** behind the verb: what the figure stands for begins here */
  readonly end: number
}

const KEY =
  /(?:(?<=^|[“(,;、即的])(?<figure>\d{1,2})|(?<=“)(?<han>[一二两三四五六七八九十]))”?(?:,?则?(?:是(?!否)|代表|就是|指(?:的是)?)|[即为]|:(?=[\u4E00-\u9FFF]))/g
/** How far behind the code its keys may stand. */
const REACH = 300

/** The keys of the sentence, or of the next where it begins with one. */
function keysOf({ shadow }: Reading, end: number): Key[] {
  const [first = '', second = '', third = ''] = shadow.slice(end, end + REACH).split('。')
  const keysIn = (text: string, base: number): Key[] =>
    matchesOf(text, KEY).map((match) => {
      const { figure = '', han = '' } = match.groups ?? {}
      const start = base + match.index
      return { figure: parseChinese(han) ?? Number(figure), start, end: start + match[0].length }
    })
  const own = keysIn(first, end)
  if (own.length > 1) return own
  const next = keysIn(second, end + first.length + 1)
  // “1”即…。“3”即…。: each key may have a sentence of its own.
  const more = own.length + next.length > 0 ? keysIn(third, end + first.length + second.length + 2) : []
  return /^[“前所其]/.test(second) || own.length > 0 ? [...own, ...next, ...more] : own
}

const figuresOf = (code: string): number[] =>
  /[+·-]/.test(code)
    ? code.split(/[+·-]/).filter((figure) => /\d/.test(figure)).map(Number) // prettier-ignore
    : [...code].map((figure) => parseChinese(figure) ?? Number(figure))

/** Whether the keys are the code's, as many as it has figures, but not the same. */
function areOff(code: string, keys: readonly Key[]): boolean {
  const own = figuresOf(code)
  if (keys.length !== own.length) return false
  return (
    own.some((figure, i) => figure !== keys[i]?.figure) && keys.map(({ figure }) => figure).join('') !== own.join('')
  )
}

/** “5”是公安、城管、消防四支力量: what a key says of itself is not its figure. */
function ownOff(reading: Reading, key: Key, next: number): Told | null {
  const { shadow } = reading
  const stop = shadow.slice(key.end, next).search(/[,;。”]/)
  const limit = stop < 0 ? next : key.end + stop
  const [only, ...more] = reading.mentions.filter(
    ({ kind, exact, range, classifier, start, end }) =>
      kind === 'count' && exact && range === null && classifier !== '' && start >= key.end && end <= limit,
  )
  if (only === undefined) return listOff(reading, key, limit)
  if (
    more.length > 0 ||
    only.value === key.figure ||
    !/^[,;。、\u4E00-\u9FFF]|^$/.test(shadow.slice(only.end, only.end + 1))
  )
    return null
  if (/year|month|day|hour|minute|money|age/.test(only.dimension)) return null
  return { reading, start: only.start, end: only.end, values: [only.value] }
}

/** “2”是律师、医生、志愿者: names side by side, and no count of theirs. */
function listOff(reading: Reading, key: Key, limit: number): Told | null {
  const text = reading.shadow.slice(key.end, limit)
  if (key.figure < 2 || !text.includes('、') || /[等\d“(]/.test(text) || /,/.test(reading.shadow.charAt(limit)))
    return null
  const { counts } = enumerate(reading.shadow, key.end, limit)
  if (counts.has(key.figure) || Math.min(...counts) < 2) return null
  const names = text.split(/[、和与及]/)
  if (names.some(({ length }) => length > 10)) return null
  return { reading, start: key.end, end: limit, values: [Math.max(...counts)] }
}

export interface Keyed {
  /** the figure that is explained otherwise; the whole code where its keys are others */
  readonly said: { readonly code: string; readonly start: number; readonly end: number }
  readonly told: Told
}

/** What the keys behind a code say that it does not. `keyed` holds where the code is explained so at all. */
export function keysOff(reading: Reading, said: SaidCode): { readonly keyed: boolean; readonly off: readonly Keyed[] } {
  const keys = keysOf(reading, said.end)
  const [first] = keys
  const last = keys.at(-1)
  if (first === undefined || last === undefined || keys.length < 2) return { keyed: false, off: [] }
  if (areOff(said.code, keys)) {
    const told = { reading, start: first.start, end: last.end, values: keys.map(({ figure }) => figure) }
    return { keyed: true, off: [{ said, told }] }
  }
  const off = keys.flatMap((key, i): Keyed[] => {
    const next = keys[i + 1]?.start ?? Math.min(reading.shadow.length, key.end + 100)
    const told = ownOff(reading, key, next)
    return told === null ? [] : [{ said: { code: String(key.figure), start: key.start, end: key.end }, told }]
  })
  return { keyed: true, off: off.length === 1 ? off : [] }
}
