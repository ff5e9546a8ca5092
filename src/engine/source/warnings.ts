import type { Span, Warning } from '../analysis'

const PLACES = 100

/** Set where a character class deserves a warning, by code unit. Surrogates are looked at in pairs. */
const codeOf = (unit: number, text: string, at: number): string | null => {
  if (unit === 0) return 'nul'
  if (unit < 0x61c) return null
  if (unit === 0x61c || unit === 0x200e || unit === 0x200f) return 'bidi-control'
  if (unit < 0x200b) return null
  if (unit === 0x200d) return isInEmoji(text, at) ? null : 'zero-width'
  if (unit <= 0x200c || unit === 0x2060 || unit === 0xfeff) return 'zero-width'
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) return 'bidi-control'
  if (unit === 0xfffd) return 'replacement-character'
  if (unit < 0xd800 || unit > 0xdfff) return null
  if (unit <= 0xdbff) return isTrail(text.charCodeAt(at + 1)) ? null : 'lone-surrogate'
  return isLead(text.charCodeAt(at - 1)) ? null : 'lone-surrogate'
}

const isLead = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isTrail = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** A joiner inside an emoji (a family, a profession) is how that emoji is written. */
const isInEmoji = (text: string, at: number) => {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  return (isTrail(before) || before === 0xfe0f) && (isLead(after) || (after >= 0x2600 && after <= 0x27bf))
}

const WORTH_A_LOOK = /[\0\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD\uD800-\uDFFF]/g

/** Places in a stretch of a text of what `codeOf` may name. */
function* worthALook(text: string, [start, end]: Span): Generator<number> {
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end)
  WORTH_A_LOOK.lastIndex = 0
  while (WORTH_A_LOOK.test(stretch)) yield start + WORTH_A_LOOK.lastIndex - 1
}

/**
 * What a person cannot see or should not trust in a text, with the first places (offsets into `text`). `beyond`: the stretches
 * that hold more than ASCII, where these are known.
 */
export const warningsOf = (text: string, beyond?: readonly Span[]): Warning[] => {
  const stretches = beyond && !text.includes('\0') ? beyond : [[0, text.length] as const]
  const found = new Map<string, { count: number; at: number[] }>()
  for (const stretch of stretches)
    for (const at of worthALook(text, stretch)) {
      const code = codeOf(text.charCodeAt(at), text, at)
      if (code === null) continue
      const entry = found.get(code) ?? { count: 0, at: [] }
      found.set(code, entry)
      entry.count++
      if (entry.at.length < PLACES) entry.at.push(at)
    }
  return [...found].map(([code, { count, at }]) => ({ code, count, at }))
}
