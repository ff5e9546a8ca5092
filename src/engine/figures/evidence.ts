import type { Evidence } from '../analysis'
import type { Place } from './claim'
import type { Passage } from './passage'

/** Where a place of a passage stands in the source and in the copy. */
export function evidenceOf({ reading, start, end, value }: Place): Evidence {
  const { passage, text } = reading
  const source = sourceOf(passage, start, end)
  return {
    start: source?.[0] ?? null,
    end: source?.[1] ?? null,
    ...(value === undefined ? {} : { value }),
    quote: text.slice(start, end),
    cleaned: passage.cleaned === null ? null : [passage.cleaned + start, passage.cleaned + end],
  }
}

/** The source span of [start, end) of the passage's text; null where any part of it was typed. Atomic runs map as a whole. */
export function sourceOf(passage: Passage, start: number, end: number): readonly [number, number] | null {
  let from: number | null = null
  let to = 0
  for (const { at, length, source } of passage.runs) {
    if (at + length <= start || at >= end) continue
    if (source === null) return null
    const head = source.atomic ? source.start : source.start + Math.max(0, start - at)
    const tail = source.atomic ? source.end : source.start + Math.min(length, end - at)
    from = from === null ? head : Math.min(from, head)
    to = Math.max(to, tail)
  }
  return from === null ? null : [from, to]
}

/** The same, but only where the source reads there exactly as the passage does: what a fix may replace. */
export function replaceable(passage: Passage, start: number, end: number): readonly [number, number] | null {
  const run = passage.runs.find(({ at, length }) => at <= start && start < at + length)
  if (run?.source == null || run.source.atomic || end > run.at + run.length) return null
  return [run.source.start + start - run.at, run.source.start + end - run.at]
}
