import type { Finding } from '../../engine/analysis'
import type { Sight } from '../desk/proof/seats'
import { sightOf } from '../desk/proof/sight'

export interface QuotedPart {
  readonly text: string
  readonly marked: boolean
  /** where a marked part is shown */
  readonly place?: Sight | null
}

/** Characters shown before and behind the marked words, at most. */
const AROUND = 20
/** Marked places closer than this are quoted as one stretch. */
const NEAR = 44
const LETTER = /^\w$/
const STOPS = ['\n', '。', '\uFF01', '\uFF1F']

/**
 * The words a finding speaks of, with a little of what stands around them: one stretch for places that are near.
 * @param source the text its spans count in
 */
export function quotationOf(source: string, finding: Finding): QuotedPart[][] {
  const typed = finding.evidence.filter(({ start }) => start === null)
  const places = finding.evidence
    .flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
    .sort((a, b) => a.start - b.start)
  const stretches: { start: number; end: number }[][] = []
  for (const place of places) {
    const last = stretches.at(-1)?.at(-1)
    if (last !== undefined && place.start <= last.start && place.end <= last.end) continue
    if (last !== undefined && place.start - last.end < NEAR) stretches.at(-1)?.push(place)
    else stretches.push([place])
  }
  const quoted = stretches.map((stretch) => quote(source, stretch))
  return [...quoted, ...typed.map((evidence) => [{ text: evidence.quote, marked: true, place: sightOf(evidence) }])]
}

function quote(source: string, places: readonly { start: number; end: number }[]): QuotedPart[] {
  const first = places[0]?.start ?? 0
  const last = places.at(-1)?.end ?? first
  const before = wholeWords(source.slice(Math.max(0, first - AROUND), first), source[first - AROUND - 1])
  const behind = wholeWordsAhead(source.slice(last, last + AROUND), source[last + AROUND])
  const cut = Math.max(...STOPS.map((mark) => before.lastIndexOf(mark)))
  const stop = behind.split('').findIndex((unit) => STOPS.includes(unit))
  const head = cut < 0 ? before : before.slice(cut + 1)
  const tail = stop < 0 ? behind : behind.slice(0, stop + (behind[stop] === '\n' ? 0 : 1))
  const parts: QuotedPart[] = [{ text: (cut < 0 && first > AROUND ? '…' : '') + head.trimStart(), marked: false }]
  let at = first
  for (const { start, end } of places) {
    if (start > at) parts.push({ text: source.slice(at, start), marked: false })
    if (end > at)
      parts.push({ text: source.slice(Math.max(at, start), end), marked: true, place: { source: [start, end] } })
    at = Math.max(at, end)
  }
  parts.push({ text: tail + (stop < 0 && last + AROUND < source.length ? '…' : ''), marked: false })
  return parts.filter(({ text }) => text !== '')
}

/** Without the half word it begins with, where Latin letters were cut. */
function wholeWords(text: string, before: string | undefined): string {
  return LETTER.test(before ?? '') ? text.replace(/^[\w’']{1,20}/, '') : text
}

function wholeWordsAhead(text: string, behind: string | undefined): string {
  return LETTER.test(behind ?? '') ? text.replace(/[\w’']{1,20}$/, '') : text
}
