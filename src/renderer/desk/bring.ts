import type { Row } from '../../contract/contract'
import type { Entry } from '../../review/operation'
import type { Sync } from '../store/sync'
import type { Desk } from './desk.svelte'
import { officeOf } from './office'
import { Proof } from './proof/proof.svelte'
import type { Shown } from './shown.svelte'

interface Parts {
  readonly desk: Desk
  readonly shown: Shown
  readonly sync: Sync
}

/** Brings a row's document to the desk, with what no host has acknowledged of it; it may be at hand already. */
export async function bring(row: Row, { desk, shown, sync }: Parts): Promise<void> {
  const { id } = row
  const opening = shown.await(id)
  const held = desk.ahead.take(row)
  // Where nothing waits, as far as is known, the article does not wait for the outbox to be looked through.
  const settled = held !== null || desk.saving.waiting === 0
  const unsent = sync.waiting()
  const opened = held ?? (await desk.ask('document', { id }))
  const proofOf = (waiting: readonly Entry[]): Proof | null =>
    opened && new Proof(officeOf(desk, sync), opened, waiting)
  if (settled) shown.arrive(opening, proofOf([]))
  const waiting = (await unsent).filter(({ version }) => version === opened?.row.version)
  if (!settled) shown.arrive(opening, proofOf(waiting))
  else if (waiting.length > 0 && shown.proof?.opened === opened) shown.put(proofOf(waiting))
  desk.ahead.soon()
}
