import type { Place, StoryCopy } from '../claim'
import { firstFrom } from '../lexer/mention'
import { matchesOf } from '../matches'

/** A number dialled or quoted twice: “12345” in the headline, 12354 in the text. */

const CODE = /(?<![\d.,:\-\u2014A-Z])\d{5,6}(?![\d.,:%\-\u2014])/gi

/** Pairs of codes of one length, one slip apart, where the story has no third. */
export function* partedCodes(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const byLength = new Map<number, Map<string, Place>>()
  for (const reading of copy.readings) {
    if (reading.english || ['table', 'list'].includes(reading.passage.role)) continue
    for (const match of matchesOf(reading.shadow, CODE)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const mention = reading.mentions[firstFrom(reading.mentions, start)]
      if (mention !== undefined && mention.start < end && !/^[市路号]?$/.test(mention.classifier)) continue
      const codes = byLength.get(match[0].length) ?? new Map<string, Place>()
      byLength.set(match[0].length, codes)
      if (!codes.has(match[0])) codes.set(match[0], { reading, start, end, value: match[0] })
    }
  }
  yield* quoted(copy)
  for (const codes of byLength.values()) {
    const [a, b, ...more] = [...codes]
    if (a !== undefined && b !== undefined && more.length === 0 && isSlip(a[0], b[0])) yield [a[1], b[1]]
  }
}

const QUOTED = /“(?<code>\d{3,5})”(?<of>[\u4E00-\u9FFF]{2})/g

/** “1169”美好社区 … “1196”美好社区: a code by what it is a code of. */
function* quoted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const byName = new Map<string, Map<string, Place>>()
  for (const reading of copy.readings) {
    for (const match of matchesOf(reading.shadow, QUOTED)) {
      const { code = '', of = '' } = match.groups ?? {}
      const codes = byName.get(of) ?? new Map<string, Place>()
      byName.set(of, codes)
      const start = match.index + 1
      if (!codes.has(code)) codes.set(code, { reading, start, end: start + code.length, value: code })
    }
  }
  for (const codes of byName.values()) {
    const [a, b, ...more] = [...codes]
    if (a !== undefined && b !== undefined && more.length === 0 && a[0].length === b[0].length && isSlip(a[0], b[0]))
      yield [a[1], b[1]]
  }
}

function isSlip(a: string, b: string): boolean {
  const off = [...a].flatMap((digit, i) => (digit === b.charAt(i) ? [] : [i]))
  const [i = 0, j = 0] = off
  if (off.length === 1) return true
  return off.length === 2 && a.charAt(i) === b.charAt(j) && a.charAt(j) === b.charAt(i)
}
