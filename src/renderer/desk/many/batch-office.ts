import type { Carrier } from '../../../contract/contract'
import type { Bilingual, Span } from '../../../engine/analysis'
import type { Operation } from '../../../review/operation'
import type { Sync } from '../../store/sync'
import type { BatchOffice } from './batch.svelte'
import { sendMany } from './bulk-office'
import type { Desk } from '../desk.svelte'
import { officeOf } from '../office'
import { Proof } from '../proof/proof.svelte'

const ASKS_MORE: Bilingual = { zh: '还有别的待决', en: 'Something else is open' }
const NO_ANSWER: Bilingual = { zh: '没有通过', en: 'Not approved' }

/** What a batch has of a desk: an article is approved as it would be were it opened. */
export function batchOffice(desk: Desk, carrier: Carrier, sync: Sync): BatchOffice {
  return {
    by: () => desk.reviewer.name,
    settle: async () => {
      desk.proof?.flush()
      await desk.proof?.checked()
    },
    approval: async ({ id, version }, confirming) => {
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
      const proof = new Proof(office, reply.value, waiting)
      if (confirming.length > 0 && !confirm(proof, confirming)) return { why: ASKS_MORE }
      return proof.approve() === null ? { why } : { ops: made }
    },
    send: (entries) => sendMany(desk, sync, entries, () => false),
  }
}

/** Confirms what is open, where that is removals by these cues alone. */
function confirm(proof: Proof, cues: readonly string[]): boolean {
  const spans: Span[] = []
  for (const flag of proof.openFlags) {
    const cue = flag.kind === 'block' ? proof.review.blocks[flag.block]?.block.cue : undefined
    if (flag.kind !== 'block' || flag.doubt !== 'removal' || cue === undefined || !cues.includes(cue)) return false
    spans.push(flag.span)
  }
  return spans.length === 0 || proof.append({ kind: 'decide', spans, fate: 'removed' })
}
