import { shinglesOf, tokensOf } from './shingles'

const SIZE = 4
const PASSES = 3

/** Counts what a selection of lines has in common with the wanted text, as lines come and go. */
class Selection {
  readonly #have = new Map<string, number>()
  readonly #total: number
  #shared = 0
  #found = 0

  constructor(readonly wanted: ReadonlyMap<string, number>) {
    this.#total = [...wanted.values()].reduce((sum, one) => sum + one, 0)
  }

  add(tokens: readonly string[], times: 1 | -1): void {
    for (let at = 0; at + SIZE <= tokens.length; at += 1) {
      const shingle = tokens.slice(at, at + SIZE).join(' ')
      const had = this.#have.get(shingle) ?? 0
      const limit = this.wanted.get(shingle) ?? 0
      this.#shared += Math.min(had + times, limit) - Math.min(had, limit)
      this.#found += times
      this.#have.set(shingle, had + times)
    }
  }

  /** 2·shared / (found + wanted) */
  get f1(): number {
    return this.#shared === 0 ? 0 : (2 * this.#shared) / (this.#found + this.#total)
  }
}

/** Share of a line's tokens that stand in a wanted shingle; a line too short for one counts 0. */
const coverage = (tokens: readonly string[], wanted: ReadonlyMap<string, number>): number => {
  const covered = new Uint8Array(tokens.length)
  for (let at = 0; at + SIZE <= tokens.length; at += 1)
    if (wanted.has(tokens.slice(at, at + SIZE).join(' '))) covered.fill(1, at, at + SIZE)
  return tokens.length === 0 ? 0 : covered.reduce((sum, one) => sum + one, 0) / tokens.length
}

const tail = (lines: readonly (readonly string[])[], keep: readonly boolean[], from: number): string[] => {
  let found: string[] = []
  for (let i = from - 1; i >= 0 && found.length < SIZE - 1; i -= 1)
    if (keep[i]) found = [...(lines[i] ?? []).slice(-(SIZE - 1)), ...found].slice(-(SIZE - 1))
  return found
}

const head = (lines: readonly (readonly string[])[], keep: readonly boolean[], from: number): string[] => {
  let found: string[] = []
  for (let i = from + 1; i < lines.length && found.length < SIZE - 1; i += 1)
    if (keep[i]) found = [...found, ...(lines[i] ?? []).slice(0, SIZE - 1)].slice(0, SIZE - 1)
  return found
}

/**
 * Which lines of a page make up its gold text: those most of which stands in it, then each line taken in or out for as
 * long as that brings the selection nearer to the gold text. So of a text that stands twice one is chosen.
 */
export const labelsOf = (texts: readonly string[], gold: string): boolean[] => {
  const lines = texts.map(tokensOf)
  const wanted = shinglesOf(tokensOf(gold))
  const keep = lines.map((tokens) => coverage(tokens, wanted) >= 0.5)
  const selection = new Selection(wanted)
  selection.add(lines.filter((_, i) => keep[i]).flat(), 1)
  for (let pass = 0; pass < PASSES; pass += 1) {
    let changed = false
    lines.forEach((tokens, i) => {
      if (tokens.length === 0) return
      const [before, behind, was] = [tail(lines, keep, i), head(lines, keep, i), selection.f1]
      const [without, with_] = [
        [...before, ...behind],
        [...before, ...tokens, ...behind],
      ]
      const [now, next] = keep[i] ? [with_, without] : [without, with_]
      selection.add(now, -1)
      selection.add(next, 1)
      if (selection.f1 > was + 1e-12) {
        keep[i] = !keep[i]
        changed = true
        return
      }
      selection.add(next, -1)
      selection.add(now, 1)
    })
    if (!changed) break
  }
  return keep.map((is, i) => (lines[i]?.length === 0 ? (keep[i - 1] ?? false) && (keep[i + 1] ?? false) : is))
}
