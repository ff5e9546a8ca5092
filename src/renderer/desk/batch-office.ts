import type { Carrier } from '../../contract/contract'
import type { Bilingual } from '../../engine/analysis'
import type { Operation } from '../../review/operation'
import type { Sync } from '../store/sync'
import type { BatchOffice } from './batch.svelte'
import { sendMany } from './bulk-office'
import type { Desk } from './desk.svelte'
import { officeOf } from './office'
import { Proof } from './proof.svelte'

const NO_ANSWER: Bilingual = { zh: '没有通过', en: 'Not approved' }

/** What a batch has of a desk: an article is approved as it would be were it opened. */
export function batchOffice(desk: Desk, carrier: Carrier, sync: Sync): BatchOffice {
  return {
    by: () => desk.reviewer.name,
    settle: async () => {
      desk.proof?.flush()
      await desk.proof?.checked()
    },
    approval: async ({ id, version }) => {
      const reply = await carrier.request('document', { id })
      if (!reply.ok) return { why: reply.failure }
      let why = NO_ANSWER
      const made: Operation[] = []
      const office = {
        ...officeOf(desk, sync),
        note: (text: Bilingual) => (why = text),
        send: ({ op }: { readonly op: Operation }) => made.push(op),
      }
      const waiting = (await sync.waiting()).filter((entry) => entry.version === version)
      new Proof(office, reply.value, waiting).approve()
      const [op] = made
      return op === undefined ? { why } : { op }
    },
    send: (entries) => sendMany(desk, sync, entries, () => false),
  }
}
