import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Checks, Draft, Finding } from '../../engine/analysis'
import type { Entry } from '../../review/operation'
import type { Verdicts } from '../../review/review'
import { spell } from '../journal/spelling'

/** What is known of a version beside its page: wanted for one at a time, so it stays on the disk. */
export interface Rest {
  /** on a version nobody worked on; null where a base has them, or they are not known */
  readonly verdicts: Verdicts | null
  /** what they found in the version's document alone; null where that is not known */
  readonly checks: Checks | null
  /** what the other documents of its story give otherwise; null where that is not known, or there is none */
  readonly across: Across | null
}

export interface Across {
  /** of all that was compared */
  readonly key: string
  readonly findings: readonly Finding[]
}

export const NO_REST: Rest = { verdicts: null, checks: null, across: null }

/**
 * @param entries of the version since its base
 * @param checks on the draft as the entries leave it; null where they did not run
 */
export function restOf(draft: Draft, entries: readonly Entry[], checks: Checks | null = null): Rest {
  const { text, ...verdicts } = draft
  return {
    verdicts: entries.length === 0 && text !== '' ? verdicts : null,
    checks: checks && { findings: checks.findings, width: checks.width },
    across: null,
  }
}

const BREAK = 10

/** Null where there is nothing to be kept. Two lines of JSON, the verdicts and what was found: none holds a line break. */
export function packed({ verdicts, checks, across }: Rest): Uint8Array | null {
  if (verdicts === null && checks === null && across === null) return null
  return deflateRawSync(`${JSON.stringify(verdicts)}\n${JSON.stringify({ checks, across })}`, { level: 1 })
}

/** Verdicts are pinned as they were spelled: of thousands at once they are not spelled anew. */
export function unpacked(bytes: Uint8Array): Rest {
  const lines = inflateRawSync(bytes)
  const at = lines.indexOf(BREAK)
  const verdicts = JSON.parse(lines.toString('utf8', 0, at)) as Rest['verdicts']
  if (verdicts) spell(verdicts, lines.subarray(0, at))
  return { verdicts, ...(JSON.parse(lines.toString('utf8', at + 1)) as Pick<Rest, 'checks' | 'across'>) }
}
