import type { JournalRecord } from '../../../review/operation'

/**
 * Records as a window is told of them: a base without its verdicts, nor how its bytes are read. The draft of a document
 * has them, and they are most of what a journal weighs.
 */
export function told(records: readonly JournalRecord[]): readonly JournalRecord[] {
  return records.map((record): JournalRecord => {
    const { op } = record
    return op.kind === 'base' ? { ...record, op: { kind: 'base', engine: op.engine } } : record
  })
}
