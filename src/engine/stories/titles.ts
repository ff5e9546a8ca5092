import type { Bilingual, Role } from '../analysis'
import type { Context } from '../boilerplate/cue'
import { isPlaceName, specificity } from '../boilerplate/headline'
import { Topic } from '../boilerplate/topic'
import { isDisplay, type Unit } from '../boilerplate/unit'
import type { Verdict } from '../boilerplate/weigh'
import { isProse, type Extent, type Part } from './part'

const REASONS: Readonly<Record<'title' | 'kicker' | 'subtitle', Bilingual>> = {
  title: { zh: '标题\uFF0C已记入稿件信息', en: 'The title, kept with the story’s data' },
  kicker: { zh: '标题上方的引题\uFF0C已记入稿件信息', en: 'The kicker above the title, kept with the story’s data' },
  subtitle: {
    zh: '标题下方的副题\uFF0C已记入稿件信息',
    en: 'The subtitle below the title, kept with the story’s data',
  },
}

/** The lines set above a story's text, in their order. */
export interface Head {
  readonly title: number | null
  readonly kickers: readonly number[]
  readonly subtitles: readonly number[]
}

const NO_HEAD: Head = { title: null, kickers: [], subtitles: [] }
const MOST_KICKERS = 2
const LEAST_SUBTITLE = 5
const LEAST_OVERLAP = 0.35
const PLACE_REMOVED = 'outside'

/** A display line that no cue claimed. */
const isFree = (part: Part | undefined): part is Part =>
  part !== undefined &&
  isDisplay(part.unit) &&
  !part.unit.block.markUp?.hidden &&
  (part.verdict.fate === 'text' || part.verdict.cue === PLACE_REMOVED)

/** Of the display lines before the by-line the most specific is the title, among equals the lowest; a line that a dash ties to the one above is its subtitle. */
const mostSpecific = (lines: readonly number[], parts: readonly Part[]): number | null => {
  const dashed = lines.find((i) => /^(?:\u2014|--)/.test(parts[i]?.unit.text ?? ''))
  if (dashed !== undefined && lines.includes(dashed - 1)) return dashed - 1
  let best: number | null = null
  let most = -Infinity
  for (const i of lines) {
    const score = specificity((parts[i] as Part).unit)
    if (score >= most) {
      most = score
      best = i
    }
  }
  return best
}

const arrange = (lines: readonly number[], title: number | null): Head =>
  title === null
    ? NO_HEAD
    : { title, kickers: lines.filter((i) => i < title), subtitles: lines.filter((i) => i > title) }

const isHeaderLine = (part: Part | undefined): boolean =>
  part?.verdict.fate === 'lifted' && (part.verdict.role === 'credit' || part.verdict.role === 'dateline')

/** Lines below the title belong to it where a by-line or date closes the head, or where a dash ties them to it. */
const linesBelow = (parts: readonly Part[], title: number): number[] => {
  const below: number[] = []
  let i = title + 1
  for (; isFree(parts[i]) && below.length < MOST_KICKERS; i += 1) below.push(i)
  if (isHeaderLine(parts[i]) && below.every((one) => (parts[one]?.unit.shape.size ?? 0) >= LEAST_SUBTITLE)) return below
  return below.slice(0, /^(?:\u2014|--)/.test(parts[title + 1]?.unit.text ?? '') ? 1 : 0)
}

const linesAbove = (parts: readonly Part[], context: Context, title: number, prose: () => Unit[]): number[] => {
  const above: number[] = []
  let topic: Topic | null = null
  for (let i = title - 1; i >= 0 && above.length < MOST_KICKERS; i -= 1) {
    const part = parts[i]
    const level = parts[title]?.unit.block.markUp?.level ?? 0
    if (!isFree(part) || level > 0) break
    const { text, shape } = part.unit
    if (!isPlaceName(text)) {
      if (shape.size < 7) break
      if (context.clutter.before > 0 && (topic ??= new Topic(prose())).overlap(part.unit) < LEAST_OVERLAP) break
    }
    above.unshift(i)
  }
  return above
}

const pageHead = (parts: readonly Part[], context: Context, { end }: Extent): Head => {
  const { headline } = context
  if (headline === null || headline >= end) return NO_HEAD
  const prose = (): Unit[] =>
    parts
      .slice(0, end)
      .filter(isProse)
      .map((part) => part.unit)
  const lines = [...linesAbove(parts, context, headline, prose), headline, ...linesBelow(parts, headline)]
  const stated = context.meta.title !== null || (parts[headline]?.unit.block.markUp?.level ?? 0) > 0
  return arrange(lines, stated ? headline : mostSpecific(lines, parts))
}

const storyHead = (parts: readonly Part[], { first, end }: Extent): Head => {
  const lines: number[] = []
  for (let i = first; i < end && lines.length < 4; i += 1) {
    const part = parts[i]
    if (!isFree(part)) break
    lines.push(i)
  }
  return arrange(lines, mostSpecific(lines, parts))
}

/** The lines above the text of a story: story 0 looks for the page's headline, the others begin with their own. */
export const headOf = (parts: readonly Part[], context: Context, extent: Extent, story: number): Head =>
  story === 0 ? pageHead(parts, context, extent) : storyHead(parts, extent)

/** How sure a title is: stated by mark-up or meta data, closed by a by-line, or only the likeliest line. */
const sureness = (parts: readonly Part[], context: Context, head: Head, i: number): number => {
  const unit: Unit | undefined = parts[i]?.unit
  if (context.meta.title !== null || (unit?.block.markUp?.level ?? 0) === 1) return 0.97
  if (context.run.first > context.run.last) return 0.6
  const below = Math.max(i, ...head.subtitles) + 1
  const closed = [parts[below], parts[below + 1]].some(isHeaderLine)
  const alone = head.kickers.length + head.subtitles.length === 0
  return closed ? (alone ? 0.97 : 0.93) : alone ? 0.92 : 0.85
}

/** The verdicts a head asks for, by index. */
export const headVerdicts = (parts: readonly Part[], context: Context, head: Head): Map<number, Verdict> => {
  const verdicts = new Map<number, Verdict>()
  if (head.title === null) return verdicts
  const confidence = sureness(parts, context, head, head.title)
  const lift = (i: number, role: Role & keyof typeof REASONS): void => {
    verdicts.set(i, { fate: 'lifted', role, cue: role, reason: REASONS[role], confidence })
  }
  lift(head.title, 'title')
  for (const i of head.kickers) lift(i, 'kicker')
  for (const i of head.subtitles) lift(i, 'subtitle')
  return verdicts
}
