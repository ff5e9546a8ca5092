import type { Draft, Span } from '../../engine/analysis'

/** A stretch of the reading text that stands for a stretch of the source. Atomic ones stand as a whole. */
interface Stretch {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/**
 * The original as the left pane shows it: the visible text, block by block, blocks of one source line on one line.
 * `at`, `end` and `text` count in the reading text; `start` of a stretch in the source.
 */
export interface Reading {
  readonly text: string
  /** where each block of the draft stands, by index */
  readonly blocks: readonly { readonly at: number; readonly end: number }[]
  readonly stretches: readonly Stretch[]
}

const SAME_LINE = /^[^\S\r\n]*$/

export function readingOf(draft: Draft): Reading {
  const parts: string[] = []
  const blocks: { at: number; end: number }[] = []
  const stretches: Stretch[] = []
  let length = 0
  let before: number | null = null
  const write = (text: string): void => {
    // An editor takes a lone carriage return for a line break: same length, so that offsets hold.
    parts.push(text.replaceAll('\r', ' '))
    length += text.length
  }
  for (const { start, end, pieces } of draft.blocks) {
    if (before !== null) {
      const between = draft.text.slice(before, start)
      write(SAME_LINE.test(between) ? between : '\n')
    }
    before = end
    const at = length
    for (const [from, to, reads] of pieces) {
      const text = reads ?? draft.text.slice(from, to)
      stretches.push({ at: length, length: text.length, start: from, end: to })
      write(text)
    }
    blocks.push({ at, end: length })
  }
  return { text: parts.join(''), blocks, stretches }
}

/** Where the source's character at `offset` stands in the reading text, or the nearest place before it. */
export function toReading(reading: Reading, offset: number): number {
  const stretch = lastAtMost(reading.stretches, offset, ({ start }) => start)
  if (stretch === null) return 0
  const whole = stretch.length !== stretch.end - stretch.start
  return stretch.at + (whole ? 0 : Math.min(offset - stretch.start, stretch.length))
}

/** What of the reading text a span of the source covers, an empty span where none of it shows. */
export function spanInReading(reading: Reading, [start, end]: Span): Span {
  const from = toReading(reading, start)
  const stretch = lastAtMost(reading.stretches, end - 1, (each) => each.start)
  if (stretch === null) return [from, from]
  const whole = stretch.length !== stretch.end - stretch.start
  const to = whole ? stretch.at + stretch.length : stretch.at + Math.min(end - stretch.start, stretch.length)
  return [from, Math.max(from, to)]
}

/** The source offset of the reading text's character at `at`; of the nearest before it where it is only a gap. */
export function fromReading(reading: Reading, at: number): number | null {
  const stretch = lastAtMost(reading.stretches, at, (each) => each.at)
  if (stretch === null) return null
  const whole = stretch.length !== stretch.end - stretch.start
  return whole ? stretch.start : Math.min(stretch.start + at - stretch.at, stretch.end - 1)
}

/** The span of the source that a selection in the reading text shows; null where it shows nothing of it. */
export function pickedIn(reading: Reading, { from, to }: { readonly from: number; readonly to: number }): Span | null {
  const shown = reading.stretches.filter(({ at, length }) => at < to && at + length > from)
  const [first, last] = [shown[0], shown.at(-1)]
  if (from === to || first === undefined || last === undefined) return null
  const within = ({ at, length, start, end }: Stretch, place: number): number | null =>
    length !== end - start ? null : start + Math.min(Math.max(place - at, 0), length)
  return [within(first, from) ?? first.start, within(last, to) ?? last.end]
}

/** Index of the block that holds the reading text's offset, or that stands before it. */
export function blockAt(reading: Reading, at: number): number {
  let low = 0
  let high = reading.blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reading.blocks[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function lastAtMost(all: readonly Stretch[], value: number, of: (stretch: Stretch) => number): Stretch | null {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (of(all[middle] as Stretch) <= value) low = middle + 1
    else high = middle
  }
  return all[low - 1] ?? null
}
