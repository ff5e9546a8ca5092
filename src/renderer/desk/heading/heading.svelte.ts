import type { StoryRef } from '../../../review/operation'
import { sameStory } from '../../../review/stories'
import { changed, type Written, written } from './head-words'
import type { Language } from '../settings/language.svelte'
import type { Notes } from '../notes.svelte'
import type { Proof } from '../proof/proof.svelte'

const NOTHING = written(
  { kicker: null, title: null, subtitle: null, agency: null, authors: [], editors: [], published: null },
  '',
)

/**
 * The form in which a reviewer writes what heads a story: one at a time, for the document on the desk. What is written in
 * it goes with the document wherever that goes: it is dropped by Esc alone.
 */
export class Heading {
  readonly #language: Language
  readonly #notes: Notes
  #of = $state.raw<{ readonly proof: Proof; readonly ref: StoryRef } | null>(null)
  words = $state<Written>(NOTHING)
  /** the date, as it was written when it was last to be kept, is none */
  wrongDate = $state(false)

  constructor(language: Language, notes: Notes) {
    this.#language = language
    this.#notes = notes
  }

  /** the story whose head is written; null where none is */
  storyOf(proof: Proof): number | null {
    if (this.#of?.proof !== proof || !proof.editable) return null
    const story = indexOf(proof, this.#of.ref)
    return story < 0 ? null : story
  }

  /** What was written of another story is kept first. Answers whether this one can be written. */
  open(proof: Proof, story: number): boolean {
    const view = proof.review.stories[story]
    if (!proof.editable || view === undefined || !this.keep()) return false
    proof.flush()
    this.#of = { proof, ref: view.ref }
    this.words = written(view, this.#language.tongue === 'zh-CN' ? '、' : ', ')
    return true
  }

  /** Drops what was written. */
  close(): void {
    this.#of = null
    this.wrongDate = false
  }

  /** Records what is otherwise than it stood, as one operation. Answers false, and stays, where the date is none. */
  keep(): boolean {
    this.wrongDate = !this.#record(this.words)
    return !this.wrongDate
  }

  /** Before the document is signed: a date that is none holds it here. */
  signed(): boolean {
    const kept = this.keep()
    if (!kept) this.#notes.say({ zh: '发布时间看不懂\uFF0C先改好', en: 'The date is none: mend it first' })
    return kept
  }

  /** The document leaves the desk: what can be kept of the words is, a date that is none stays as it was. */
  left(): void {
    if (!this.keep()) {
      this.#record({ ...this.words, published: this.#asItStood() })
      this.#notes.say({ zh: '发布时间看不懂\uFF0C没有改', en: 'The date was none, and is as it was' })
    }
    this.close()
  }

  #asItStood(): string {
    const view = this.#of?.proof.review.stories[indexOf(this.#of.proof, this.#of.ref)]
    return view === undefined ? '' : written(view, '').published
  }

  #record(words: Written): boolean {
    const of = this.#of
    const view = of?.proof.editable ? of.proof.review.stories[indexOf(of.proof, of.ref)] : undefined
    if (of === null || view === undefined) return true
    const set = changed(view, words)
    if (set === null) return false
    if (Object.keys(set).length === 0 || of.proof.append({ kind: 'meta', story: view.ref, set })) this.close()
    return true
  }
}

/** -1 where the story was joined to another since. */
function indexOf({ review }: Proof, story: StoryRef): number {
  return review.stories.findIndex(({ ref }) => sameStory(ref, story))
}
