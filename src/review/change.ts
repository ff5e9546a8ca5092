import { diffArrays } from 'diff'

/** A change of a text: [from, to) of the text before becomes `insert`. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * Small changes that turn `from` into `to`: lines first, characters only inside a changed stretch. What brings an
 * editor's text to the fold's without disturbing the rest of it. Ordered, disjoint, offsets into `from`.
 */
export function textChange(from: string, to: string): TextChange[] {
  if (from === to) return []
  const changes: TextChange[] = []
  let at = 0
  let open: { from: number; to: number; insert: string } | null = null
  const close = (): void => {
    if (open) changes.push(narrow(from, open))
    open = null
  }
  for (const part of diffArrays(lines(from), lines(to))) {
    const text = part.value.join('')
    if (!part.added && !part.removed) {
      close()
      at += text.length
      continue
    }
    open ??= { from: at, to: at, insert: '' }
    if (part.added) open.insert += text
    else {
      at += text.length
      open.to = at
    }
  }
  close()
  return changes
}

/** Lines with their line breaks, so that joined they are the text. */
function lines(text: string): string[] {
  return text.split(/(?<=\n)/)
}

/**
 * Leaves out what a change puts back as it was, so that those characters stay as they are (and keep their place in the
 * source).
 */
export function narrow(text: string, { from, to, insert }: TextChange): TextChange {
  const old = text.slice(from, to)
  const most = Math.min(old.length, insert.length)
  let head = 0
  while (head < most && old[head] === insert[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === insert.at(-1 - tail)) tail++
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) }
}
