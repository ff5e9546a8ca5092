import type { RawBlock } from '../page'
import { TextLine, type Collected } from './text-line'

/**
 * The article of a page that has no text of its own: what a site that is put together in the browser leaves in the file
 * is its JSON-LD, and in that the whole text (articleBody). One block a line of it, each escape a piece of its own.
 */

/** A script of JSON-LD: where its text begins in the source. */
export interface LinkedScript {
  readonly start: number
  readonly text: string
}

const BODY = /"articleBody"\s{0,20}:\s{0,20}"/g
const STRING_END = /["\\\r\n]/g
/** Shorter ones are a teaser. */
const SHORTEST = 80
/** A page that says more than this share of it in sentences has its text, or its teaser, on the page. */
const SHOWN = 0.2
const SENTENCE = /[\u3002\uFF01\uFF1F!?.\u2026][\u201D"\u300D)\uFF09]?(?:\s|$)|[\u3002\uFF0C]/
const MARK_UP = /<\/?(?:p|br|div|span|a|img)\b[^<>]{0,400}>/i

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: ' ', f: ' ' }

class Lines {
  readonly blocks: RawBlock[] = []
  readonly #line: TextLine

  constructor(readonly source: string) {
    this.#line = new TextLine(source)
  }

  /** Reads the string that begins at `at`, behind its quotation mark. False where it does not end. */
  read(at: number, stop: number): boolean {
    let from = at
    while (from < stop) {
      STRING_END.lastIndex = from
      const end = STRING_END.exec(this.source)?.index ?? stop
      if (end >= stop) return false
      this.#line.add(from, end)
      if (this.source.charAt(end) === '"') {
        this.#end()
        return true
      }
      from = this.source.charAt(end) === '\\' ? this.#escape(end) : this.#break(end)
    }
    return false
  }

  #escape(at: number): number {
    const kind = this.source.charAt(at + 1)
    const hex = /^[\da-f]{4}/i.exec(this.source.slice(at + 2, at + 6))?.[0]
    const end = kind === 'u' && hex !== undefined ? at + 6 : at + 2
    const text = hex !== undefined && kind === 'u' ? String.fromCharCode(parseInt(hex, 16)) : (CONTROLS[kind] ?? kind)
    if (text === '\n') this.#end()
    else this.#line.addAtom(at, end, text)
    return end
  }

  /** A line break that is no escape is a common fault. */
  #break(at: number): number {
    this.#end()
    return at + 1
  }

  #end() {
    const collected = this.#line.take()
    if (collected !== null) this.blocks.push(blockOf(collected))
  }
}

const blockOf = ({ pieces, text, indented }: Collected): RawBlock => ({
  start: pieces[0]?.[0] ?? 0,
  end: pieces.at(-1)?.[1] ?? 0,
  pieces,
  text,
  layout: 'paragraph',
  blankBefore: 0,
  indented,
  markUp: {
    path: ['script', 'p'],
    names: [],
    signature: 'script',
    linkDensity: 0,
    links: 0,
    hidden: false,
    level: 0,
    depth: 2,
  },
})

function bodyOf(source: string, script: LinkedScript): readonly RawBlock[] {
  let longest: readonly RawBlock[] = []
  for (const match of script.text.matchAll(BODY)) {
    const lines = new Lines(source)
    const isRead = lines.read(script.start + match.index + match[0].length, script.start + script.text.length)
    if (isRead && sizeOf(lines.blocks) > sizeOf(longest)) longest = lines.blocks
  }
  return longest
}

const sizeOf = (blocks: readonly RawBlock[]): number => blocks.reduce((all, { text }) => all + text.length, 0)

const isProse = ({ text, markUp }: RawBlock): boolean =>
  text.length > 20 && (markUp?.linkDensity ?? 0) < 0.5 && markUp?.hidden !== true && SENTENCE.test(text)

const overlaps = (a: RawBlock, b: RawBlock): boolean => a.start < b.end && b.start < a.end

/** The page's blocks with those of its JSON-LD's article, in order, where the page itself does not say it. */
export function withLinkedBody(
  source: string,
  blocks: readonly RawBlock[],
  scripts: readonly LinkedScript[],
): RawBlock[] {
  const body = scripts.map((script) => bodyOf(source, script)).sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? []
  const size = sizeOf(body)
  const known = [...blocks]
  if (size < SHORTEST || body.some(({ text }) => MARK_UP.test(text))) return known
  if (sizeOf(blocks.filter(isProse)) > SHOWN * size) return known
  if (blocks.some((block) => body.some((one) => overlaps(block, one)))) return known
  return [...known, ...body].sort((a, b) => a.start - b.start)
}
