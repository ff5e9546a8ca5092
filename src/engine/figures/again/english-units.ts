import type { Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'

/** One English figure with two scales or two units: a net loss of $38 million … the $38 billion loss; 240 kilograms … the 240 tonnes of resin. */

export interface Scaled {
  readonly reading: Reading
  readonly mention: Mention
}

const LARGER: Readonly<Record<string, string>> = {
  kilogram: 'tonne',
  gram: 'kilogram',
  metre: 'kilometre',
  meter: 'kilometer',
  millilitre: 'litre',
  yard: 'mile',
  foot: 'mile',
  kilowatt: 'megawatt',
  megawatt: 'gigawatt',
}
const KNOWN = /\b(?:the|that|this|those|its|all|his|her|their)\s$/i
/** Words around both that say of what they are; what every amount may be said of tells nothing. */
const WORD = /[a-z]{4,}/g
const COMMON =
  /^(?:million|billion|thousand|about|after|than|that|this|with|from|were|which|would|said|year|years|have|been|more|last|into|over|when|their|there|will|kilograms?|tonnes?|met(?:re|er)s?|kilomet(?:re|er)s?|half)$/

function wordsAround({ shadow }: Reading, { start, end }: Mention): Set<string> {
  const words = shadow.slice(Math.max(0, start - 60), start) + shadow.slice(end, end + 50)
  return new Set((words.toLowerCase().match(WORD) ?? []).filter((word) => !COMMON.test(word)))
}

/** Two digits that are no noughts: round figures are ten times one another by chance. */
const isOdd = ({ value }: Mention): boolean => /[1-9]\d*[1-9]/.test(String(value))

function tensOf(a: Mention, b: Mention): number | null {
  if (a.approximators.length + b.approximators.length > 0 || a.range !== null || b.range !== null) return null
  if (a.classifier === b.classifier) {
    const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value)
    return Math.min(a.value, b.value) >= 1e3 &&
      (ratio === 1e3 || ratio === 1e6 || (isOdd(a) && /^(?:10|100)$/.test(String(+ratio.toFixed(6)))))
      ? Math.round(Math.log10(ratio))
      : null
  }
  return a.value === b.value && (LARGER[a.classifier] === b.classifier || LARGER[b.classifier] === a.classifier)
    ? 3
    : null
}

export function* scaledApart({
  readings,
}: StoryCopy): Iterable<readonly [first: Scaled, second: Scaled, tens: number]> {
  const all = readings
    .filter(({ english }) => english)
    .flatMap((reading) =>
      reading.mentions
        .filter(({ kind, value }) => kind === 'count' && value > 0)
        .map((mention) => ({ reading, mention })),
    )
  if (all.length > 60) return
  for (const [i, second] of all.entries()) {
    const { reading, mention } = second
    if (!KNOWN.test(reading.shadow.slice(Math.max(0, mention.start - 6), mention.start))) continue
    for (const first of all.slice(0, i)) {
      const tens = tensOf(first.mention, mention)
      if (
        tens === null ||
        all.some(
          ({ mention: other }) =>
            other !== mention && other.value === mention.value && other.classifier === mention.classifier,
        )
      )
        continue
      const known = wordsAround(first.reading, first.mention)
      if ([...wordsAround(reading, mention)].some((word) => known.has(word))) yield [first, second, tens]
    }
  }
}
