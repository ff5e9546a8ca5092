import type { Bilingual, Fate, Role } from '../analysis'
import type { PageMeta } from '../blocks/page'
import type { Appendix } from './appendix'
import type { Census } from './census'
import type { Clutter } from './clutter'
import type { Container } from './container'
import type { Run } from './run'
import type { Topic } from './topic'
import type { Unit } from './unit'

/** What a cue has to say of one unit. */
export interface Evidence {
  /** index of the unit */
  readonly unit: number
  readonly fate: Fate
  readonly role: Role
  /** log-odds for that fate: 2.2 makes it confident where nothing speaks against it; negative speaks against it */
  readonly weight: number
}

/** What the cues may look at. */
export interface Context {
  readonly units: readonly Unit[]
  readonly run: Run
  /** rows of tables and lists in the run of a web page, by index */
  readonly rows: ReadonlySet<number>
  readonly appendix: Appendix
  readonly clutter: Clutter
  /** null for plain text */
  readonly container: Container | null
  readonly meta: PageMeta
  /** of the run's prose */
  readonly topic: Topic
  /** normalised line → how often the page holds it */
  readonly repeats: ReadonlyMap<string, number>
  /** unit that most likely is the page's headline; null where there is none, and for cues not `afterHeadline` */
  readonly headline: number | null
  /** units that earlier cues would remove or lift; empty for cues not `afterHeadline` */
  readonly claimed: ReadonlySet<number>
  readonly census: Census | null
}

/**
 * A rule that gives evidence. One file each.
 *
 * An example is a small page. `✗ ` marks a line that this cue removes, `↑ ` one that it lifts, `✓ ` one that must stay
 * in the text; other lines are there for company. `¶` stands for a paragraph of prose, `¶en` for an English one.
 * `⟦…⟧` inside a ✓ line marks the part that is cut out and lifted. ⟨class: nav; links: 0.9; hidden⟩ at a line's end
 * gives it mark-up, as a block of an HTML page.
 */
export interface Cue {
  readonly id: string
  readonly reason: Bilingual
  readonly examples: readonly string[]
  /** needs `context.headline`, which is looked for among the lines that the other cues leave */
  readonly afterHeadline?: true
  find(context: Context): Evidence[]
}

/** Evidence for removing every unit that passes; the test gives a weight, or 0 for nothing. */
export const removing = (context: Context, weigh: (unit: Unit, context: Context) => number): Evidence[] => {
  const found: Evidence[] = []
  for (const unit of context.units) {
    const weight = weigh(unit, context)
    if (weight !== 0) found.push({ unit: unit.index, fate: 'removed', role: 'furniture', weight })
  }
  return found
}
