/** How the figures of a code such as “1412” may be cut, and how figures told in a row stand to it. */

export const DIGITS = '一二三四五六七八九'

const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

const digitOf = (character: string): string => (character === '两' ? '2' : String(DIGITS.indexOf(character) + 1))

/** Every way to cut the code into `count` figures; 2+4+N and 十百千 say their figures themselves. */
function segmentations(code: string, count: number): number[][] {
  const own = /[+·-]/.test(code)
    ? code.split(/[+·-]/).filter((figure) => /\d/.test(figure)).map(Number) // prettier-ignore
    : /^[十百千万]+$/.test(code)
      ? [...code].map((scale) => SCALES[scale] ?? 0)
      : null
  if (own !== null) return own.length === count ? [own] : []
  return cuts([...code].map((figure) => (/\d/.test(figure) ? figure : digitOf(figure))).join(''), count)
}

/** All of them, those of most figures first. */
export function readingsOf(code: string): number[][] {
  return Array.from({ length: code.length }, (_, i) => code.length - i).flatMap((count) => segmentations(code, count))
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

/** Whether the figures stand among the values in their order, with no more than one foreign value between them. */
export function isTold(cut: readonly number[], values: readonly number[]): boolean {
  if (cut.length < 2) return false
  return values.some((_, from) => isSubsequence(cut, values.slice(from, from + cut.length + (cut.length > 2 ? 1 : 0))))
}

function isSubsequence(cut: readonly number[], values: readonly number[]): boolean {
  let next = 0
  for (const value of values) if (value === cut[next]) next += 1
  return next === cut.length
}

/** One figure is another, or two neighbours have changed places. */
export function isOneOff(cut: readonly number[], values: readonly number[]): boolean {
  if (cut.length !== values.length) return false
  const off = cut.flatMap((figure, i) => (figure === values[i] ? [] : [i]))
  const [i = 0, j = 0] = off
  return (
    off.length === 1 ||
    (off.length === 2 && cut.length > 2 && j === i + 1 && cut[i] === values[j] && cut[j] === values[i])
  )
}

/** 2816 told as 2, 6, 18: the very figures, but two of them in each other's place. */
export function isTurned(code: string, values: readonly number[]): boolean {
  const told = values.join('')
  const off = [...code].flatMap((figure, i) => (figure === told.charAt(i) ? [] : [i]))
  const [i = 0, j = 0] = off
  return (
    told.length === code.length &&
    off.length === 2 &&
    code.charAt(i) === told.charAt(j) &&
    code.charAt(j) === told.charAt(i)
  )
}
