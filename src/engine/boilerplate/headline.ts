import type { Context } from './cue'
import { sameness } from './fold'
import { distanceTo, type Run } from './run'
import type { Topic } from './topic'
import { datesOf, isDisplay, type Unit } from './unit'

const PLACE_NAME = /^[\u3400-\u9FFF]{1,8}(?:街道|[镇乡区县市省村]|社区|开发区|新区|办事处)$/

/** A place and nothing else (滨海街道): never a title, the kicker of the one below it. */
export const isPlaceName = (text: string): boolean => PLACE_NAME.test(text.trim())

/** An address, a row of links, the tail of a title, a numbered heading. */
const NOT_A_TITLE =
  /https?:|www\.|\.(?:com|cn|net|org)\b|\|[^|]+\||^(?:\u2014|--)|^[一二三四五六七八九十]{1,3}、|^\([一二三四五六七八九十]{1,3}\)|^(?:DOI|来源|來源)\b ?:?|(?:网站|门户网|新闻网)$/

/** How much a display line tells of one story rather than of a campaign or a column. */
export const specificity = (unit: Unit): number => {
  const { text, shape } = unit
  if (isPlaceName(text)) return -4
  if (NOT_A_TITLE.test(text)) return -6
  let score = 0
  if (/[\u201C"\u300C\u300A][^\u201D"\u300D\u300B]{1,20}[\u201D"\u300D\u300B]/.test(text)) score += 1.5
  if (/^[^:]{2,14}:\s*\S/.test(text)) score += 1.5
  if (/街道|[镇乡区县市省局院校]|公司|集团|社区|中心|学校|大学/.test(text)) score += 1.5
  if (/\d|第[一二三四五六七八九十]/.test(text)) score += 1
  if (/(?<!\p{L})\p{Lu}\p{L}+ \p{L}/u.test(text)) score += 1
  if (shape.size > 30 && /,/.test(text) && /、/.test(text)) score -= 2
  if (/,/.test(text) && !/["\u201C\u300C:]/.test(text)) score -= 1
  if (shape.size < 6) score -= 2
  return score
}

/** `stated` is the page's title, normalised (`sameness`). */
const says = (stated: string | null, { same }: Unit): boolean =>
  stated !== null &&
  same.length >= 4 &&
  (stated === same || (stated.startsWith(same) && same.length * 3 > stated.length) || same.includes(stated))

/** 原创 云边 城南发布: how an account signs what it wrote itself. */
const ORIGINAL = /^原创 [\u3400-\u9FFF]/

const isHeader = (unit: Unit): boolean =>
  unit.credit !== null || ORIGINAL.test(unit.text) || (unit.shape.size < 40 && datesOf(unit).length > 0)

/** Lines of tools (只看楼主, Share page) that may stand between a title and its date. */
const BETWEEN = 6

/** The first line below that no cue took for furniture is a by-line or a date. */
const closesBelow = (units: readonly Unit[], index: number, claimed: ReadonlySet<number>): boolean => {
  const next = units.slice(index + 1, index + 1 + BETWEEN).find((unit) => isHeader(unit) || !claimed.has(unit.index))
  return next !== undefined && isHeader(next)
}

const REACH = 14
/** What a line must score on a page with much above the text. */
const LEAST = 3

const score = (
  unit: Unit,
  units: readonly Unit[],
  run: Run,
  stated: string | null,
  topic: Topic,
  repeated: boolean,
  claimed: ReadonlySet<number>,
  isOnly: boolean,
): number => {
  let total = specificity(unit) * 0.5 - distanceTo(run, unit.index) * 0.2
  if (says(stated, unit)) total += 7
  if (unit.block.markUp?.level === 1) total += 4
  if (unit.block.markUp?.level === 2) total += 2
  if ((unit.block.markUp?.linkDensity ?? 0) > 0.5) total -= 3
  if (repeated) total += 1.5
  total += unit.shape.size < 6 ? -2 : unit.shape.size <= 44 ? 2 : 0
  const next = units.slice(unit.index + 1, unit.index + 3)
  const above = units.slice(Math.max(0, unit.index - 2), unit.index)
  if (above.some(isHeader) && !isOnly) total -= 2
  const [below, then] = next
  if (below && isHeader(below)) total += 3
  else if ((then && isHeader(then)) || closesBelow(units, unit.index, claimed)) total += 1.5
  return total + topic.overlap(unit) * 4
}

/** Without prose (a poem, a list) only a short first line can be the headline. */
const firstLine = (units: readonly Unit[], claimed: ReadonlySet<number>): number | null => {
  const unit = units.find((one) => !claimed.has(one.index))
  if (!unit || units.length < 3 || unit.index > 3 || !isDisplay(unit) || unit.shape.closed) return null
  return unit.shape.size <= 30 && specificity(unit) > -4 ? unit.index : null
}

/**
 * The unit that most likely is the page's headline; null where none is likely. It stands before the run of prose, and
 * no cue has claimed it.
 */
export const findHeadline = (
  { units, run, meta, repeats, topic }: Pick<Context, 'units' | 'run' | 'meta' | 'repeats' | 'topic'>,
  claimed: ReadonlySet<number>,
): number | null => {
  if (run.first > run.last) return firstLine(units, claimed)
  const stated = meta.title === null ? null : sameness(meta.title)
  const free = units
    .slice(0, run.first)
    .filter((unit) => isDisplay(unit) && !isHeader(unit) && !claimed.has(unit.index))
  let best: number | null = null
  let most = LEAST * Math.min(1, run.first / 8)
  for (const unit of units.slice(0, run.first)) {
    const near = distanceTo(run, unit.index) <= REACH || says(stated, unit) || unit.block.markUp?.level === 1
    if (
      !near ||
      !isDisplay(unit) ||
      isHeader(unit) ||
      NOT_A_TITLE.test(unit.text) ||
      unit.text.endsWith(':') ||
      claimed.has(unit.index) ||
      unit.block.markUp?.hidden
    )
      continue
    const total = score(unit, units, run, stated, topic, (repeats.get(unit.same) ?? 0) > 1, claimed, free.length === 1)
    if (total > most) {
      most = total
      best = unit.index
    }
  }
  return best
}
