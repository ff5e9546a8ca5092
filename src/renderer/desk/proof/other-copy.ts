import type { Evidence } from '../../../engine/analysis'
import { sightOf } from './sight'
import type { Desk } from '../desk.svelte'
import { flagAt } from './stops'

/** Opens the other document that the current finding speaks of, at its place. Answers whether there is one. */
export function openOther(desk: Desk): boolean {
  const { proof, queue } = desk
  const flag = proof?.openFlags.find(({ id }) => id === proof.current)
  const other = flag?.kind === 'finding' ? flag.finding.other : undefined
  if (other === undefined || queue.row(other.document) === undefined) return false
  void openAt(desk, other.document, other.evidence[0])
  return true
}

/** Opens a document at a place: on the flag that speaks of it, where there is one. */
async function openAt(desk: Desk, id: string, place: Evidence | undefined): Promise<void> {
  await desk.open(id)
  const { proof } = desk
  const sight = place === undefined ? null : sightOf(place)
  if (proof === null || proof.opened.row.id !== id || sight === null) return
  proof.point(flagAt(proof.openFlags, place?.start ?? null) ?? proof.current)
  proof.sight(sight)
}
