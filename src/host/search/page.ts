import type { Draft, Fate } from '../../engine/analysis'
import { lineOf, recurs, type Census } from '../../engine/boilerplate/census'
import { CONFIDENT } from '../../review/flags'
import { fold } from '../../review/fold'
import type { Entry } from '../../review/operation'
import type { Judged } from '../../review/review'

/** What there is to look through in one version: its visible text, block by block, as its review stands. Held in memory. */
export interface Page {
  /** of the original, a block a line */
  readonly text: string
  /** of each block: where it begins in `text`, its start and its end in the source */
  readonly places: ArrayLike<number>
  /** of each block, a letter of FATES; a capital where it asks for a decision */
  readonly fates: string
  /** of each block, by commas: the cue that would remove it; nothing where the engine keeps it */
  readonly cues: string
  /** the cleaned text where a reviewer wrote in it; null where it is the blocks that stand */
  readonly copy: string | null
  /** of each block, `r` where its verdict took into account that it recurs at its site; '' where none could */
  readonly recurring: string
  /** it holds for the version's records up to this seq */
  readonly seq: number
}

/** Whether two pages are of one text, cut alike. */
export function sameLines(a: Page, b: Page): boolean {
  if (a.text !== b.text || a.places.length !== b.places.length) return false
  for (let at = 0; a.places !== b.places && at < a.places.length; at++) if (a.places[at] !== b.places[at]) return false
  return true
}

export interface PageBlock {
  readonly text: string
  readonly fate: Fate
  /** it asks for a decision */
  readonly open: boolean
  readonly start: number
  readonly end: number
}

const FATES: Record<Fate, string> = { text: 't', lifted: 'l', removed: 'r' }
const FATE_OF: Record<string, Fate> = { t: 'text', l: 'lifted', r: 'removed' }

/**
 * @param entries of the version since its base
 * @param seq of its last record
 * @param census what the verdicts took into account; null where there was none
 */
export function pageOf(draft: Draft, entries: readonly Entry[], seq: number, census: Census | null = null): Page {
  const review = entries.length === 0 ? null : fold(draft, entries)
  const lines: string[] = []
  const places: number[] = []
  let at = 0
  for (const { start, end, pieces } of draft.blocks) {
    const line = pieces.map(([from, to, text]) => text ?? draft.text.slice(from, to)).join('')
    lines.push(line)
    places.push(at, start, end)
    at += line.length + 1
  }
  const fates = draft.blocks.map(({ fate, confidence }, index) => {
    const judged = review?.blocks[index]
    return letterOf(judged?.fate ?? fate, confidence, judged?.decided != null)
  })
  const edited = review?.history.some(({ live, entry }) => live && entry.op.kind === 'edit') ?? false
  return {
    text: lines.join('\n'),
    places,
    fates: fates.join(''),
    cues: draft.blocks.map(({ fate, cue }) => (fate === 'removed' ? cue : '')).join(','),
    copy: edited && review ? review.copy.text : null,
    recurring: census === null ? '' : lines.map((line) => (recursIn(census, line) ? 'r' : '.')).join(''),
    seq,
  }
}

function recursIn({ counts, total }: Census, line: string): boolean {
  return recurs(counts.get(lineOf(line)) ?? 1, total)
}

/** The page as a review leaves it that nobody wrote in. */
export function judgedPage(page: Page, { blocks }: Judged, seq: number): Page {
  const letters = blocks.map(({ block, fate, decided }) => letterOf(fate, block.confidence, decided !== null))
  return { ...page, fates: letters.join(''), seq }
}

function letterOf(fate: Fate, confidence: number, decided: boolean): string {
  return confidence < CONFIDENT && !decided ? FATES[fate].toUpperCase() : FATES[fate]
}

export function blockCount({ fates }: Page): number {
  return fates.length
}

/** Index of the block that holds an offset of the page's text. */
export function blockAt({ places, fates }: Page, offset: number): number {
  let low = 0
  let high = fates.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((places[middle * 3] as number) <= offset) low = middle
    else high = middle
  }
  return low
}

export function fateOf({ fates }: Page, block: number): Fate {
  return FATE_OF[fates[block]?.toLowerCase() ?? 't'] ?? 'text'
}

export function blockOf(page: Page, block: number): PageBlock {
  const { text, places, fates } = page
  const from = places[block * 3] as number
  const to = block + 1 < fates.length ? (places[block * 3 + 3] as number) - 1 : text.length
  return {
    text: text.slice(from, to),
    fate: fateOf(page, block),
    open: fates[block] === fates[block]?.toUpperCase(),
    start: places[block * 3 + 1] as number,
    end: places[block * 3 + 2] as number,
  }
}
