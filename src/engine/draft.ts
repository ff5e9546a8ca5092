import type { Block, Draft } from './analysis'
import type { Page } from './blocks/page'
import type { Census } from './boilerplate/census'
import { cutUnits } from './boilerplate/cut'
import { judge, type Judgement } from './boilerplate/judge'
import { slicePieces } from './boilerplate/pieces'
import { findJoins } from './stories/joins'
import { liftMeta, pageDate } from './stories/lift'
import type { Extent, Part } from './stories/part'
import { siteOf } from './stories/site'
import { splitStories } from './stories/split'
import { headOf, headVerdicts } from './stories/titles'

export interface DraftOptions {
  /** lines of the folder's documents of the same site */
  readonly census?: Census
}

/** First and last part of a story that are not furniture; furniture outside them belongs to no story. */
const coreOf = (parts: readonly Part[], { first, end }: Extent): Extent => {
  let from = first
  let to = end
  while (from < to && parts[from]?.verdict.fate === 'removed') from += 1
  while (to > from && parts[to - 1]?.verdict.fate === 'removed') to -= 1
  return { first: from, end: to }
}

const storyNumbers = (parts: readonly Part[], extents: readonly Extent[]): (number | null)[] => {
  const numbers: (number | null)[] = parts.map(() => null)
  extents.forEach((extent, story) => {
    const core = coreOf(parts, extent)
    numbers.fill(story, core.first, core.end)
  })
  return numbers
}

const blocksOf = (parts: readonly Part[], extents: readonly Extent[]): Block[] => {
  const stories = storyNumbers(parts, extents)
  const joins = findJoins(parts, new Set(extents.map((extent) => extent.first)))
  const pieces = parts.map(({ unit: { block, within } }) =>
    within[0] === 0 && within[1] === block.text.length ? block.pieces : slicePieces(block.pieces, within[0], within[1]),
  )
  const startOf = (i: number): number => pieces[i]?.[0]?.[0] ?? parts[i]?.unit.block.start ?? 0
  return parts.map(({ verdict }, i) => {
    const earlier = joins.get(i)
    return {
      start: startOf(i),
      end: pieces[i]?.at(-1)?.[1] ?? startOf(i),
      pieces: pieces[i] ?? [],
      role: verdict.role,
      fate: verdict.fate,
      keep: verdict.fate !== 'removed',
      cue: verdict.cue,
      reason: verdict.reason,
      confidence: verdict.confidence,
      story: stories[i] ?? null,
      continues: earlier === undefined ? null : startOf(earlier),
    }
  })
}

/**
 * The engine's verdicts on a page: every character of its blocks in exactly one block with a role and a fate, and the
 * stories they make, at least one. Pure, linear in the page's length, never throws.
 */
export const draft = (page: Page, options: DraftOptions = {}): Draft =>
  draftOf(page, judge(cutUnits(page), page.meta, options.census ?? null))

/** The stories that a judgement on a page makes, with the verdicts their heads ask for. */
export const draftOf = (page: Page, { context, verdicts }: Judgement): Draft => {
  const { units } = context
  const parts: Part[] = units.map((unit, i) => ({ unit, verdict: verdicts[i] as Part['verdict'] }))
  const extents = splitStories(parts)
  const heads = extents.map((extent, story) => headOf(parts, context, extent, story))
  for (const head of heads)
    for (const [i, verdict] of headVerdicts(parts, context, head))
      parts[i] = { unit: units[i] as Part['unit'], verdict }
  const shared = {
    site: siteOf(parts, page.meta),
    published: pageDate(parts, extents[0] ?? { first: 0, end: 0 }),
    only: extents.length === 1,
  }
  return {
    encoding: page.encoding,
    confidence: page.confidence,
    text: page.text,
    warnings: page.warnings,
    blocks: blocksOf(parts, extents),
    stories: extents.map((extent, i) =>
      liftMeta(parts, extent, heads[i] ?? { title: null, kickers: [], subtitles: [] }, page.meta, shared),
    ),
    ...(page.origin ? { origin: page.origin } : {}),
    ...(page.extractor === undefined ? {} : { extractor: page.extractor }),
  }
}
