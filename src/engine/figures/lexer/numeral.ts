/** Chinese numerals and mixes, as values. No offsets here. */

const DIGITS = new Map([...'零一二三四五六七八九'].map((character, value) => [character, value]))
DIGITS.set('〇', 0)
DIGITS.set('两', 2)
DIGITS.set('俩', 2)

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** A numeral above this has no exact double: it is left alone rather than shown with false precision. */
const LARGEST = Number.MAX_SAFE_INTEGER

export function digitOf(character: string): number | null {
  return DIGITS.get(character) ?? null
}

/** The factor of a run of scale characters: 千 1000, 万 10⁴, 千万 10⁷, 万亿 10¹². Null when they do not combine. */
export function scaleOf(scale: string): number | null {
  if (scale.length > 3) return null
  let factor = 1
  for (const character of scale) factor *= UNITS[character] ?? MYRIADS[character] ?? Number.NaN
  return factor <= 1e12 ? factor : null
}

/** 两千三百 → 2300, 一万零五 → 10005, 二〇二三 → 2023, 三点五 → 3.5, 一百五 → 150. Null for what is no numeral. */
export function parseChinese(numeral: string): number | null {
  if (numeral.length === 0 || numeral.length > 40) return null
  const [whole = '', fraction, more] = numeral.split('点')
  if (more !== undefined) return null
  const value = /[十百千万亿]/.test(whole) ? parseStructured(whole) : parseDigits(whole)
  if (value === null || fraction === undefined) return value
  const decimals = parseDigits(fraction)
  return decimals === null ? null : Number(`${value}.${[...fraction].map((c) => DIGITS.get(c)).join('')}`)
}

function parseDigits(digits: string): number | null {
  let value = 0
  for (const character of digits) {
    const digit = DIGITS.get(character)
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return digits.length > 0 && value <= LARGEST ? value : null
}

function parseStructured(numeral: string): number | null {
  if (numeral.length === 1 && numeral in MYRIADS) return MYRIADS[numeral] ?? null
  const myriad = lastMyriad(numeral)
  if (myriad < 0) return parseSection(numeral)
  const factor = MYRIADS[numeral.charAt(myriad)] ?? 1
  const head = parseChinese(numeral.slice(0, myriad))
  const rest = numeral.slice(myriad + 1)
  const tail = rest === '' ? 0 : parseTail(rest, factor)
  if (head === null || tail === null || tail >= factor) return null
  const value = head * factor + tail
  return value <= LARGEST ? value : null
}

/** The weightiest scale divides a numeral: 亿 before 万; of several 亿 the last (万亿 heads). */
function lastMyriad(numeral: string): number {
  const hundredMillion = numeral.lastIndexOf('亿')
  return hundredMillion >= 0 ? hundredMillion : numeral.lastIndexOf('万')
}

/** What follows 万 or 亿. A single digit counts the next place down: 两万三 = 23000. */
function parseTail(rest: string, factor: number): number | null {
  if (rest.length === 1) {
    const digit = DIGITS.get(rest)
    return digit === undefined || digit === 0 ? null : (digit * factor) / 10
  }
  const bare = rest.startsWith('零') || rest.startsWith('〇') ? rest.slice(1) : rest
  return /[十百千万]/.test(bare) ? parseStructured(bare) : bare.length === 1 ? parseDigits(bare) : null
}

/** Below 万. */
function parseSection(section: string): number | null {
  let value = 0
  let digit: number | null = null
  let last = 10_000
  let zero = false
  for (const character of section) {
    const unit = UNITS[character]
    if (unit === undefined) {
      const next = DIGITS.get(character)
      if (next === undefined || digit !== null) return null
      if (next === 0) zero = true
      else digit = next
      continue
    }
    if (unit >= last || (digit === null && !(unit === 10 && value === 0) && value !== 0)) return null
    if (digit === null && unit !== 10) return value === 0 && last === 10_000 ? loneUnit(section) : null
    value += (digit ?? 1) * unit
    digit = null
    zero = false
    last = unit
  }
  if (digit === null) return value
  if (value > 0 && !zero && last >= 100) return value + (digit * last) / 10
  return value + digit
}

/** 百, 千 alone: 百余处. */
function loneUnit(section: string): number | null {
  return section.length === 1 ? (UNITS[section] ?? null) : null
}
