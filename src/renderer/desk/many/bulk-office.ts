import type { Carrier } from '../../../contract/contract'
import type { Entry } from '../../../review/operation'
import type { Sync } from '../../store/sync'
import { Bulk } from './bulk.svelte'
import type { Desk } from '../desk.svelte'

/** Documents of one append: small enough for the progress to be seen. */
const PORTION = 250

/** Bulk work at a desk. */
export function bulkOf(desk: Desk, carrier: Carrier, sync: Sync): Bulk {
  return new Bulk({
    ask: (argument) => carrier.request('alike', argument),
    row: (id) => desk.queue.row(id),
    by: () => desk.reviewer.name,
    flush: () => desk.proof?.flush(),
    send: async (entries, told) => {
      const { wanted } = desk.bulk
      const taken = await sendMany(desk, sync, entries, told)
      if (wanted !== null) void desk.learning.consider(wanted)
      return taken
    },
  })
}

/** Sends entries portion by portion, until it is told to stop. Answers those the journal has, or will. */
export async function sendMany(
  { saving }: Desk,
  sync: Sync,
  entries: readonly Entry[],
  told: (sent: number) => boolean,
): Promise<readonly Entry[]> {
  const opIds = entries.map(({ opId }) => opId)
  saving.sent(opIds)
  const taken = await sync.sendMany(entries, PORTION, told)
  // What was not sent any more is not waited for.
  const kept = new Set(taken.map(({ opId }) => opId))
  saving.acknowledged(opIds.filter((opId) => !kept.has(opId)))
  return taken
}
