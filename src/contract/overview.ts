import type { Bilingual } from '../engine/analysis'

/** Articles of one day (`2026-06-18`, by the host's clock) and one site, by what became of them. */
export interface ProgressCell {
  readonly day: string
  readonly site: string | null
  readonly approved: number
  readonly rejected: number
  readonly todo: number
  readonly failed: number
}

/** What was removed of a site's articles. */
export interface SiteFurniture {
  readonly site: string | null
  readonly documents: number
  /** lines removed, as the reviews stand */
  readonly lines: number
  /** the lines removed most often, the most frequent first; each is cut to its beginning where it is long */
  readonly frequent: readonly { readonly line: string; readonly count: number }[]
}

/** How a rule of the engine fares with the reviewers. */
export interface RuleRecord {
  readonly cue: string
  readonly name: Bilingual
  /** lines it would remove */
  readonly struck: number
  /** those of them in approved articles, or put back in others */
  readonly judged: number
  /** those a reviewer put back */
  readonly kept: number
}

/** Of an article's visible characters, in UTF-16 code units. */
export interface Share {
  readonly id: string
  readonly title: string
  readonly site: string | null
  readonly removed: number
  readonly total: number
  /** the median of its site, from 0 to 1; of the folder where the site has too few articles */
  readonly usual: number
}

/** The open folder in figures. */
export interface Overview {
  readonly documents: number
  /** articles whose text is not at hand yet: furniture, rules and shares tell nothing of them */
  readonly unread: number
  readonly progress: readonly ProgressCell[]
  /** the site with the most removed lines first */
  readonly furniture: readonly SiteFurniture[]
  /** the rule that is overruled most often first */
  readonly rules: readonly RuleRecord[]
  readonly shares: {
    /** from 0 to 1 */
    readonly median: number
    /** articles by share removed: below 10 %, below 20 %, and so on; ten of them */
    readonly histogram: readonly number[]
    /** farthest from what is usual at their site first */
    readonly outliers: readonly Share[]
  }
}

/** request → [argument, answer], as in `Requests` */
export interface OverviewRequests {
  overview: [argument: null, answer: Overview]
}
