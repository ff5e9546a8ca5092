import type { Mention } from '../lexer/mention'

/** How a figure goes wrong under the hand: a digit swapped, changed, lost or doubled, a point or a unit slipped. */

/** How far apart two different figures are, in powers of ten; null where no power of ten parts them. */
export function tensApart(a: Mention, b: Mention): number | null {
  if (a.value <= 0 || b.value <= 0) return null
  const ratio = a.value / b.value
  if (ratio < 9.9 && ratio > 0.101) return null
  const tens = Math.log10(ratio)
  const whole = Math.round(tens)
  return whole !== 0 && Math.abs(tens - whole) < 1e-9 ? Math.abs(whole) : null
}

/** One slip of the finger apart: two neighbouring digits swapped; or, from three digits on, one changed, lost or doubled. */
export function isSlip(a: Mention, b: Mention): boolean {
  const [x, y] = alignedDigits(a, b)
  if (x.length < 2 || y.length < 2) return false
  if (x.length !== y.length) return x.length + y.length > 6 && (drops(x, y) || drops(y, x))
  let off = 0
  let first = -1
  for (let i = 0; i < x.length && off < 3; i += 1) {
    if (x.charCodeAt(i) === y.charCodeAt(i)) continue
    off += 1
    if (first < 0) first = i
  }
  if (off === 1) return x.length > 2
  return off === 2 && x.charCodeAt(first) === y.charCodeAt(first + 1) && x.charCodeAt(first + 1) === y.charCodeAt(first)
}

/** 180亿 and 108亿: of one size, the noughts that a scale took are given back. */
function alignedDigits(a: Mention, b: Mention): readonly [string, string] {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  if (x.length === y.length || a.amount < 1e4 || Math.max(x.length, y.length) < 3) return [x, y]
  const size = (one: Mention): number => Math.floor(Math.log10(one.value))
  if (size(a) !== size(b)) return [x, y]
  const length = Math.max(x.length, y.length)
  return [x.padEnd(length, '0'), y.padEnd(length, '0')]
}

/** Two neighbouring digits swapped: 45 and 54, 143 and 134. */
export function isSwapped(a: Mention, b: Mention): boolean {
  const [x, y] = alignedDigits(a, b)
  return x.length === y.length && isSlip(a, b) && [...x].sort().join('') === [...y].sort().join('')
}

/** 15 and 16, 3.2 and 3.7: two digits, one of them another. Common by chance, so the words must agree the more. */
export function isOneDigitOff(a: Mention, b: Mention): boolean {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  return x.length === 2 && y.length === 2 && (x.charAt(0) === y.charAt(0)) !== (x.charAt(1) === y.charAt(1))
}

/** How many digits say what a figure is, the noughts at its ends apart: 1260万 → 3, 0.5 → 1. */
export function significant({ amount }: Mention): number {
  const digits = [...String(amount).replace('.', '')]
  return digits.findLastIndex((digit) => digit !== '0') - digits.findIndex((digit) => digit !== '0') + 1
}

/** The digits that carry a figure: 230000000 → 23, 3.2 → 32, 0.9 → 9. */
function digitsOf(mention: Mention): string {
  const known = carried.get(mention)
  if (known !== undefined) return known
  const digits = carriedBy(mention.amount)
  carried.set(mention, digits)
  return digits
}

const carried = new WeakMap<Mention, string>()

function carriedBy(amount: number): string {
  const digits = String(amount).replace(/\D/g, '').replace(/^0+/, '')
  return amount >= 1e4 ? digits.replace(/(?<!0)0+$/, '').padEnd(2, '0') : digits
}

/** Whether `short` is `long` without one digit. */
function drops(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false
  let at = 0
  while (at < short.length && short.charAt(at) === long.charAt(at)) at += 1
  return short.slice(at) === long.slice(at + 1)
}

/** 86 and 68, 230 and 203, 3600 and 3800, 119万 and 1190万; in English 17 and 70 besides. */
export function isFingerSlip(a: Mention, b: Mention): boolean {
  return (
    isSlip(a, b) ||
    tensApart(a, b) !== null ||
    (a.kind === 'percent' && areReversed(a.amount, b.amount)) ||
    (a.form === 'english' && areTeens(a, b))
  )
}

export function areReversed(a: number, b: number): boolean {
  return a >= 10 && a !== b && [...String(a)].reverse().join('') === String(b)
}

/** 70,000 and 17,000: seventy and seventeen. */
function areTeens(a: Mention, b: Mention): boolean {
  const [less = 0, more = 0] = [a.amount, b.amount].sort((x, y) => x - y)
  const size = 10 ** Math.max(0, String(less).length - 2)
  const teen = less / size
  return Number.isInteger(teen) && teen > 12 && teen < 20 && more === (teen - 10) * 10 * size
}
