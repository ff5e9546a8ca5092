import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Bilingual, Finding } from '../engine/analysis'
import { flags } from './flags'
import type { Approve, Decide, Edit, Operation, Undo } from './operation'
import { admitStories } from './parting'
import { outputPieces } from './pieces'
import { NO_RULES, type Rules } from './rules'
import type { Approval, Judged, Review } from './review'

const OK: Approval = { ok: true }

function no(zh: string, en: string): Approval {
  return { ok: false, why: { zh, en } }
}

/** sha256 (hex) of a text's UTF-8 bytes. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/**
 * Whether the cleanup may be approved: it is open, nothing asks for a decision, and something stands in it.
 *
 * @param findings of the checks on this very review
 * @param rules of the house: what they silence asks for nothing
 */
export function approval(review: Review, findings: readonly Finding[], rules: Rules = NO_RULES): Approval {
  if (review.status !== 'open') return closed(review)
  const open = flags(review, findings, rules).filter(({ state }) => state === 'open').length
  if (open > 0) return no(`还有 ${open} 处未决`, open === 1 ? '1 flag is still open' : `${open} flags are still open`)
  if (review.stories.every(({ text }) => text.trim() === ''))
    return no('清样里没有正文', 'Nothing stands in the cleaned text')
  return OK
}

/** The approval of the review as it stands. */
export function approve(review: Review): Approve {
  const stories = review.stories.map(({ text }, story) => ({
    pieces: outputPieces(review, story),
    sha256: sha256Hex(text),
  }))
  return { kind: 'approve', stories }
}

/** What is said of an article that is reviewed already. */
export function settled(status: 'approved' | 'rejected'): Bilingual {
  return status === 'approved'
    ? { zh: '已经通过\uFF0C要改动请先重新打开', en: 'Already approved: reopen it first' }
    : { zh: '已经退回\uFF0C要改动请先重新打开', en: 'Already rejected: reopen it first' }
}

function closed({ status }: Judged): Approval {
  return { ok: false, why: settled(status === 'approved' ? status : 'rejected') }
}

/** Whether an operation may join the review as it stands. What is refused is said in a sentence for the reviewer. */
export function admit(review: Review, op: Operation): Approval {
  switch (op.kind) {
    case 'reopen':
      return review.status === 'open' ? no('没有可重新打开的', 'It is open already') : OK
    case 'undo':
    case 'decide':
      return admitDecision(review, op)
    case 'base':
      return OK
    case 'rule':
    case 'clean':
    case 'setting':
      return no('这一步不属于一份稿件', 'This step belongs to no document')
    case 'approve':
      return review.status !== 'open' ? closed(review) : sameAs(review, op)
    case 'reject':
    case 'dismiss':
    case 'meta':
    case 'rebase':
    case 'sign':
      return review.status === 'open' ? OK : closed(review)
    case 'stories':
      return review.status === 'open' ? admitStories(review, op) : closed(review)
    case 'edit':
      return review.status === 'open' ? admitEdit(review, op) : closed(review)
    default:
      return missingCase(op)
  }
}

/** Whether a decision, or the undo of something, may join: it needs no text to be judged. */
export function admitDecision(review: Judged, op: Decide | Undo): Approval {
  if (op.kind === 'undo') return admitUndo(review, op)
  if (review.status !== 'open') return closed(review)
  return op.spans.every(([start, end]) => review.blocks.some(({ block }) => block.start === start && block.end === end))
    ? OK
    : no('这里没有这样一段', 'There is no such block here')
}

function sameAs(review: Review, op: Approve): Approval {
  return JSON.stringify(approve(review).stories) === JSON.stringify(op.stories)
    ? OK
    : no('清样已有变化\uFF0C请再看一眼再通过', 'The cleaned text has changed since: look again before approving')
}

function admitUndo(review: Judged, op: Undo): Approval {
  const target = review.history.find(({ entry }) => entry.opId === op.target)
  if (!target || target.entry.op.kind === 'base') return no('没有可撤销的这一步', 'There is no such step to undo')
  if (!target.live) return no('这一步已经撤销了', 'That step is undone already')
  const closes = target.entry.op.kind === 'approve' || target.entry.op.kind === 'reject'
  return review.status === 'open' || closes ? OK : closed(review)
}

/** An edit that is anchored nowhere would be text that nobody ever sees again. */
function admitEdit(review: Review, op: Edit): Approval {
  const why: Bilingual = { zh: '这处改动没有落脚点', en: 'This edit is anchored to nothing' }
  const typed = new Map<string, number>()
  for (const { entry } of review.history) {
    if (entry.op.kind === 'edit')
      typed.set(
        entry.opId,
        entry.op.inserts.reduce((sum, { text }) => sum + text.length, 0),
      )
  }
  const starts = new Set(review.draft.blocks.map(({ start }) => start))
  const anchored = op.inserts.every(({ after }) => {
    if ('op' in after) return after.index >= 0 && after.index < (typed.get(after.op) ?? 0)
    if ('block' in after) return starts.has(after.block)
    return review.draft.blocks.some(({ pieces }) =>
      pieces.some(([start, end]) => start <= after.source && after.source < end),
    )
  })
  return anchored && op.separators.every(({ after }) => starts.has(after)) ? OK : { ok: false, why }
}

function missingCase(op: never): never {
  throw new Error(`No rule for the operation ${JSON.stringify(op)}`)
}
