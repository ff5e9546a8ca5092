import { setImmediate } from 'node:timers/promises'
import type { Row } from '../../contract/contract'
import type { Overview } from '../../contract/overview'
import type { Rows } from '../desk/folder/rows'
import type { Pages } from '../search/pages'
import { Furniture } from './furniture'
import { Progress } from './progress'
import { RuleRecords } from './rule-records'
import { Shares } from './shares'

/** The host answers others after this time, in milliseconds. */
const SLICE_MS = 15

/**
 * The rows there are in figures: one pass over them and the pages at hand.
 *
 * @param unread rows of which no page is at hand
 */
export async function overview(rows: Rows, pages: Pick<Pages, 'get'>, unread: number): Promise<Overview> {
  const progress = new Progress()
  const furniture = new Furniture()
  const rules = new RuleRecords()
  const shares = new Shares()
  const all: readonly Row[] = rows.page(0, rows.total)
  let end = performance.now() + SLICE_MS
  for (const row of all) {
    progress.count(row)
    const page = row.version === null || row.status === 'failed' ? undefined : pages.get(row.version)
    if (page !== undefined) {
      furniture.count(row, page)
      rules.count(row, page)
      shares.count(row, page)
    }
    if (performance.now() < end) continue
    await setImmediate()
    end = performance.now() + SLICE_MS
  }
  return {
    documents: all.length,
    unread,
    progress: progress.cells(),
    furniture: furniture.bySite(),
    rules: rules.worstFirst(),
    shares: shares.told(),
  }
}
