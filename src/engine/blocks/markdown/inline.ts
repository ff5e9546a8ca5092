import { decodeHTML } from 'entities/decode'
import type { Piece } from '../../analysis'

/** A longer line is no prose: its mark-up is not read. */
const LONGEST = 100_000

/** Mark-up of a line: what it covers is left out, or reads as `text`. */
interface Mark {
  readonly start: number
  readonly end: number
  readonly text?: string
}

const LINK_END = /\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s{1,9}"[^"\n]*")?\s{0,9}\)|\[[^[\]\n]{0,200}\])/y
const TAG = /<\/?[a-z][^<>]*>/iy
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy
const ESCAPED = /\\[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/y
const RUN = /\*{1,3}|_{1,3}|~~|`{1,9}/y

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

const isBlank = (c: string) => c === '' || /\s/.test(c)
const isWord = (c: string) => /[\p{L}\p{N}]/u.test(c)

/** Reads the inline mark-up of one line in one pass: links, emphasis, code, tags, entities, escapes. */
class InlineScan {
  readonly #marks: Mark[] = []
  readonly #brackets: Mark[] = []
  readonly #runs = new Map<string, Mark>()
  /** where the comment last looked for ends, -1 once there is no further end */
  #commentEnd = 0

  /** Offsets are into the source; the line ends at `end`. */
  constructor(
    readonly source: string,
    readonly start: number,
    readonly end: number,
    readonly line = source.slice(start, end),
  ) {}

  marks(): readonly Mark[] {
    for (let at = 0; at < this.line.length;) at += Math.max(1, this.#step(at))
    return this.#marks.sort((a, b) => a.start - b.start)
  }

  /** How far the mark-up at a place reaches, 0 for none. */
  #step(at: number): number {
    switch (this.line.charAt(at)) {
      case '\\':
        return matchAt(ESCAPED, this.line, at) ? this.#mark(at, 1) + 1 : 0
      case '&':
        return this.#entity(at)
      case '<':
        return this.#mark(at, matchAt(TAG, this.line, at)?.length ?? this.#comment(at))
      case '!':
      case '[':
        return this.#bracket(at)
      case ']':
        return this.#link(at)
      case '*':
      case '_':
      case '~':
      case '`':
        return this.#run(at)
      default:
        return 0
    }
  }

  #mark(at: number, length: number): number {
    if (length > 0) this.#marks.push({ start: at, end: at + length })
    return length
  }

  #comment(at: number): number {
    if (!this.line.startsWith('<!--', at)) return 0
    if (this.#commentEnd !== -1 && this.#commentEnd < at + 4) this.#commentEnd = this.line.indexOf('-->', at + 4)
    return this.#commentEnd === -1 ? 0 : this.#commentEnd + 3 - at
  }

  #entity(at: number): number {
    const entity = matchAt(ENTITY, this.line, at)
    if (entity === null) return 0
    const text = decodeHTML(entity)
    if (text !== entity) this.#marks.push({ start: at, end: at + entity.length, text })
    return entity.length
  }

  #bracket(at: number): number {
    const length = this.line.charAt(at) === '[' ? 1 : this.line.startsWith('![', at) ? 2 : 0
    if (length > 0) this.#brackets.push({ start: at, end: at + length })
    return length
  }

  /** The text of a link stays, the description of a picture does not. */
  #link(at: number): number {
    const open = this.#brackets.pop()
    const close = open ? matchAt(LINK_END, this.line, at) : null
    if (!open || close === null) return 0
    if (open.end - open.start === 2) {
      while ((this.#marks.at(-1)?.start ?? -1) >= open.start) this.#marks.pop()
      this.#runs.clear()
      this.#marks.push({ start: open.start, end: at + close.length })
    } else this.#marks.push(open, { start: at, end: at + close.length })
    return close.length
  }

  /** Emphasis or code: mark-up only where a run is closed by one like it. */
  #run(at: number): number {
    const run = matchAt(RUN, this.line, at)
    if (run === null) return 0
    const before = this.line.charAt(at - 1)
    const after = this.line.charAt(at + run.length)
    const here = { start: at, end: at + run.length }
    const inWord = run.startsWith('_') && isWord(before) && isWord(after)
    const opened = this.#runs.get(run)
    if (opened && !inWord && (!isBlank(before) || run.startsWith('`')) && opened.end < at) {
      this.#runs.delete(run)
      this.#marks.push(opened, here)
    } else if (!inWord && (!isBlank(after) || run.startsWith('`'))) this.#runs.set(run, here)
    return run.length
  }
}

/** The pieces of a stretch of one Markdown line, without mark-up and without white space at the ends; none for nothing. */
export const inlinePieces = (source: string, start: number, end: number): Piece[] => {
  const pieces: Piece[] = []
  let at = start
  const marks = end - start > LONGEST ? [] : new InlineScan(source, start, end).marks()
  for (const mark of marks) {
    const from = start + mark.start
    if (from < at) continue
    if (from > at) pieces.push([at, from])
    at = start + mark.end
    if (mark.text !== undefined) pieces.push([from, at, mark.text])
  }
  if (at < end) pieces.push([at, end])
  return withoutEnds(source, pieces)
}

const withoutEnds = (source: string, pieces: Piece[]): Piece[] => {
  const isWhite = ([start, end, text]: Piece) => (text ?? source.slice(start, end)).trim() === ''
  const first = pieces.findIndex((piece) => !isWhite(piece))
  const kept = first < 0 ? [] : pieces.slice(first, pieces.findLastIndex((piece) => !isWhite(piece)) + 1)
  return kept.map((piece, i): Piece => {
    const [start, end, text] = piece
    if (text !== undefined) return piece
    const own = source.slice(start, end)
    const left = i === 0 ? own.length - own.trimStart().length : 0
    const right = i === kept.length - 1 ? own.length - own.trimEnd().length : 0
    return [start + left, end - right]
  })
}
