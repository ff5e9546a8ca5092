import { createHash } from 'node:crypto'

/** One figure, word or name of a story that another statement of the story bears out, and what is put in its stead. */
export interface Site {
  readonly relation: string
  /** UTF-16 code units into the story's text */
  readonly start: number
  readonly end: number
  readonly put: string
}

/** Finds relations by simple means of its own: it shares no code with the checks it measures. */
export type Finder = (text: string) => Iterable<Site>

/** 0 … 2³²-1, the same for the same text in every run. */
export const dice = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0)

const HAN_DIGITS = '零一二三四五六七八九'

/** The numeral with one slip of the hand in it; null where none changes its value. */
export function slipped(numeral: string, seed: string): string | null {
  const digits = [...numeral].flatMap((character, i) => (/\d/.test(character) ? [i] : []))
  return digits.length > 0 ? slippedDigits(numeral, digits, dice(seed + numeral)) : slippedHan(numeral, dice(seed))
}

function slippedDigits(numeral: string, digits: readonly number[], roll: number): string | null {
  const characters = [...numeral]
  const from = roll % digits.length
  if (roll % 3 !== 0)
    for (let i = 0; i + 1 < digits.length; i += 1) {
      const [a = 0, b = 0] = [digits[(from + i) % (digits.length - 1)], digits[((from + i) % (digits.length - 1)) + 1]]
      const [x = '', y = ''] = [characters[a], characters[b]]
      if (x === y || (a === digits[0] && y === '0')) continue
      characters[a] = y
      characters[b] = x
      return characters.join('')
    }
  const at =
    digits[
      Math.min(
        from,
        Math.max(
          0,
          digits.findLastIndex((i) => characters[i] !== '0'),
        ),
      )
    ] ?? 0
  const old = Number(characters[at])
  const step = 1 + (roll % 5)
  characters[at] = String(old + step > 9 ? (old - step > 0 ? old - step : 1 + (old % 9)) : old + step)
  return characters.join('')
}

function slippedHan(numeral: string, roll: number): string | null {
  const at = [...numeral].findIndex((character) => HAN_DIGITS.includes(character) || character === '两')
  if (at < 0) return null
  const old = numeral.charAt(at) === '两' ? 2 : HAN_DIGITS.indexOf(numeral.charAt(at))
  const put = old + 1 + (roll % 2) > 9 ? old - 2 : old + 1 + (roll % 2)
  return numeral.slice(0, at) + HAN_DIGITS.charAt(put) + numeral.slice(at + 1)
}

const SPELLED = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** What an English number word is worth: three, thirty, thirty-two. Null for any other word. */
export function spelledValue(word: string): number | null {
  const [head = '', tail] = word.toLowerCase().split('-')
  const small = SPELLED.indexOf(head) + 1
  if (tail === undefined && small > 0) return small
  const tens = TENS.indexOf(head) + 2
  if (tens < 2) return null
  return tens * 10 + (tail === undefined ? 0 : SPELLED.indexOf(tail) + 1)
}

/** Another number word than this one, near it. */
export function respelled(word: string, seed: string): string {
  const value = spelledValue(word) ?? 2
  const step = dice(seed) % 2 === 0 ? 1 : 2
  const put =
    value >= 20
      ? (TENS[(Math.floor(value / 10) - 1) % 8] ?? 'thirty')
      : (SPELLED[(value < 3 || value + step < 12 ? value + step : value - step) - 1] ?? 'five')
  return /^[A-Z]/.test(word) ? put.charAt(0).toUpperCase() + put.slice(1) : put
}

/** The value of Han numerals below 100,000,000; null where they are no number. */
export function hanValue(words: string): number | null {
  let [total, section, digit] = [0, 0, 0]
  for (const character of words) {
    const value = character === '两' ? 2 : HAN_DIGITS.indexOf(character)
    const scale = { 十: 10, 百: 100, 千: 1000 }[character]
    if (value >= 0) digit = value
    else if (scale !== undefined) {
      section += (digit === 0 ? 1 : digit) * scale
      digit = 0
    } else if (character === '万') {
      total += (section + digit) * 10_000
      section = digit = 0
    } else return null
  }
  return total + section + digit
}

/** A numeral of any kind. */
export function valueOf(numeral: string): number | null {
  if (/^\d[\d,]*(?:\.\d+)?$/.test(numeral)) return Number(numeral.replaceAll(',', ''))
  return /^[A-Z-]+$/i.test(numeral) ? spelledValue(numeral) : hanValue(numeral)
}

/** Where sentences end: offsets into the text. */
export function sentenceAt(text: string): (at: number) => number {
  const ends = [...text.matchAll(/[。!?\uFF01\uFF1F\n]|[.!?]["\u201D]?(?=\s)/g)].map(({ index }) => index)
  return (at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? at) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}

export const isHan = (text: string): boolean =>
  (text.match(/[\u4E00-\u9FFF]/g)?.length ?? 0) * 4 > (text.match(/[a-z]/gi)?.length ?? 0)
