import type { Piece } from '../../engine/analysis'
import type { OutputPiece } from '../../review/operation'
import { BY_ENGINE, outputPieces } from '../../review/pieces'
import type { Review } from '../../review/review'
import { sameStory } from '../../review/stories'

/**
 * How a story's .txt is made: its title, an empty line, its text (without a title only the text; no line break at the end).
 * The title's characters come from the source where a title block of the story reads so, else from the operation that set it.
 */
export function cleanTextPieces(review: Review, story: number): OutputPiece[] {
  const title = review.stories[story]?.title ?? null
  const body = outputPieces(review, story)
  if (title === null || title === '') return body
  return [...titlePieces(review, story, title), { insert: '\n\n', op: BY_ENGINE }, ...body]
}

function titlePieces(review: Review, story: number, title: string): OutputPiece[] {
  const { ref } = review.stories[story]!
  const set = review.history.findLast(
    ({ entry, live }) =>
      live && entry.op.kind === 'meta' && sameStory(entry.op.story, ref) && Object.hasOwn(entry.op.set, 'title'),
  )
  if (set) return [{ insert: title, op: set.entry.opId }]
  const blocks = review.blocks.filter(
    ({ block, fate }) => fate !== 'removed' && block.role === 'title' && block.story === story,
  )
  return alignTitle(
    title,
    blocks.map(({ block }) => characters(block.pieces, review.draft.text)),
  )
}

type Character = { readonly text: string; readonly start: number; readonly end: number; readonly own: boolean }

/** What a block reads, unit by unit, with where each stands. An atomic piece is one character however long it reads. */
function characters(pieces: readonly Piece[], source: string): Character[] {
  return pieces.flatMap(([start, end, text]): Character[] =>
    text === undefined
      ? Array.from({ length: end - start }, (_, at) => ({
          text: source.charAt(start + at),
          start: start + at,
          end: start + at + 1,
          own: true,
        }))
      : [{ text, start, end, own: false }],
  )
}

/** The title against its blocks: a block may hold more than the title (blanks, a mark), and a title may join several blocks. */
function alignTitle(title: string, blocks: readonly Character[][]): OutputPiece[] {
  const pieces: OutputPiece[] = []
  let at = 0
  for (const block of blocks) {
    const reads = block.map((one) => one.text).join('')
    const whole = reads.trim()
    const found = whole === '' ? -1 : title.indexOf(whole, at)
    const inside = found === -1 && at === 0 ? reads.indexOf(title) : -1
    if (found !== -1) {
      add(pieces, title.slice(at, found))
      for (const one of stretch(block, reads.indexOf(whole), whole.length)) addCharacter(pieces, one)
      at = found + whole.length
    } else if (inside !== -1) {
      for (const one of stretch(block, inside, title.length)) addCharacter(pieces, one)
      at = title.length
    }
  }
  add(pieces, title.slice(at))
  return pieces
}

/** The characters that read [from, from + length) of the block; one that only partly lies in it is cut out as text. */
function stretch(block: readonly Character[], from: number, length: number): Character[] {
  const taken: Character[] = []
  let at = 0
  for (const one of block) {
    const begin = Math.max(from - at, 0)
    const end = Math.min(from + length - at, one.text.length)
    if (begin < end) taken.push({ ...one, text: one.text.slice(begin, end) })
    at += one.text.length
  }
  return taken
}

function addCharacter(pieces: OutputPiece[], one: Character): void {
  const last = pieces.at(-1)
  if (!one.own) add(pieces, one.text)
  else if (last && 'end' in last && last.end === one.start)
    pieces[pieces.length - 1] = { start: last.start, end: one.end }
  else pieces.push({ start: one.start, end: one.end })
}

function add(pieces: OutputPiece[], text: string): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last && 'insert' in last && last.op === BY_ENGINE)
    pieces[pieces.length - 1] = { insert: last.insert + text, op: BY_ENGINE }
  else pieces.push({ insert: text, op: BY_ENGINE })
}
