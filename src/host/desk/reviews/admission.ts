import { FailureError } from '../../../contract/failure'
import type { Draft, Finding } from '../../../engine/analysis'
import { admit, admitDecision, approval } from '../../../review/approval'
import { fold, judge } from '../../../review/fold'
import type { Decide, Entry, Undo } from '../../../review/operation'
import type { Approval, Judged, Review, Verdicts } from '../../../review/review'
import { NO_RULES, type Rules } from '../../../review/rules'
import { maySign } from '../../../review/stages'
import { sinceBase } from '../../../review/liveness'

/**
 * Whether entries may join a version's review, one after the other. An approval (or a redo that approves again) holds
 * only where no flag is open, and for exactly the text it was given for.
 *
 * @param check the checks on the draft as these entries leave it
 * @param rules of the house
 * @param stages of the house, in order
 * @returns the review as they leave it
 * @throws FailureError 'refused' with a sentence for the reviewer
 */
export async function admitAll(
  draft: Draft,
  records: readonly Entry[],
  entries: readonly Entry[],
  check: (entries: readonly Entry[]) => Promise<readonly Finding[]>,
  rules: Rules = NO_RULES,
  stages: readonly string[] = [],
): Promise<Judged> {
  const before = [...sinceBase(records)]
  let review = fold(draft, before)
  for (const entry of entries) {
    if (entry.op.kind === 'base') {
      throw new FailureError('refused', '基准由程序自己记录', 'A base is recorded by the host itself')
    }
    hold(admit(review, entry.op))
    const next = fold(draft, [...before, entry])
    if (next.status === 'approved' && review.status !== 'approved') {
      hold(approval(review, await check(before), rules))
      const given = approvalIn(next)
      if (given?.op.kind === 'approve') {
        hold(admit(review, given.op))
        hold(maySign(review, given.by, stages, given.op))
      }
    }
    if (entry.op.kind === 'sign') {
      hold(approval(review, await check(before), rules))
      hold(maySign(review, entry.by, stages, entry.op))
    }
    before.push(entry)
    review = next
  }
  return review
}

/**
 * As `admitAll`, for entries that are decisions, or undo decisions: nothing else is read for them than the verdicts. Null
 * where something else is among them, or a step that is undone was no decision.
 *
 * @returns the review as they leave it
 */
export function admitDecisions(
  verdicts: Verdicts,
  records: readonly Entry[],
  entries: readonly Entry[],
): Judged | null {
  if (!areDecisions(records, entries)) return null
  const all = [...sinceBase(records)]
  for (const entry of entries) {
    hold(admitDecision(judge(verdicts, all), entry.op as Decide | Undo))
    all.push(entry)
  }
  return judge(verdicts, all)
}

function areDecisions(records: readonly Entry[], entries: readonly Entry[]): boolean {
  const decisions = new Set([...records, ...entries].flatMap(({ op, opId }) => (op.kind === 'decide' ? [opId] : [])))
  return entries.every(({ op }) => op.kind === 'decide' || (op.kind === 'undo' && decisions.has(op.target)))
}

function approvalIn(review: Review): Entry | null {
  return review.history.findLast(({ live, entry }) => live && entry.op.kind === 'approve')?.entry ?? null
}

function hold(verdict: Approval): void {
  if (!verdict.ok) throw new FailureError('refused', verdict.why.zh, verdict.why.en)
}
