import type { Carrier } from '../../contract/contract'
import type { Sync } from '../store/sync'
import { Bulk } from './bulk.svelte'
import type { Desk } from './desk.svelte'

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
      const opIds = entries.map(({ opId }) => opId)
      desk.saving.sent(opIds)
      const taken = await sync.sendMany(entries, PORTION, told)
      // What was not sent any more is not waited for.
      const kept = new Set(taken.map(({ opId }) => opId))
      desk.saving.acknowledged(opIds.filter((opId) => !kept.has(opId)))
      return taken
    },
  })
}
