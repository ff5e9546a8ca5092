import { expect, it } from 'vitest'
import { crashStates } from './crash-states'
import { fullDisk } from './full-disk'
import { type Claim, freshOutcome } from './outcome'

/** The short forms of what needs neither a build nor a browser; kill.test.ts and e2e/durability.spec.ts hold the others. */
it.each<[Claim, number]>([
  [crashStates, 900],
  [fullDisk, 192],
])('$name', { timeout: 120_000 }, async (claim, times) => {
  const outcome = freshOutcome(claim, times)
  await claim.run(outcome, () => undefined)
  expect(outcome.done).toBeGreaterThanOrEqual(times)
  expect(outcome.broken).toBe(0)
  expect(outcome.control.broken, claim.control).toBeGreaterThan(0)
})
