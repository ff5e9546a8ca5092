import type { Row } from '../../contract/contract'
import type { AlikeLine } from '../../contract/texts'
import { fateBy } from '../../review/cleaning'
import { clueOf, plain, shapeOf } from '../../review/shape'
import { blockCount, blockOf, type Page } from './page'

/** Of a neighbouring line, in characters. */
const CONTEXT = 24
/** Of the line itself, in characters. */
const SAMPLE = 80

/** The lines sought: those that read the same, and where a shape is given those that have it. */
export interface Sought {
  /** as `plain` gives it */
  readonly line: string
  readonly shape: string | null
  readonly fate: 'removed' | 'text'
}

/** What is found in one page. */
export type Found = Omit<AlikeLine, 'id' | 'version'>

/**
 * The lines of a page that are alike, where the fate asked for would change something.
 *
 * @param site of the page's document: its name is alike in a shape
 */
export function alikeIn(page: Page, sought: Sought, site: string | null): Found[] {
  const { line, shape, fate } = sought
  const clue = shape === null ? (line.split(' ')[0] as string) : clueOf(shape)
  if (!page.text.includes(clue)) return []
  const found: Found[] = []
  for (let index = 0; index < blockCount(page); index++) {
    const block = blockOf(page, index)
    const same = block.text.length >= line.length && plain(block.text) === line
    if (!same && (shape === null || !block.text.includes(clue) || shapeOf(block.text, site) !== shape)) continue
    const to = fateBy(fate, block.fate)
    if (to === block.fate && !block.open) continue
    found.push({ ...sampleOf(page, index), now: block.fate, to, same })
  }
  return found
}

/** A line of a page with what stands around it. */
export function sampleOf(page: Page, index: number): Pick<Found, 'start' | 'end' | 'words' | 'before' | 'after'> {
  const { text, start, end } = blockOf(page, index)
  const before = besides(page, index - 1).slice(-CONTEXT)
  const after = besides(page, index + 1).slice(0, CONTEXT)
  return { start, end, words: plain(text).slice(0, SAMPLE), before, after }
}

/** Whether a row's review takes decisions. */
export function takesDecisions({ status, missing }: Row): boolean {
  return status === 'open' && !missing
}

function besides(page: Page, index: number): string {
  return index < 0 || index >= blockCount(page) ? '' : blockOf(page, index).text
}
