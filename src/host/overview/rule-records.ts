import type { Row } from '../../contract/contract'
import type { RuleRecord } from '../../contract/overview'
import { cueName } from '../cue-names'
import { fateOf, type Page } from '../search/page'

interface Counts {
  struck: number
  judged: number
  kept: number
}

/** What reviewers made of each rule's removals. */
export class RuleRecords {
  readonly #rules = new Map<string, Counts>()

  count({ status }: Row, page: Page): void {
    page.cues.split(',').forEach((cue, block) => {
      if (cue === '') return
      const counts = this.#rules.get(cue) ?? { struck: 0, judged: 0, kept: 0 }
      this.#rules.set(cue, counts)
      const kept = fateOf(page, block) !== 'removed'
      counts.struck++
      if (kept || status === 'approved') counts.judged++
      if (kept) counts.kept++
    })
  }

  /** Overruled most often first, then what struck most; what nobody judged comes last. */
  worstFirst(): RuleRecord[] {
    const rate = ({ judged, kept }: RuleRecord): number => (judged === 0 ? -1 : kept / judged)
    return [...this.#rules]
      .map(([cue, counts]) => ({ cue, name: cueName(cue), ...counts }))
      .sort((a, b) => rate(b) - rate(a) || b.judged - a.judged || b.struck - a.struck)
  }
}
