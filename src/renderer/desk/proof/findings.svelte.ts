import type { Checks, Finding, WidthOffer } from '../../../engine/analysis'
import { findingKey } from '../../../review/flags'
import type { Review } from '../../../review/review'

/** What the checks found, as the host last told it, without findings a fix has just answered. */
export class Findings {
  #told = $state.raw<Checks>({ findings: [], width: [] })
  /** finding → the edit that answers it, until the checks have run again */
  #fixes = $state.raw<Readonly<Record<string, string>>>({})
  #at: number

  constructor(told: Checks, at: number) {
    this.#told = told
    this.#at = at
  }

  /** they hold for the records up to this seq */
  get at(): number {
    return this.#at
  }

  get width(): WidthOffer {
    return this.#told.width
  }

  /** What is left to say of the review as it stands. */
  of(review: Review): readonly Finding[] {
    const fixes = this.#fixes
    if (Object.keys(fixes).length === 0) return this.#told.findings
    const stands = (opId: string): boolean => review.history.some(({ live, entry }) => live && entry.opId === opId)
    return this.#told.findings.filter((finding) => {
      const fix = fixes[findingKey(finding)]
      return fix === undefined || !stands(fix)
    })
  }

  fixed(id: string, opId: string): void {
    this.#fixes = { ...this.#fixes, [id]: opId }
  }

  /** @param seen whether the checks have seen every operation made here */
  take(told: Checks, at: number, seen: (at: number) => boolean): void {
    if (at < this.#at) return
    this.#told = told
    this.#at = at
    if (seen(at)) this.#fixes = {}
  }
}
