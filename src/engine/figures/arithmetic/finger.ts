import type { Derivation } from './changes'
import { areReversed, significant } from '../again/slips'
import type { Mention } from '../lexer/mention'

/**
 * A figure that is one slip of the hand from what others give. Where the words only suggest how figures belong together, the
 * digits must bear it out: so close a miss is no accident, and the more digits agree the less words are needed.
 */

/** Two or more figures, and what they give in the base unit of the figure they are tried on. */
export interface Trial {
  readonly from: readonly Mention[]
  readonly value: number
  readonly low: number
  readonly high: number
  readonly expr: string
}

/** The numeral's digits and decimals as written, and what one of them is worth in the base unit. */
interface Written {
  readonly digits: string
  readonly decimals: number
  readonly unit: number
}

function writtenOf(shadow: string, { numeral, amount, value }: Mention): Written {
  const text = /^\d+(?:,\d{3})*(?:\.\d+)?/.exec(shadow.slice(...numeral))?.[0].replaceAll(',', '')
  const per = amount === 0 ? 1 : value / amount
  if (text === undefined || Number(text) === 0) return { digits: String(amount), decimals: 0, unit: per }
  return { digits: text, decimals: text.split('.')[1]?.length ?? 0, unit: (per * amount) / Number(text) }
}

const bare = (digits: string): string => digits.replace('.', '').replace(/^0+(?=\d)/, '')

/** One digit changed, two neighbours swapped, one lost or doubled. */
function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length) return a.length + b.length > 6 && Math.abs(a.length - b.length) === 1 && dropped(a, b)
  const off = [...a].flatMap((digit, i) => (digit === b.charAt(i) ? [] : [i]))
  const [i = 0, j = 0] = off
  return (
    off.length === 1 || (off.length === 2 && j === i + 1 && a.charAt(i) === b.charAt(j) && a.charAt(j) === b.charAt(i))
  )
}

function dropped(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short.charAt(at) === long.charAt(at)) at += 1
  return short.slice(at) === long.slice(at + 1)
}

/** The longer is the shorter with noughts behind it. */
function isPadded(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short) && Number(long.slice(short.length)) === 0
}

/** How many digits say that the figure is a slip of the value; 0 where it is none. */
export function slipOf(shadow: string, said: Mention, value: number): number {
  // All of them is nothing a finger slips to.
  if (value <= 0 || said.amount <= 0 || said.range !== null || (said.kind === 'percent' && said.value === 100)) return 0
  const { digits, decimals, unit } = writtenOf(shadow, said)
  const exact = value / unit
  const size = 10 ** decimals
  const near = [Math.round(exact * size), Math.floor(exact * size + 1e-9), Math.ceil(exact * size - 1e-9)]
  const x = bare(digits)
  for (const one of near) {
    const y = bare((one / size).toFixed(decimals))
    if (y !== x && (isOneOff(x, y) || areReversed(Number(x), Number(y)))) return Math.max(x.length, y.length)
    // 0.5 for 5, 680 for 68: a point or a nought too many.
    if (y !== x && x.length > 1 && isPadded(x, y) && Math.abs(Number(y) / size / exact - 1) < 0.005) return x.length
  }
  const tens = Math.log10(said.value / value)
  const whole = Math.round(tens)
  return whole !== 0 && Math.abs(whole) <= 4 && Math.abs(tens - whole) < 0.002 ? Math.max(2, x.length) : 0
}

/** Whether the figure may be what they give, with a unit of its last digit left open. */
export function fits(shadow: string, said: Mention, { low, high }: Pick<Trial, 'low' | 'high'>): boolean {
  const { decimals, unit } = writtenOf(shadow, said)
  const open = Math.max(
    unit * 10 ** -decimals * (said.kind === 'percent' || decimals > 0 ? 1 : 0.01),
    said.value * 0.003,
  )
  return said.low - open <= high && said.high + open >= low
}

/** No digit apart: ten times as many are perhaps others. */
export const isFar = ({ value: said }: Mention, { value }: Pick<Trial, 'value'>): boolean =>
  said > 3 * value || value > 3 * said

/** 约2647人次 is reckoned, and only its last digit rounded; 约300人 is a guess. */
export function fine(said: Mention): Mention | null {
  if (said.approximators.length === 0) return said
  const digits = said.approximators.every(({ sense }) => sense === 'about') ? significant(said) : 0
  if (digits < 3) return null
  const open = digits > 3 ? 0.0005 : 0.006
  return { ...said, low: said.value * (1 - open), high: said.value * (1 + open) }
}

/**
 * The one of the trials that the figure is a slip from, of at least so many digits, where it is what none of them gives.
 * @param trials the likeliest first
 */
export function slipped(shadow: string, said: Mention, trials: readonly Trial[], least = 2): Derivation | null {
  const written = fine(said)
  if (written === null || trials.some((one) => fits(shadow, written, one))) return null
  const found = trials.find(({ value }) => slipOf(shadow, written, value) >= least)
  return found === undefined ? null : { said: written, ...found }
}
