import { isDisplay } from '../boilerplate/unit'
import { isProse, type Extent, type Part } from './part'

/** 本报讯, 新华社北京12月1日电: how a news item begins. */
const OPENING =
  /^(?:(?:本报|本刊|本网|本台)[^。,]{0,12}讯|(?:新华社|中新社|中新网|人民网|[\u3400-\u9FFF]{2,4}社)[^。,]{2,20}(?:电|讯)|[\u3400-\u9FFF]{2,4}(?:网|报)讯)/
/** 济北街道: 三强化…: a place and what happened there. */
const PLACE_AND_NEWS = /^[\u3400-\u9FFF]{1,8}(?:街道|[镇乡区县市村局]|社区|学校|公司):\s*\S/
const MOST_LINES = 4

const isDisplayed = ({ unit, verdict }: Part): boolean => verdict.fate === 'text' && isDisplay(unit) && unit.leads

const isCredit = ({ verdict }: Part): boolean => verdict.fate === 'lifted' && verdict.role === 'credit'

/** A by-line as it is set above a story: □记者 张三 报道. A labelled one (作者:张三) stands below as often as above. */
const isByline = (part: Part): boolean => {
  const credit = isCredit(part) && !part.unit.tail ? part.unit.credit : null
  return credit?.kind === 'author' && !/^[^:]{1,12}:/.test(part.unit.text) && !/^[([【]/.test(part.unit.text)
}

/** (刘倩) at a paragraph's end or on a line of its own. */
const endsStory = (part: Part | undefined): boolean =>
  part !== undefined && isCredit(part) && (part.unit.tail || /^[([【]/.test(part.unit.text))

/** (刘倩) at the end of a last paragraph too short to be prose. */
const isTail = (part: Part | undefined): boolean =>
  part !== undefined && part.unit.tail && isCredit(part) && !part.unit.text.includes(':')

/** What stands between two paragraphs of prose, and the paragraphs' indices. */
interface Break {
  readonly before: number
  readonly after: number
  readonly lines: readonly number[]
}

const breaksOf = (parts: readonly Part[]): Break[] => {
  const breaks: Break[] = []
  let before: number | null = null
  let lines: number[] = []
  parts.forEach((part, i) => {
    if (!isProse(part)) {
      if (part.verdict.fate !== 'removed') lines.push(i)
      return
    }
    if (before !== null) breaks.push({ before, after: i, lines })
    before = i
    lines = []
  })
  return breaks
}

/** Index of the display line a new story begins with; null where the text only goes on. */
const startIn = (parts: readonly Part[], { before, after, lines }: Break): number | null => {
  const at = (i: number): Part => parts[i] as Part
  const displayed = lines.filter((i) => isDisplayed(at(i)))
  const first = displayed[0]
  if (first === undefined) return null
  const byline = lines.find((i) => i > first && isByline(at(i)))
  const above = displayed.filter((i) => byline !== undefined && i < byline)
  if (above.length > 0 && above.length <= MOST_LINES) return first
  if (displayed.length <= MOST_LINES && OPENING.test(at(after).unit.text)) return first
  return endsStory(parts[before + 1]) || isTail(parts[first - 1]) ? first : null
}

/** Lines of the shape of those that begin stories behind a by-line in brackets: the first of them has none before it. */
const siblingStarts = (parts: readonly Part[], breaks: readonly Break[], starts: ReadonlySet<number>): number[] => {
  const shaped = (i: number): boolean => PLACE_AND_NEWS.test(parts[i]?.unit.text ?? '')
  const pattern = [...starts].some(
    (i) => shaped(i) && i > 0 && parts.slice(Math.max(0, i - 3), i).some((part) => endsStory(part)),
  )
  if (!pattern) return []
  return breaks.flatMap(({ lines }) => lines.filter((i) => shaped(i) && isDisplayed(parts[i] as Part)))
}

/** The extents of the stories, in order, covering all parts. One where nothing speaks for more. */
export const splitStories = (parts: readonly Part[]): Extent[] => {
  const breaks = breaksOf(parts)
  const starts = new Set<number>()
  for (const one of breaks) {
    const start = startIn(parts, one)
    if (start !== null) starts.add(start)
  }
  for (const start of siblingStarts(parts, breaks, starts)) starts.add(start)
  const edges = [0, ...[...starts].sort((a, b) => a - b)]
  return edges.map((first, i) => ({ first, end: edges[i + 1] ?? parts.length }))
}
