import type { Role } from '../analysis'
import type { PageMeta } from '../blocks/page'
import { findAppendix } from './appendix'
import type { Census } from './census'
import { measureClutter } from './clutter'
import { findContainer } from './container'
import type { Context } from './cue'
import { findHeadline } from './headline'
import { withNeighbours } from './neighbours'
import { withoutStrangers } from './passages'
import { weighPlace } from './place'
import { cues } from './registry'
import { findRows, withRows } from './rows'
import { findRun } from './run'
import { Topic } from './topic'
import { isDisplay, type Unit } from './unit'
import { oddsOf, verdictOf, type Odds, type Testimony, type Verdict } from './weigh'
import { withLearned } from './weighting/learned'

const contextOf = (units: readonly Unit[], meta: PageMeta, census: Census | null): Context => {
  const repeats = new Map<string, number>()
  for (const unit of units) if (unit.same !== '') repeats.set(unit.same, (repeats.get(unit.same) ?? 0) + 1)
  const appendix = findAppendix(units)
  const run = withRows(units, withoutStrangers(units, findRun(units, appendix)))
  return {
    units,
    run,
    rows: findRows(units, run),
    appendix,
    clutter: measureClutter(units, run),
    container: findContainer(units, run),
    meta,
    topic: new Topic(units.slice(run.first, run.last + 1).filter((unit) => unit.shape.prose)),
    repeats,
    census,
    headline: null,
    claimed: new Set(),
  }
}

const LIST_ITEM = /^(?:[-\u2022\u00B7*\u25AA] ?\S|\d{1,2}[.)、] ?\S)/
const HEADS = 3

/** The role a unit has if it stays. A line of plain text is a heading where prose follows it closely. */
const keptRole = (unit: Unit, units: readonly Unit[]): Role => {
  const { layout } = unit.block
  if (layout === 'heading') return 'heading'
  if (layout === 'list-item') return 'list'
  if (layout === 'table-row') return 'table'
  if (layout !== 'line' || !isDisplay(unit) || unit.shape.closed) return 'body'
  if (LIST_ITEM.test(unit.text)) return 'list'
  if (unit.shape.commas >= 2 || unit.shape.size < 4 || unit.shape.size > 40) return 'body'
  return units.slice(unit.index + 1, unit.index + 1 + HEADS).some((next) => next.shape.prose) ? 'heading' : 'body'
}

const CLAIM = 3.5

/** Most lines hear nothing: they share this. */
const UNHEARD: readonly Testimony[] = []

const hear = (heard: (readonly Testimony[])[], context: Context, late: boolean): void => {
  for (const cue of cues) {
    if ((cue.afterHeadline ?? false) !== late) continue
    for (const { unit, fate, role, weight } of cue.find(context)) {
      const testimony: Testimony = { unit, fate, role, weight, cue: cue.id, reason: cue.reason }
      const before = heard[unit]
      if (before !== undefined) heard[unit] = before.length === 0 ? [testimony] : [...before, testimony]
    }
  }
}

const claimedBy = (heard: readonly (readonly Testimony[])[]): Set<number> => {
  const claimed = new Set<number>()
  heard.forEach((testimonies, i) => {
    if (testimonies.some((one) => one.fate !== 'text' && one.weight >= CLAIM)) claimed.add(i)
  })
  return claimed
}

/** What is held of the units, and where the headline was seen. */
export interface Judgement {
  readonly context: Context
  /** one for each unit */
  readonly verdicts: readonly Verdict[]
}

/** What the cues have to say of a page, and what place and cues make of each unit by hand. */
export interface Hearing {
  readonly context: Context
  /** by unit */
  readonly heard: readonly (readonly Testimony[])[]
  /** by unit */
  readonly alone: readonly Odds[]
}

export const hearPage = (units: readonly Unit[], meta: PageMeta, census: Census | null): Hearing => {
  const early = contextOf(units, meta, census)
  const heard: (readonly Testimony[])[] = units.map(() => UNHEARD)
  hear(heard, early, false)
  const claimed = claimedBy(heard)
  const headline = findHeadline(early, claimed)
  const context = { ...early, headline, claimed }
  hear(heard, context, true)
  const alone = units.map((unit, i) => oddsOf(weighPlace(unit, context), heard[i] ?? []))
  return { context, heard, alone }
}

/** One verdict for each unit, before the stories are told apart. Pure and linear. */
export const judge = (units: readonly Unit[], meta: PageMeta, census: Census | null): Judgement =>
  verdictsOn(hearPage(units, meta, census))

/** What neighbours and the learned weights make of a hearing. */
export const verdictsOn = (hearing: Hearing): Judgement => {
  const { context, heard, alone } = hearing
  const { units } = context
  const odds = withLearned(hearing, withNeighbours(context, alone))
  const verdicts = odds.map((one, i) => {
    const unit = units[i]
    return verdictOf(one, heard[i] ?? [], unit ? keptRole(unit, units) : 'body')
  })
  return { context, verdicts }
}
