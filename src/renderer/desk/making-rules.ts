import type { Desk } from './desk.svelte'
import { blockOfId } from './stops'

/** Looks at what the proposed rule would change; where none is proposed, at one of lines like the one the keys speak of. */
export function lookAtRule(desk: Desk): boolean {
  const { learning, notes, proof } = desk
  if (learning.proposal !== null) {
    learning.lookAtProposal()
    return true
  }
  const line = proof?.lineHere() ?? null
  const block = proof === null ? null : blockOfId(proof.review, proof.current)
  const judged = block === null ? undefined : proof?.review.blocks[block]
  if (proof === null || line === null || judged === undefined) {
    notes.say({ zh: '先选一行', en: 'Choose a line first' })
    return true
  }
  const site = proof.opened.draft.stories[0]?.site ?? null
  const fate = judged.fate === 'removed' ? 'removed' : 'text'
  if (!learning.look({ line, site, fate })) {
    notes.say({ zh: '这一行字太少或太长\uFF0C立不成规则', en: 'This line is too short or too long to make a rule of' })
  }
  return true
}
