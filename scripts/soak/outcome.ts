import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../e2e/hosts'

/** What came of one claim. Kept while it runs, so that a run that was stopped goes on where it stood. */
export interface Outcome {
  /** how many times it was tried, and is to be tried */
  done: number
  readonly of: number
  /** times it did not hold; 0 is the claim */
  broken: number
  /** what was measured beside, by name */
  figures: Record<string, number | string>
  /** the control, with the protection switched off: how often it was tried, how often the test saw it fail (0: it proves nothing) */
  control: { readonly what: string; done: number; broken: number }
  date: string
  readonly machine: string
}

export interface Claim {
  readonly name: string
  /** in words, with what 0 means */
  readonly says: string
  /** what it ran on */
  readonly on: string
  readonly times: number
  readonly run: (outcome: Outcome, keep: () => void) => Promise<void>
  readonly control: string
}

const KEPT = join(ROOT, 'bench/soak.json')

export function allOutcomes(): Record<string, Outcome> {
  return existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Outcome>) : {}
}

export function keepOutcome(name: string, outcome: Outcome): void {
  outcome.date = new Date().toISOString().slice(0, 10)
  mkdirSync(join(ROOT, 'bench'), { recursive: true })
  writeFileSync(`${KEPT}.part`, `${JSON.stringify({ ...allOutcomes(), [name]: outcome }, null, 2)}\n`)
  renameSync(`${KEPT}.part`, KEPT)
}

export function freshOutcome({ control }: Claim, of: number): Outcome {
  const machine = `${availableParallelism()} shared cores, Node ${process.versions.node.split('.')[0]}, ${process.platform}`
  return { done: 0, of, broken: 0, figures: {}, control: { what: control, done: 0, broken: 0 }, date: '', machine }
}

/** The value that so large a share of the numbers does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
