import { approve } from './approval'
import type { Approve, Sign } from './operation'
import type { Approval, Review } from './review'
import type { Settings } from './settings'

/**
 * Stages of a review (一审, 二审, 三审): each is signed by another reviewer, the last signature is the approval. Off
 * unless their names are set.
 */

/** The setting that names them, a line each. */
export const STAGES = 'stages'
export const USUAL_STAGES: readonly string[] = ['一审', '二审', '三审']
export const MOST_STAGES = 9
const LONGEST = 20

/** A signature that holds. */
export interface Signature {
  readonly stage: string
  readonly by: string
  readonly opId: string
  /** milliseconds since the epoch */
  readonly ts: number
}

/** The names of the stages in order; none where one approval is enough. */
export function stagesIn(settings: Settings): readonly string[] {
  const names = stagesOf(settings.get(STAGES) ?? '')
  return names.length > 1 ? names : []
}

/** The names written in some lines: each once, none empty. */
export function stagesOf(lines: string): string[] {
  const names = lines.split('\n').map((line) => line.trim().slice(0, LONGEST))
  return [...new Set(names.filter((name) => name !== ''))].slice(0, MOST_STAGES)
}

/**
 * The signatures on the cleanup as it stands, in order. A rejection or a reopening ends those before it; where one is
 * taken back, those after it were given on nothing and end as well.
 */
export function signatures(review: Review): readonly Signature[] {
  let held: Signature[] = []
  for (const { entry, live } of review.history) {
    const { op, by, opId, ts } = entry
    if (!live) continue
    if (op.kind === 'reopen' || op.kind === 'reject') held = []
    if (op.kind === 'sign' && op.at === held.length) held.push({ stage: op.stage, by, opId, ts })
    if (op.kind === 'approve' && op.stage !== undefined) held.push({ stage: op.stage, by, opId, ts })
  }
  return held
}

/** The stage that is to be signed next, null where all are, or there are none. */
export function nextStage(review: Review, stages: readonly string[]): string | null {
  return stages[signatures(review).length] ?? null
}

/** What signs the next stage: the approval for the last one, or where there are no stages. */
export function signing(review: Review, stages: readonly string[]): Sign | Approve {
  const at = signatures(review).length
  const stage = stages[at]
  if (stage === undefined) return approve(review)
  return at < stages.length - 1 ? { kind: 'sign', stage, at } : { ...approve(review), stage }
}

/** Whether this reviewer may sign next with this operation. Nobody signs two stages of one article. */
export function maySign(review: Review, by: string, stages: readonly string[], op?: Sign | Approve): Approval {
  const given = signatures(review)
  const own = given.find((signature) => signature.by === by)
  if (own !== undefined) {
    return no(`您已签过${own.stage}\uFF0C要由另一位签`, `You have signed ${own.stage}: somebody else signs next`)
  }
  const due = stages[given.length]
  if (op?.kind === 'sign' && (op.at !== given.length || op.stage !== due || given.length >= stages.length - 1)) {
    return no('这一审已有人签\uFF0C或不在审次之内', 'That stage is signed already, or is none')
  }
  if (op?.kind === 'approve' && given.length < stages.length - 1) {
    return no(`还要先签${due ?? ''}`, `${due ?? ''} is to be signed first`)
  }
  return { ok: true }
}

function no(zh: string, en: string): Approval {
  return { ok: false, why: { zh, en } }
}
