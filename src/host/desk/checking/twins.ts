import { likeness, type StorySketch } from '../../../engine/figures/sketch'
import { Postings } from './postings'

/** A document that seems to tell the same story as another. */
export interface Twin {
  readonly version: string
  /** which of the one's stories is which of the other's */
  readonly pairs: readonly (readonly [own: number, other: number])[]
}

/** Documents of one key that are looked at: a phrase of thousands tells nothing of a story. */
const MOST = 64
/** Documents a document is compared with. */
const TWINS = 3
/** Hashes two stories must share before their sketches are compared. */
const SHARED = 2

/**
 * Which documents of the folder tell the same story, by their sketches: what is looked at for a document depends on its
 * own sketches alone, not on how many documents there are.
 */
export class Twins {
  readonly #sketches = new Map<string, readonly StorySketch[]>()
  readonly #byTitle = new Postings(MOST)
  readonly #byHash = new Postings(MOST)

  /** Answers whether they differ from what was known of the version. */
  note(version: string, sketches: readonly StorySketch[]): boolean {
    const before = this.#sketches.get(version) ?? []
    if (before.length === 0 && sketches.length === 0) return false
    if (before.length > 0 && JSON.stringify(before) === JSON.stringify(sketches)) return false
    this.#each(before, (postings, key) => postings.remove(key, version))
    this.#each(sketches, (postings, key) => postings.add(key, version))
    if (sketches.length > 0) this.#sketches.set(version, sketches)
    else this.#sketches.delete(version)
    return true
  }

  of(version: string): readonly StorySketch[] {
    return this.#sketches.get(version) ?? []
  }

  clear(): void {
    for (const all of [this.#sketches, this.#byTitle, this.#byHash]) all.clear()
  }

  /**
   * The likeliest twins of a version, at most three, the same whatever order they came in.
   *
   * @param stands whether a version is to be considered
   */
  twinsOf(version: string, stands: (version: string) => boolean): Twin[] {
    const own = this.of(version)
    const found: (Twin & { readonly score: number })[] = []
    for (const other of this.#likely(own)) {
      if (other === version || !stands(other)) continue
      const scored = own.flatMap((a) =>
        this.of(other).flatMap((b) => {
          const score = likeness(a, b)
          return score > 0 ? [{ pair: [a.story, b.story] as const, score }] : []
        }),
      )
      const score = Math.max(0, ...scored.map((each) => each.score))
      if (score > 0) found.push({ version: other, pairs: scored.map(({ pair }) => pair), score })
    }
    return found
      .toSorted((a, b) => b.score - a.score || (a.version < b.version ? -1 : 1))
      .slice(0, TWINS)
      .map((twin): Twin => ({ version: twin.version, pairs: twin.pairs }))
  }

  #likely(own: readonly StorySketch[]): Set<string> {
    const likely = new Set<string>()
    for (const { title, least } of own) {
      for (const version of title === null ? [] : this.#byTitle.under(title)) likely.add(version)
      const shared = new Map<string, number>()
      for (const hash of least) {
        for (const version of this.#byHash.under(hash)) shared.set(version, (shared.get(version) ?? 0) + 1)
      }
      for (const [version, count] of shared) if (count >= SHARED) likely.add(version)
    }
    return likely
  }

  #each(sketches: readonly StorySketch[], act: (postings: Postings, key: number) => void): void {
    for (const { title, least } of sketches) {
      if (title !== null) act(this.#byTitle, title)
      for (const hash of least) act(this.#byHash, hash)
    }
  }
}
