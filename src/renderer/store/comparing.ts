import type { Carrier, JournalHead } from '../../contract/contract'
import type { View } from './view'

/** Records of one request. */
const PAGE = 2000

/**
 * What a view lacks of the journal: nothing, all (it is to be made anew), or the records behind a seq. It agrees with the
 * journal when it is of the same journal, has no gap, and its last record is the journal's: that record's prevHash
 * vouches for all before it.
 *
 * @param head as it was last told
 * @returns with the head as it is by now
 */
export async function lackOf(
  view: View,
  carrier: Carrier,
  head: JournalHead,
): Promise<{ readonly lacks: 'nothing' | 'all' | number; readonly now: JournalHead }> {
  const held = await view.about.get('journal')
  const last = await view.records.orderBy('seq').last()
  const seq = last?.seq ?? 0
  const count = await view.records.count()
  const reply = await carrier.request('records', { after: Math.max(0, seq - 1), limit: 1 })
  // The replay may have made the journal longer than it was at the hello.
  const now = reply.ok ? reply.value.head : head
  if (held === undefined && count === 0) return { lacks: 0, now }
  if (held?.value !== now.id || count !== seq || seq > now.seq) return { lacks: 'all', now }
  if (last === undefined) return { lacks: 0, now }
  const same = reply.ok ? reply.value.records[0] : undefined
  if (same?.opId !== last.opId || same.prevHash !== last.prevHash) return { lacks: 'all', now }
  return { lacks: seq === now.seq ? 'nothing' : seq, now }
}

/** Fetches the records behind a seq into a view. */
export async function fill(view: View, carrier: Carrier, head: JournalHead, from: number): Promise<void> {
  let after = from
  for (;;) {
    const reply = await carrier.request('records', { after, limit: PAGE })
    if (!reply.ok) break
    const { records } = reply.value
    await view.records.bulkPut([...records])
    after = records.at(-1)?.seq ?? after
    if (records.length === 0 || after >= reply.value.head.seq) break
  }
  await view.about.put({ key: 'journal', value: head.id })
}
