import { replaceable } from './evidence'
import type { Passage } from './passage'

/**
 * The bulk offer of a document: half-width punctuation between Han characters, with its full-width form. It is no
 * finding and is never applied unasked; the reader takes all of it, one by one, or none.
 */

/** One mark to replace. `start` and `end` are offsets into the source, where the mark stands as itself. */
export interface WidthPlace {
  /** index into the document's stories */
  readonly story: number
  readonly start: number
  readonly end: number
  /** the half-width mark */
  readonly written: string
  /** its full-width form */
  readonly text: string
  /** span in the copy's text; null for titles and captions */
  readonly cleaned: readonly [start: number, end: number] | null
}

const FULL: Readonly<Record<string, string>> = {
  ',': '\uFF0C',
  ':': '\uFF1A',
  ';': '\uFF1B',
  '?': '\uFF1F',
  '!': '\uFF01',
  '(': '\uFF08',
  ')': '\uFF09',
}
/** Han, its iteration mark, and the marks that only Chinese copy has. */
const CHINESE =
  /[\u3005\u3007\u4E00-\u9FFF\u3001\u3002\u300A\u300B\u300C-\u300F\u3010\u3011\u2026\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/
const QUOTES = '\u201C\u201D\u2018\u2019'
const MARKS = /[,:;?!()]/g

/** Whether the nearest character that is no quotation mark or half-width mark, looking from `at` by `step`, is Chinese; a passage's edge is. */
function isChinese(text: string, at: number, step: 1 | -1): boolean {
  let next = at + step
  while (QUOTES.includes(text.charAt(next)) || /[,:;?!()]/.test(text.charAt(next))) {
    if (text.charAt(next) === '' || Math.abs(next - at) > 4) break
    next += step
  }
  const character = text.charAt(next)
  return character === '' || CHINESE.test(character)
}

/** The mark's neighbours: a bracket wants Chinese inside or out, every other mark on both sides. */
function isBetweenHan(text: string, at: number): boolean {
  if (at === 0 && text.length === 1) return false
  const left = isChinese(text, at, -1)
  const right = isChinese(text, at, 1)
  return (
    left &&
    right &&
    (CHINESE.test(text.charAt(at - 1)) || CHINESE.test(text.charAt(at + 1)) || QUOTES.includes(text.charAt(at - 1)))
  )
}

/** Every half-width mark between Han characters of the kept passages, in order. Marks a reviewer typed are left out. */
export function widthOffer(passages: readonly Passage[]): WidthPlace[] {
  const places: WidthPlace[] = []
  for (const passage of passages) {
    for (const match of passage.text.matchAll(MARKS)) {
      const at = match.index
      const text = FULL[match[0]]
      const source = replaceable(passage, at, at + 1)
      if (text === undefined || source === null || !isBetweenHan(passage.text, at)) continue
      places.push({
        story: passage.story,
        start: source[0],
        end: source[1],
        written: match[0],
        text,
        cleaned: passage.cleaned === null ? null : [passage.cleaned + at, passage.cleaned + at + 1],
      })
    }
  }
  return places
}
