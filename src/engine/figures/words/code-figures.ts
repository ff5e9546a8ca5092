import type { Mention } from '../lexer/mention'

/** How the figures of a code such as “1412” may be cut, and looked for among figures. */

export const DIGITS = '一二三四五六七八九'

/** Every way to cut the code's digits into `count` figures; 2+4+N says its figures itself. */
export function segmentations(code: string, count: number): number[][] {
  if (code.includes('+')) {
    const own = code
      .split('+')
      .filter((figure) => /\d/.test(figure))
      .map(Number)
    return own.length === count ? [own] : []
  }
  const written = [...code]
    .map((digit) => (DIGITS.includes(digit) ? String(DIGITS.indexOf(digit) + 1) : digit))
    .join('')
  return cuts(written, count)
}

function cuts(code: string, count: number): number[][] {
  if (count === 0) return code === '' ? [[]] : []
  const all: number[][] = []
  for (let length = 1; length <= Math.min(2, code.length); length += 1) {
    const head = code.slice(0, length)
    if (head.startsWith('0')) continue
    for (const rest of cuts(code.slice(length), count - 1)) all.push([Number(head), ...rest])
  }
  return all
}

export function isSubsequence(cut: readonly number[], values: readonly number[]): boolean {
  let next = 0
  for (const value of values) if (value === cut[next]) next += 1
  return cut.length > 1 && next === cut.length
}

/** All the figures, and all but one or two at the end: what follows the explanation may count something else. */
export function windows(steps: readonly Mention[], least: number): (readonly Mention[])[] {
  return [0, 1, 2].map((less) => steps.slice(0, steps.length - less)).filter((row) => row.length >= least)
}
