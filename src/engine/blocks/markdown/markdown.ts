import type { Piece } from '../../analysis'
import { MOST_BLOCKS, type Layout, type PageMeta, type RawBlock } from '../page'
import { linesOf, trimmed, type Line } from '../plain-text'
import { publishedFrom } from '../../published'
import { inlinePieces } from './inline'

/** Only a word may follow a fence: anything longer is text that begins with the same marks. */
const FENCE = /^(`{3,}|~{3,})[ \t]*[\w+#.{}=-]*$/
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const SETEXT = /^(?:=+|-{2,})$/
const TABLE_RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/
const QUOTE = /^>[ \t]?/
const HEADING = /^#{1,6}(?=[ \t])/
const BULLET = /^[-*+][ \t]+(?:\[[ x]\][ \t]+)?/i
const NUMBERED = /^\d{1,9}[.)][ \t]/

/** Where a line's own text begins and how it stands. The number of a numbered item is its text, a bullet is not. */
const layoutOf = (source: string, { start, end }: Line): { layout: Layout; start: number; end: number } => {
  const line = source.slice(start, end)
  const quote = QUOTE.exec(line)
  if (quote) {
    const inner = trimmed(source, { start: start + quote[0].length, end })
    if (!inner) return { layout: 'quote', start: end, end }
    const { layout, ...rest } = layoutAfterQuotes(source, inner)
    return { layout: layout === 'paragraph' ? 'quote' : layout, ...rest }
  }
  const heading = HEADING.exec(line)
  if (heading) {
    let to = end
    while (source.charAt(to - 1) === '#') to--
    // Hashes close a heading only after a blank.
    const closed = /\s/.test(source.charAt(to - 1)) ? to : end
    return { layout: 'heading', start: start + heading[0].length, end: closed }
  }
  const bullet = BULLET.exec(line)
  if (bullet) return { layout: 'list-item', start: start + bullet[0].length, end }
  return { layout: NUMBERED.test(line) ? 'list-item' : 'paragraph', start, end }
}

/** Quote marks of inner quotes, however many. */
const layoutAfterQuotes = (source: string, line: Line) => {
  let { start } = line
  while (start < line.end && /[> \t]/.test(source.charAt(start))) start++
  return start < line.end
    ? layoutOf(source, { start, end: line.end })
    : { layout: 'quote' as const, start, end: line.end }
}

/** A table's row: cells apart by a tab that stands for the mark-up between them. */
const rowPieces = (source: string, { start, end }: Line): Piece[] => {
  const pieces: Piece[] = []
  let from = start
  let tabs = 0
  for (let at = start; at <= end; at++) {
    const isBar = source.charAt(at) === '|' && source.charAt(at - 1) !== '\\'
    if (at < end && !isBar) continue
    const cell = from < at ? inlinePieces(source, from, at) : []
    const before = pieces.at(-1)
    if (cell[0]) {
      if (before) pieces.push([before[1], cell[0][0], '\t'.repeat(Math.max(1, tabs))])
      pieces.push(...cell)
      tabs = 0
    }
    if (pieces.length > 0) tabs++
    from = at + 1
  }
  return pieces
}

class MarkdownLines {
  readonly blocks: RawBlock[] = []
  #blank = 0
  #fence: string | null = null
  #inTable = false
  /** the line of the last block, while nothing came after it */
  #last: Line | null = null

  constructor(readonly source: string) {}

  add(line: Line) {
    const inner = trimmed(this.source, line)
    if (!inner) {
      this.#blank++
      this.#inTable = false
      this.#last = null
      return
    }
    const text = this.source.slice(inner.start, Math.min(inner.end, inner.start + 2000))
    if (this.#isMarkUp(text)) return
    const isIndented = inner.start > line.start
    if (this.#fence !== null) this.#push([[inner.start, inner.end]], 'preformatted', isIndented)
    else if (this.#inTable && text.includes('|')) this.#push(rowPieces(this.source, inner), 'table-row', false)
    else {
      this.#inTable = false
      const { layout, start, end } = layoutOf(this.source, inner)
      this.#push(inlinePieces(this.source, start, end), layout, isIndented)
      this.#last = inner
    }
  }

  /** Lines that are mark-up from end to end: fences, rules, underlines of headings and of a table's head. */
  #isMarkUp(text: string): boolean {
    const fence = FENCE.exec(text)?.[1]
    if (this.#fence !== null) {
      if (!fence?.startsWith(this.#fence) || fence.length < text.length) return false
      this.#fence = null
      return true
    }
    if (fence) this.#fence = fence
    else if (this.#last && text.includes('|') && TABLE_RULE.test(text)) this.#beginTable(this.#last)
    else if (this.#last && SETEXT.test(text)) this.#underline()
    else if (!RULE.test(text)) return false
    this.#last = null
    return true
  }

  #beginTable(head: Line) {
    const block = this.blocks.pop()
    this.#inTable = true
    this.#push(rowPieces(this.source, head), 'table-row', false, block?.blankBefore ?? 0)
  }

  #underline() {
    const block = this.blocks.pop()
    if (block) this.blocks.push({ ...block, layout: block.layout === 'paragraph' ? 'heading' : block.layout })
  }

  #push(pieces: readonly Piece[], layout: Layout, indented: boolean, blank = this.#blank) {
    const [first] = pieces
    const last = pieces.at(-1)
    if (!first || !last) return
    const text = pieces.map(([start, end, read]) => read ?? this.source.slice(start, end)).join('')
    const blankBefore = this.blocks.length === 0 ? 0 : blank
    this.blocks.push({ start: first[0], end: last[1], pieces, text, layout, blankBefore, indented })
    this.#blank = 0
  }
}

const FRONT_MATTER = /^---[ \t]*(?:\r\n?|\n)([\s\S]{0,8000}?)(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/

/** What front matter says; only plain `key: value` lines are read. */
const metaOf = (front: string, url: string | undefined): PageMeta => {
  const values = new Map<string, string>()
  for (const line of front.split(/\r\n?|\n/)) {
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).trim()
    if (colon > 0 && value !== '') values.set(line.slice(0, colon).trim().toLowerCase(), unquoted(value))
  }
  const author = values.get('author') ?? values.get('authors')
  return {
    title: values.get('title') ?? null,
    site: values.get('site') ?? null,
    agency: values.get('source') ?? null,
    published: publishedFrom(values.get('date') ?? values.get('published')),
    authors: author === undefined ? [] : author.split(/[,\u3001\uFF0C]/).flatMap((name) => unquoted(name.trim()) || []),
    url: url ?? values.get('url') ?? null,
  }
}

const unquoted = (value: string) => value.replace(/^[["']+/, '').replace(/(?<![\]"'])[\]"']+$/, '')

/**
 * The blocks of a Markdown source, one a line like plain text, mark-up lying between or inside them: heading marks,
 * bullets, quote marks, fences, rules, table bars, emphasis, link targets, pictures, tags. Not a CommonMark parser:
 * lines are never joined, an emphasis or link ends with its line.
 * Null for a text of more than MOST_BLOCKS blocks.
 */
export const markdownBlocks = (
  source: string,
  url: string | undefined,
): { blocks: RawBlock[]; meta: PageMeta } | null => {
  const front = FRONT_MATTER.exec(source)
  const from = front?.[0].length ?? 0
  const lines = new MarkdownLines(source)
  for (const line of linesOf(source)) {
    if (line.start >= from) lines.add(line)
    if (lines.blocks.length > MOST_BLOCKS) return null
  }
  return { blocks: lines.blocks, meta: metaOf(front?.[1] ?? '', url) }
}
