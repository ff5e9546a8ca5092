import type { Range } from '@codemirror/state'
import { Decoration, type DecorationSet } from '@codemirror/view'
import type { Evidence, Span } from '../../engine/analysis'
import type { Language } from '../desk/settings/language.svelte'
import { warnedPlaces } from '../desk/warned'
import { blockOfId } from '../desk/proof/stops'
import type { Copy, Review } from '../../review/review'
import { cutouts } from './cutouts'
import { figureLook, oddMark, type Marked } from './source-marks'
import { Cut, Join } from './widgets'

/** What the clean pane marks; offsets into the copy's text. */
export function copyMarks({ review, flags, current }: Marked, language: Language): DecorationSet {
  const { copy } = review
  const ranges: Range<Decoration>[] = [...lineLooks(review, current)]
  for (const run of copy.runs) {
    if (run.kind === 'typed' && run.length > 0) {
      ranges.push(Decoration.mark({ class: 'typed' }).range(run.at, run.at + run.length))
    }
  }
  for (const { text, at } of cutouts(review))
    ranges.push(Decoration.widget({ widget: new Cut(text), side: -1 }).range(at))
  for (const at of joins(review)) ranges.push(Decoration.widget({ widget: new Join(), side: -1 }).range(at))
  for (const { at, code } of warnedPlaces(review.draft.warnings)) {
    for (const [from, to] of spansOfSource(copy, at, at + 1)) ranges.push(oddMark(language.t, code).range(from, to))
  }
  for (const flag of flags) {
    if (flag.kind !== 'finding' || flag.state === 'silenced') continue
    const look = figureLook(flag.finding, flag.state === 'open', flag.id === current)
    for (const evidence of flag.finding.evidence) {
      for (const [from, to] of spansInCopy(copy, evidence)) {
        ranges.push(Decoration.mark({ class: look, attributes: { 'data-flag': flag.id } }).range(from, to))
      }
    }
  }
  return Decoration.set(ranges, true)
}

/** Where a finding's words stand in the copy: by the source where they have a place there, else as the check saw them. */
export function spansInCopy(copy: Copy, { start, end, cleaned, quote }: Evidence): Span[] {
  if (start === null || end === null) {
    return cleaned !== null && copy.text.slice(...cleaned) === quote ? [cleaned] : []
  }
  return spansOfSource(copy, start, end)
}

/** Where a span of the source shows in the copy. */
export function spansOfSource(copy: Copy, start: number, end: number): Span[] {
  const spans: [number, number][] = []
  for (const run of copy.runs) {
    if (run.kind !== 'source' || run.end <= start || run.start >= end) continue
    const from = run.atomic ? run.at : run.at + Math.max(0, start - run.start)
    const to = run.atomic ? run.at + run.length : run.at + Math.min(run.length, end - run.start)
    const last = spans.at(-1)
    if (last?.[1] === from) last[1] = to
    else if (from < to) spans.push([from, to])
  }
  return spans
}

/** Places where a paragraph that was cut in the original runs on. */
function joins({ copy, draft }: Review): number[] {
  return copy.placed.flatMap(({ block, at }, index) => {
    const before = copy.placed[index - 1]
    const joined = draft.blocks[block]?.continues !== null && before !== undefined && before.end === at
    return joined ? [at] : []
  })
}

function lineLooks(review: Review, current: string | null): Range<Decoration>[] {
  const { text, placed } = review.copy
  const now = blockOfId(review, current)
  const ranges: Range<Decoration>[] = []
  let covered = -1
  for (const { block, at } of placed) {
    const judged = review.blocks[block]
    const line = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
    if (judged === undefined || line <= covered) continue
    const heading = judged.block.role === 'heading' ? 'heading' : ''
    const back = judged.block.fate === 'removed' ? 'back' : ''
    const here = block === now ? 'now' : ''
    const look = [heading, back, here].filter((each) => each !== '').join(' ')
    if (look !== '') ranges.push(Decoration.line({ class: look }).range(line))
    covered = line
  }
  return ranges
}
