import type { Bilingual } from '../../../engine/analysis'
import type { Desk } from '../desk.svelte'
import type { Overruled } from './learning.svelte'
import type { Proof } from '../proof/proof.svelte'
import { blockOfId, wordsOf } from '../proof/stops'

const NO_LINE: Bilingual = { zh: '先选一行', en: 'Choose a line first' }
const NO_SHAPE: Bilingual = {
  zh: '这一行字太少或太长\uFF0C立不成规则',
  en: 'This line is too short or too long to make a rule of',
}

/** Looks at what the proposed rule would change; where none is proposed, at one of lines like the one at hand. */
export function lookAtRule({ learning, notes, picked, proof }: Desk): boolean {
  const line = proof === null ? null : lineAtHand(proof, picked.block)
  if (learning.proposal !== null) learning.lookAtProposal()
  else if (line === null) notes.say(NO_LINE)
  else if (!learning.look(line)) notes.say(NO_SHAPE)
  return true
}

/** The line the caret was set in last (`caret`), or the keys speak of, else the one that was decided on last; as it stands. */
function lineAtHand({ current, lastDecision, opened, review }: Proof, caret: number | null): Overruled | null {
  const at = lastDecision?.op.kind === 'decide' ? lastDecision.op.spans[0] : undefined
  const decided =
    at === undefined ? -1 : review.blocks.findIndex(({ block }) => block.start === at[0] && block.end === at[1])
  const index = caret ?? blockOfId(review, current) ?? decided
  const judged = review.blocks[index]
  if (judged === undefined) return null
  const site = opened.draft.stories[0]?.site ?? null
  return { line: wordsOf(review, index), site, fate: judged.fate === 'removed' ? 'removed' : 'text' }
}
