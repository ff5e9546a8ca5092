import type { Row } from '../../../contract/contract'
import type { CleaningRule, CleaningRules } from '../../../review/cleaning'
import type { Journal } from '../../journal/journal'
import { linesOf } from '../../search/backtest'
import type { Page } from '../../search/page'
import type { Pages } from '../../search/pages'
import type { Rows } from '../folder/rows'

interface Services {
  readonly journal: Pick<Journal, 'lastOf'>
  readonly rows: Rows
  readonly pages: Pages
}

/**
 * Rules of cleaning came or went: the articles they may speak of, and that nobody worked on, are to be judged anew.
 * Answers the ids of their rows.
 */
export function reclean(before: CleaningRules, now: CleaningRules, services: Services): string[] {
  const { journal, rows, pages } = services
  const other = [...without(before, now), ...without(now, before)]
  const touched: string[] = []
  for (const row of rows.all()) {
    const { id, version } = row
    if (version === null || journal.lastOf(version) > 0 || !speaks(other, row, pages.get(version))) continue
    touched.push(id)
  }
  return touched
}

function without(rules: CleaningRules, others: CleaningRules): CleaningRule[] {
  const known = new Set(others.map(({ opId }) => opId))
  return rules.filter(({ opId }) => !known.has(opId))
}

/** A document whose lines are not at hand may hold any. */
function speaks(rules: CleaningRules, { site, failure }: Row, page: Page | undefined): boolean {
  const own = rules.filter((rule) => rule.site === site)
  if (own.length === 0 || failure) return false
  return page === undefined || own.some((rule) => linesOf(page, rule).length > 0)
}

/** How many lines of articles nobody worked on each rule decides, by its opId. */
export function linesUnder(
  rules: CleaningRules,
  { rows, pages, journal }: Pick<Services, 'rows' | 'pages' | 'journal'>,
): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(rules.map(({ opId }) => [opId, 0]))
  for (const { site, version } of rules.length === 0 ? [] : rows.all()) {
    const page = version === null || journal.lastOf(version) > 0 ? undefined : pages.get(version)
    if (page === undefined) continue
    for (const rule of rules) {
      if (rule.site === site) counts[rule.opId] = (counts[rule.opId] ?? 0) + linesOf(page, rule).length
    }
  }
  return counts
}
