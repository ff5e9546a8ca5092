import type { Claim, Example, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** Straight quotation marks of English copy, one without its other half: "a wake-up call and said … */

/** 6'2" and 12" are measures. */
const QUOTE = /(?<!\d)"/g

/** Paragraphs that may belong to one quotation, or to what a paragraph's end cut off. */
const NEAR = 2

export function* straightQuotes({ readings }: StoryCopy): Iterable<Claim> {
  const marks = readings.map(({ english, shadow, passage }) =>
    english && passage.role === 'body' ? matchesOf(shadow, QUOTE).map(({ index }) => index) : [],
  )
  for (const [i, reading] of readings.entries()) {
    const own = marks[i] ?? []
    if (own.length % 2 === 0 || /[\u201C\u201D]|\d"|''|``/.test(reading.text)) continue
    // A mark by itself belongs to what a paragraph's end cut off.
    if (own.some((at) => /(?:^|\s)"(?:\s|$)/.test(reading.shadow.slice(Math.max(0, at - 1), at + 2)))) continue
    // A quotation of several paragraphs opens each of them and closes the last.
    const near = [...Array(2 * NEAR + 1).keys()].map((k) => i - NEAR + k).filter((k) => k !== i)
    if (near.some((k) => (marks[k]?.length ?? 0) % 2 === 1 || /[\u201C\u201D]|\d"/.test(readings[k]?.text ?? '')))
      continue
    const { shadow, text } = reading
    const last = own.at(-1) ?? 0
    const opens = /^\S/.test(shadow.slice(last + 1)) && /(?:^|[\s(])$/.test(shadow.slice(0, last))
    const rest = opens ? (/^.[^,.;:!?]{0,24}/.exec(shadow.slice(last))?.[0].length ?? 1) : 1
    const start = opens ? last : Math.max(0, last - 20)
    const end = opens ? last + rest : last + 1
    const quote = text.slice(start, end)
    yield {
      tier: 'query',
      places: [{ reading, start, end }],
      message: {
        zh: zh`「${quote}」所在的段落里直引号是单数,有一半没有与之成对的。请补上,或删去这一半。`,
        en: en`The paragraph of 「${quote}」 has an odd number of quotation marks: one lacks its other half. Add it or delete this one.`,
      },
    }
  }
}

export const straightExamples: readonly Example[] = [
  { wrong: 'The mayor called it [["a wake-up call and said]], for once, no more.' },
  { silent: '"She stayed for days," Taylor wrote. "' },
  {
    silent:
      '"We had no warning," she said. "They taped a notice to the door."\nHe is 6\'2" tall.\nThe speech went on.\nIt ended so: "We came here with nothing.\n"We leave with nothing, too."',
  },
]
