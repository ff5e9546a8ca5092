import type { Run } from './run'
import type { Unit } from './unit'

const LEAD = 12
const LEAST_ROWS = 4
const LINKED = 0.3

const isTableRow = ({ block }: Unit): boolean =>
  block.layout === 'table-row' && (block.markUp?.linkDensity ?? 0) <= LINKED

/**
 * How a row begins: 'June 9 -- Coral' and 'July 2 -- Ruoff' begin alike, a word, then a figure or a mark. Empty where a
 * line begins otherwise; the rows of a table of data are all alike.
 */
const leadOf = (unit: Unit): string => {
  if (isTableRow(unit)) return 'row'
  const lead = unit.text
    .slice(0, LEAD)
    .replace(/\d+/g, '9')
    .replace(/[\u3400-\u9FFF]+/g, '\u3400')
    .replace(/[a-z]+/gi, 'a')
  return /^[a\u3400] ?[^a\u3400 ]/.test(lead) ? lead.slice(0, 4) : ''
}

const LATE = 2
/** A table may have its caption and the line that introduces it above it. */
const LATE_TABLE = 3

/** The run with the list or table that follows it at once: four rows and more that begin alike (dates of a tour, prices). */
export const withRows = (units: readonly Unit[], run: Run): Run => {
  for (let from = run.last + 1; from <= run.last + 1 + LATE_TABLE; from += 1) {
    const lead = units[from] ? leadOf(units[from] as Unit) : ''
    if (lead === '' || (from > run.last + 1 + LATE && lead !== 'row')) continue
    let end = from
    while (end < units.length && leadOf(units[end] as Unit) === lead && !units[end]?.block.markUp?.hidden) end += 1
    if (end - from >= LEAST_ROWS) return { first: run.first, last: end - 1 }
  }
  return run
}

/** What makes two rows of a web page alike: how they begin and where they stand. Empty for what is no row. */
const kindOf = (unit: Unit): string => {
  const { markUp, layout } = unit.block
  if (!markUp || markUp.hidden || markUp.linkDensity > LINKED || layout === 'heading') return ''
  const lead = leadOf(unit)
  return lead === '' || (unit.shape.prose && lead !== 'row') ? '' : `${lead} ${markUp.path.join(' ')}`
}

/**
 * The rows of a web page's tables and lists inside the run, by index: four and more that follow one another. They stand
 * together: none is told by what it looks like alone.
 */
export const findRows = (units: readonly Unit[], run: Run): ReadonlySet<number> => {
  const rows = new Set<number>()
  let kind = ''
  let first = run.first
  const close = (end: number): void => {
    if (kind !== '' && end - first >= LEAST_ROWS) for (let i = first; i < end; i += 1) rows.add(i)
  }
  for (let i = run.first; i <= run.last; i += 1) {
    const own = kindOf(units[i] as Unit)
    if (own === kind) continue
    close(i)
    kind = own
    first = i
  }
  close(run.last + 1)
  return rows
}
