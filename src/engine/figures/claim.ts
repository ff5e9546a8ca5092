import type { ArithmeticLine, Bilingual } from '../analysis'
import type { Passage } from './passage'
import type { Lexed } from './lexer/lex'

/** The words every check is written in. One check is one file; its examples are its documentation and its tests. */

export type Tier = 'error' | 'query'

/** One passage, read. */
export interface Reading extends Lexed {
  readonly passage: Passage
  readonly text: string
  /** position among the story's passages */
  readonly index: number
}

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** One story as the checks see it: its kept passages in order. */
export interface StoryCopy {
  readonly story: number
  readonly readings: readonly Reading[]
  /** the story's own date, where it has one */
  readonly published: Day | null
}

/** A place a claim speaks of. Offsets into the reading's text. */
export interface Place {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  readonly value?: number | string
}

/** What a check says of a story. The first place is where the reader is taken. */
export interface Claim {
  readonly tier: Tier
  readonly places: readonly Place[]
  readonly message: Bilingual
  readonly arithmetic?: readonly ArithmeticLine[]
  /** the one right text for the words of a place, where the arithmetic gives one */
  readonly fix?: { readonly place: Place; readonly text: string }
}

/**
 * A short copy with its verdict. One line a passage; a line that begins with '# ' is the title, '## ' a heading,
 * '^ ' a caption. In `wrong` each [[…]] is a place of the one claim the check must make; in `silent` it makes none.
 */
export type Example = ({ readonly wrong: string } | { readonly silent: string }) & { readonly published?: string }

export interface Check {
  readonly id: string
  readonly tiers: readonly Tier[]
  readonly title: Bilingual
  readonly why: Bilingual
  readonly examples: readonly Example[]
  /** runs only where it is asked for: a matter of house style */
  readonly offByDefault?: true
  readonly find: (copy: StoryCopy) => Iterable<Claim>
}
