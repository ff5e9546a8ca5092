import type { Span } from '../analysis'
import type { Page } from '../blocks/page'
import { AboutReader } from './about'
import { CREDIT_LABEL, isBylineInside, readCredit } from './credits'
import { findDates, type DateFound } from './dates'
import { fold } from './fold'
import { isPublication } from './publication'
import { trimmed, unitOf, type Unit } from './unit'

const TAIL_BRACKET = /(?<=[。!?\u2026\u201D"\u300D\u300F.])\s*([([【][^()[\]【】]{1,60}[)\]】])\s*$/
/** What a platform sets behind the last sentence of every article. */
const TAIL_POINTER = /(?<=[。!?\u2026\u201D"])\s*(返回搜狐,查看更多)\s*$/
const CLOSES_BRACKET = ')]】'
const TAIL_LABEL =
  /(?<=[。!?\u2026\u201D"\u300D\u300F)\]])\s*((?:责任|責任|值班|执行)?(?:编辑|編輯|责编|責編|校对|校對|审核)\s*[:/]\s*[^。!?,]{2,30})$/

const PAGE_NAME = /^第?[A-Z]?\d{1,3} ?版?[: ]{0,2}[\u3400-\u9FFF]{0,6}$/
const PLACE = /^[\u3400-\u9FFF]{2,4}$/
/** 【某某新闻联播】 in front of a headline: the programme's name. */
const PROGRAMME =
  /^【[^【】]{0,8}(?:联播|播报|栏目|专栏|频道|快讯|头条|独家|视频|晚报|日报|新闻|专题|系列报道)】(?=[^【】]{6})/

const HEADER_LIMIT = 160
const SENTENCE = /[。!?;]|[a-z]\. [A-Z]/

/** Where a paragraph's text ends and a credit set behind it begins. */
const tailCut = (folded: string): number | null => {
  const last = folded.trimEnd().slice(-1)
  const bracket = last !== '' && CLOSES_BRACKET.includes(last) ? TAIL_BRACKET.exec(folded.slice(-80)) : null
  const end = folded.slice(-60)
  const label = end.includes(':') || end.includes('/') ? TAIL_LABEL.exec(end) : null
  if (bracket?.[1] !== undefined && isBylineInside(bracket[1])) return folded.trimEnd().length - bracket[1].length
  if (label?.[1] !== undefined) return folded.length - label[1].length
  const pointer = last === '多' ? TAIL_POINTER.exec(end) : null
  return pointer?.[1] === undefined ? null : folded.trimEnd().length - pointer[1].length
}

const timeGiven = ({ value }: DateFound): boolean => value.includes('T')

/** What may stand beside a date in a header line: a publication, a page's name, a by-line. */
const isBeside = (side: string): boolean =>
  isPublication(side.replace(/^原创 */, '')) ||
  PAGE_NAME.test(side) ||
  /^发表于/.test(side) ||
  readCredit(side.replace(/ +/g, ' ')) !== null

/** Starts of the parts of a header line: site and date, date and source on one line. */
const headerCuts = (folded: string): number[] => {
  const dates = findDates(folded)
  const labels = folded.includes(':') ? [...folded.matchAll(CREDIT_LABEL)].map((match) => match.index) : []
  const date = dates[0]
  if (!date) return labels.length > 1 ? labels : []
  const bare = (side: string): string => side.replace(/[|\u00B7]/g, ' ').trim()
  const before = bare(folded.slice(0, date.start))
  const after = bare(folded.slice(date.end))
  const known = (side: string): boolean =>
    side === '' || isBeside(side) || (after === side && timeGiven(date) && PLACE.test(side))
  if (labels.length === 0 && !(known(before) && known(after) && before + after !== '')) return []
  return [date.start, date.end, ...labels.filter((at) => at < date.start || at >= date.end)].sort((a, b) => a - b)
}

const spansOf = (folded: string, cuts: readonly number[]): Span[] => {
  if (cuts.length === 0) {
    const whole = trimmed(folded, 0, folded.length)
    return whole ? [whole] : []
  }
  const edges = [...new Set([0, ...cuts, folded.length])]
  const spans: Span[] = []
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const span = trimmed(folded, edges[i] ?? 0, edges[i + 1] ?? 0)
    const last = spans.at(-1)
    if (!span) continue
    // A stretch of mere separators stays with the part before it, or goes to the one after.
    if (last && !/[\p{L}\p{N}]/u.test(folded.slice(span[0], span[1]))) spans[spans.length - 1] = [last[0], span[1]]
    else spans.push(span)
  }
  return spans
}

const cutBlock = (folded: string): { spans: Span[]; tail: boolean } => {
  const end = tailCut(folded)
  if (end !== null && end > 0) return { spans: spansOf(folded, [end]), tail: true }
  if (folded.length > HEADER_LIMIT || SENTENCE.test(folded)) return { spans: spansOf(folded, []), tail: false }
  const programme = PROGRAMME.exec(folded)?.[0].length
  if (programme !== undefined && folded.length <= 60) return { spans: spansOf(folded, [programme]), tail: false }
  return { spans: spansOf(folded, headerCuts(folded)), tail: false }
}

/** The page's blocks as units, in order. All of a block's characters but white space are in exactly one unit. */
export const cutUnits = (page: Page): Unit[] => {
  const units: Unit[] = []
  const reader = new AboutReader()
  for (const block of page.blocks) {
    const folded = fold(block.text)
    const { spans, tail } = cutBlock(folded)
    spans.forEach((span, i) => units.push(unitOf(units.length, block, folded, span, tail && i > 0, reader)))
  }
  return units
}
