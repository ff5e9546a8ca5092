import type { Row } from '../../../contract/contract'
import type { Entry, Operation } from '../../../review/operation'

/**
 * An operation made now on the version of a row.
 *
 * @param before the entry made last: its time is never given twice, for the outbox is replayed in order of time
 */
export function newEntry(
  row: Pick<Row, 'id' | 'version'>,
  op: Operation,
  by: string,
  before: Entry | undefined,
): Entry {
  return {
    opId: crypto.randomUUID(),
    document: row.id,
    version: row.version ?? '',
    op,
    by,
    ts: Math.max(Date.now(), (before?.ts ?? 0) + 1),
  }
}
