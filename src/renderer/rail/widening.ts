import type { TextChange } from '../../review/change'

/** A place of the width offer as the rail shows it. */
export interface WidthPreview {
  /** offset into the copy's text */
  readonly at: number
  readonly before: string
  readonly mark: string
  readonly full: string
  readonly after: string
}

const SHOWN = 3
const AROUND = 5

/** A few places of the offer, the first of each mark before others of the same. */
export function previewOf(copy: string, changes: readonly TextChange[]): WidthPreview[] {
  const firsts = new Map<string, TextChange>()
  for (const change of changes) if (!firsts.has(change.insert)) firsts.set(change.insert, change)
  const others = changes.slice(0, SHOWN).filter((change) => firsts.get(change.insert) !== change)
  return [...firsts.values(), ...others]
    .slice(0, SHOWN)
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, insert }) => ({
      at: from,
      before: lineTail(copy.slice(Math.max(0, from - AROUND), from)),
      mark: copy.slice(from, to),
      full: insert,
      after: copy.slice(to, to + AROUND).split('\n', 1)[0] ?? '',
    }))
}

function lineTail(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}
