import type { Span } from '../../analysis'
import { datesOf, timesOf, weekdaysOf, type DateMention, type TimeMention, type WeekdayMention } from './calendar'
import { scanEnglish } from './english'
import { fold } from './fold'
import { masksOf } from './masks'
import type { Mention } from './mention'
import { scan } from './scan'

/** A passage's text, read. Offsets are UTF-16 code units into the text; the shadow has the same length. */
export interface Lexed {
  readonly shadow: string
  readonly mentions: readonly Mention[]
  readonly dates: readonly DateMention[]
  readonly weekdays: readonly WeekdayMention[]
  readonly times: readonly TimeMention[]
  /** more Latin than Han letters */
  readonly english: boolean
}

function isEnglish(shadow: string): boolean {
  let [han, latin] = [0, 0]
  for (let at = Math.min(shadow.length, 2000) - 1; at >= 0; at -= 1) {
    const code = shadow.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) han += 1
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) latin += 1
  }
  return latin > 4 * han
}

/** Reads any string, of any length, in linear time; never throws. */
export function lex(text: string): Lexed {
  const shadow = fold(text)
  const dates = datesOf(shadow)
  const weekdays = weekdaysOf(shadow)
  const times = timesOf(shadow)
  const spans: Span[] = [...masksOf(shadow)]
  for (const mention of [...dates, ...weekdays, ...times]) spans.push([mention.start, mention.end])
  spans.sort((a, b) => a[0] - b[0])
  const english = isEnglish(shadow)
  const mentions = english ? scanEnglish(shadow, spans) : scan(shadow, spans)
  return { shadow, mentions, dates, weekdays, times, english }
}
