/** Characters of mark-up by their codes, and where in a source stretches of them end. */

export const [LT, GT, AMP, SLASH, EQUALS, DOUBLE, SINGLE, DASH] = [0x3c, 0x3e, 0x26, 0x2f, 0x3d, 0x22, 0x27, 0x2d]
export const [BANG, QUESTION] = [0x21, 0x3f]
/** What makes an ASCII letter small. */
export const LOWER = 0x20

export const isBlank = (code: number) => code === 0x20 || (code <= 0x0d && code >= 0x09 && code !== 0x0b)
export const endsName = (code: number) => code === GT || code === SLASH || isBlank(code)
export const isLetter = (code: number) => (code | LOWER) >= 0x61 && (code | LOWER) <= 0x7a

/** What ends within so many characters is found sooner by hand. */
export const NEAR = 40

/** The next place of a mark, Infinity where there is none. */
export const find = (source: string, mark: string, from: number): number => {
  const first = mark.charCodeAt(0)
  const near = Math.min(from + NEAR, source.length)
  let at = from
  while (at < near && source.charCodeAt(at) !== first) at += 1
  if (at < near && mark.length === 1) return at
  const found = source.indexOf(mark, at)
  return found < 0 ? Infinity : found
}

/** The end of a tag's name. */
export const endOfName = (source: string, from: number): number => {
  let at = from
  while (at < source.length && !endsName(source.charCodeAt(at))) at += 1
  return at
}

export const afterBlanks = (source: string, from: number): number => {
  let at = from
  while (at < source.length && isBlank(source.charCodeAt(at))) at += 1
  return at
}

/** The place of the quotation mark that ends a value. */
export const endOfQuoted = (source: string, from: number, quote: number): number =>
  Math.min(source.length, find(source, quote === DOUBLE ? '"' : "'", from))

/** The end of a value without quotation marks. */
export const endOfBare = (source: string, from: number): number => {
  let at = from
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code === GT || isBlank(code)) break
  }
  return at
}

/** How far the source reads as `</` and a name, from a `<` on. */
export const endTagAt = (source: string, at: number, name: string): { end: number; isWhole: boolean } => {
  if (source.charCodeAt(at + 1) !== SLASH) return { end: at + 1, isWhole: false }
  for (let i = 0; i < name.length; i += 1)
    if ((source.charCodeAt(at + 2 + i) | LOWER) !== name.charCodeAt(i)) return { end: at + 2 + i, isWhole: false }
  return { end: at + 2 + name.length, isWhole: true }
}
