import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Checks, Draft } from '../../engine/analysis'
import type { Entry } from '../../review/operation'
import type { Verdicts } from '../../review/review'

/** What is known of a version beside its page: wanted for one at a time, so it stays on the disk. */
export interface Rest {
  /** on a version nobody worked on; null where a base has them, or they are not known */
  readonly verdicts: Verdicts | null
  /** what they found in the version's document alone; null where that is not known */
  readonly checks: Checks | null
}

export const NO_REST: Rest = { verdicts: null, checks: null }

/**
 * @param entries of the version since its base
 * @param checks on the draft as the entries leave it; null where they did not run
 */
export function restOf(draft: Draft, entries: readonly Entry[], checks: Checks | null = null): Rest {
  const { text, ...verdicts } = draft
  return {
    verdicts: entries.length === 0 && text !== '' ? verdicts : null,
    checks: checks && { findings: checks.findings, width: checks.width },
  }
}

/** Null where there is nothing to be kept. */
export function packed(rest: Rest): Uint8Array | null {
  if (rest.verdicts === null && rest.checks === null) return null
  return deflateRawSync(JSON.stringify([rest.verdicts, rest.checks]), { level: 1 })
}

export function unpacked(bytes: Uint8Array): Rest {
  const [verdicts, checks] = JSON.parse(inflateRawSync(bytes).toString()) as [Rest['verdicts'], Rest['checks']]
  return { verdicts, checks }
}
