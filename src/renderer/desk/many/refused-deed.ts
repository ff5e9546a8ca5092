import type { Row } from '../../../contract/contract'
import type { Bilingual } from '../../../engine/analysis'
import { settled } from '../../../review/approval'

/** Why something cannot be done to a row whatever its article says; null where that is to be asked of the article. */
export function refusedDeed(row: Row, deed: 'approve' | 'reject' | 'reopen'): Bilingual | null {
  if (row.failure !== null) return row.failure
  if (row.version === null || row.status === 'waiting') return { zh: '还在分析', en: 'Still being analysed' }
  if (deed === 'reopen') return row.status === 'open' ? { zh: '本来就没有审完', en: 'It is open already' } : null
  return row.status === 'open' ? null : settled(row.status === 'approved' ? 'approved' : 'rejected')
}

/** The rows, but of those with the same content the last alone: its review is one. */
export function onePerContent(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.version ?? row.id, row])).values()]
}
