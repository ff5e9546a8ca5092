import type { Argument, Row } from '../../contract/contract'
import type { AlikeLine } from '../../contract/texts'
import { blockCount, blockOf, type Page } from './page'

/** Of a neighbouring line, in characters. */
const CONTEXT = 24

/** A line without what copying changes: blanks at its ends, and how many stand between its words. */
export function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

/** The lines of a page that read the same, where the fate asked for would change something. */
export function alikeIn(
  page: Page,
  line: string,
  fate: Argument<'alike'>['fate'],
): Omit<AlikeLine, 'id' | 'version'>[] {
  const [first = ''] = line.split(' ')
  if (!page.text.includes(first)) return []
  const found: Omit<AlikeLine, 'id' | 'version'>[] = []
  for (let index = 0; index < blockCount(page); index++) {
    const block = blockOf(page, index)
    if (block.text.length < line.length || plain(block.text) !== line) continue
    const to = fate === 'removed' ? 'removed' : block.fate === 'removed' ? 'text' : block.fate
    if (to === block.fate && !block.open) continue
    const { start, end, fate: now } = block
    found.push({
      start,
      end,
      now,
      to,
      before: besides(page, index - 1).slice(-CONTEXT),
      after: besides(page, index + 1).slice(0, CONTEXT),
    })
  }
  return found
}

/** Whether a row's review takes decisions. */
export function takesDecisions({ status, missing }: Row): boolean {
  return status === 'open' && !missing
}

function besides(page: Page, index: number): string {
  return index < 0 || index >= blockCount(page) ? '' : blockOf(page, index).text
}
