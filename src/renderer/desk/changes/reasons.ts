import type { Say, StringKey } from '../../strings'

/** Why a cleanup is sent back, as the journal keeps it; the key is its number. */
export const REASONS = [
  'incomplete',
  'garbled',
  'duplicate',
  'advert',
  'figures',
  'outdated',
  'rights',
  'notNews',
  'other',
] as const

/** A reason in the reader's tongue; one that is no known code is shown as it stands. */
export function reasonIn(t: Say, reason: string): string {
  const code = REASONS.find((each) => each === reason)
  return code === undefined ? reason : t(`reason.${code}` satisfies StringKey)
}
