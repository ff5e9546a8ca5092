import { EditorView, type ViewUpdate } from '@codemirror/view'
import type { Span } from '../../engine/analysis'
import type { Language } from '../desk/settings/language.svelte'
import type { Proof } from '../desk/proof/proof.svelte'
import type { Sight } from '../desk/proof/seats'
import { isComposing } from '../desk/keys/press'
import { blockOfId } from '../desk/proof/stops'
import type { Spacers } from './align'
import { Aligner } from './aligner'
import { bothSides } from './both-sides'
import { type Clicked, clickedCopy, clickedSource } from './clicks'
import { copyMarks } from './copy-marks'
import type { Side } from './folds'
import { Finder } from './finder'
import { headOf } from './head'
import { Laying } from './laying'
import { applyTwin } from './marks'
import { placedAt } from '../../review/places'
import { blockAt, pickedIn, readingOf, spanInReading, toReading, type Reading } from './reading'
import type { PairedRow } from './rows'
import { type Marked, sourceMarks } from './source-marks'
import { Resting } from './resting'
import { Seeking } from './seeking'
import { isTyped, Telling } from './telling'
import { CopyView, sourceView } from './views'
import { langOf } from './word'

interface Places {
  readonly scroller: HTMLElement
  readonly left: HTMLElement
  readonly right: HTMLElement
  /** brings the pane of the cleaned text into sight, where it is not */
  needCopy(): void
  /** what is selected in the pane of the original, in the source */
  picked(span: Span | null): void
  /** the caret was set in this block, by index; null where the keys have gone elsewhere */
  caret(block: number | null): void
  /** a story's head was clicked */
  editHead(story: number): void
  /** the button in a story's head that joins it to the one before */
  joinStory(story: number): void
}

/** Both panes of one document, and all that goes between them. */
export class Bench {
  readonly reading: Reading
  readonly #proof: Proof
  readonly #language: Language
  readonly #source: EditorView
  readonly #copy: CopyView
  readonly #telling: Telling
  readonly #aligner: Aligner
  readonly finder: Finder
  readonly #laying: Laying
  readonly #stop = new AbortController()
  readonly #places: Places
  readonly #resting = new Resting()
  #writable = true
  readonly #seeking: Seeking

  constructor(
    places: Places,
    proof: Proof,
    language: Language,
    onLayout: (layout: Spacers, rows: readonly PairedRow[]) => void,
  ) {
    this.#proof = proof
    this.#language = language
    this.#places = places
    this.reading = readingOf(proof.review.draft)
    const { review, flags, current } = proof
    const marked = { review, flags, current }
    this.#source = this.#openSource(places.left, marked)
    this.#copy = this.#openCopy(places.right, marked)
    this.#seeking = new Seeking(this.#source, places.scroller)
    this.finder = new Finder(this.#source, this.#copy.view)
    this.#telling = new Telling(this.#copy.view, {
      text: () => proof.review.copy.text,
      typed: (changes, text, stepsBack) => proof.typed(changes, text, stepsBack),
      waits: (something) => proof.waits(something),
    })
    this.#aligner = new Aligner(
      this.#source,
      this.#copy.view,
      (story) => headOf(this.#proof.review, story, this.#language),
      (layout, rows) => {
        onLayout(layout, rows)
        this.#seeking.again()
      },
    )
    this.#laying = new Laying({
      views: { source: this.#source, copy: this.#copy.view },
      reading: this.reading,
      telling: this.#telling,
      aligner: this.#aligner,
      language,
      marked,
    })
    proof.seat({
      flush: (force) => this.#telling.flush(force),
      sight: (place) => this.#sight(place),
      editAt: (offset) => this.#editAt(offset),
    })
    this.#listen(places)
  }

  #openSource(parent: HTMLElement, marked: Marked): EditorView {
    return sourceView(parent, {
      doc: this.reading.text,
      label: this.#language.t('pane.source'),
      lang: langOf(this.reading.text),
      marked: sourceMarks(marked, this.reading, this.#language),
      heard: (update) => {
        this.#aligner.heard(update)
        if (!update.selectionSet) return
        const { main } = update.state.selection
        this.#places.picked(pickedIn(this.reading, main))
        this.#places.caret(blockAt(this.reading, main.head))
        this.#laying.openSoon('source', main)
      },
    })
  }

  #openCopy(parent: HTMLElement, marked: Marked): CopyView {
    const pane = {
      doc: this.#proof.review.copy.text,
      label: this.#language.t('pane.copy'),
      lang: langOf(this.reading.text),
      marked: copyMarks(marked, this.#language),
      heard: (update: ViewUpdate) => {
        this.#telling.heard(update)
        this.#aligner.heard(update)
        if (isTyped(update)) this.#resting.typed()
        if (!update.selectionSet) return
        const { main } = update.state.selection
        this.#places.caret(placedAt(this.#proof.review.copy, this.#telling.inFold(main.head)))
        this.#laying.openSoon('copy', main)
      },
    }
    const step = (way: 'back' | 'forth'): boolean => {
      const did = this.#proof.step(way)
      this.#telling.settle()
      return did
    }
    return new CopyView(parent, pane, { leave: () => this.#leave(), step })
  }

  /** Brings text, marks, folds and spacers to the review. */
  show(marked: Marked, { writable, folded }: { readonly writable: boolean; readonly folded: boolean }): void {
    this.#telling.settle()
    if (this.#writable !== writable) this.#copy.setWritable((this.#writable = writable))
    // The line that is typed in changes its looks between two words, not between two letters.
    const lay = (): void => this.#laying.show(marked, folded)
    if (this.#laying.sameLines(marked, folded)) this.#resting.after(lay)
    else this.#resting.now(lay)
  }

  /** Shows the hits of what is looked for, and brings one into sight. */
  find(pane: Side, at: number): void {
    const place = this.finder.placeOf(pane, at)
    if (place !== null) this.#laying.open(pane, place)
    this.finder.show(pane, at)
  }

  /** Scrolls a flag or block into sight, if it is not. */
  reveal(id: string | null): void {
    this.#places.caret(null)
    const at = id === null ? null : this.#readingPlace(id)
    if (at !== null) this.#laying.open('source', at)
    this.#seeking.to(at)
  }

  close(): void {
    this.#proof.seat(null)
    this.#telling.close()
    this.#resting.close()
    this.#aligner.close()
    this.#stop.abort()
    this.#source.destroy()
    this.#copy.view.destroy()
  }

  #readingPlace(id: string): number | null {
    const flag = this.#proof.flags.find((each) => each.id === id)
    if (flag?.kind !== 'finding') {
      const block = blockOfId(this.#proof.review, id)
      return block === null ? null : (this.reading.blocks[block]?.at ?? null)
    }
    const start = flag.finding.evidence.find((each) => each.start !== null)?.start
    return start === undefined || start === null ? null : toReading(this.reading, start)
  }

  #listen({ scroller, left, right }: Places): void {
    const { signal } = this.#stop
    for (const kind of ['wheel', 'pointerdown', 'touchmove'] as const) {
      scroller.addEventListener(kind, () => this.#seeking.to(null), { signal, passive: true })
    }
    const calm = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isComposing(event)) this.#clearTwins()
    }
    document.addEventListener('keydown', calm, { signal, capture: true })
    left.addEventListener(
      'click',
      (event) => this.#laying.pressed('source', event) || clickedSource(event, this.#clicked),
      {
        signal,
      },
    )
    right.addEventListener(
      'click',
      (event) => this.#laying.pressed('copy', event) || clickedCopy(event, this.#clicked, this.#places),
      { signal },
    )
    const { contentDOM } = this.#copy.view
    const soon = (): void => void setTimeout(() => this.#telling.flush(), 0)
    contentDOM.addEventListener('compositionend', soon, { signal })
    contentDOM.addEventListener('blur', () => (this.#telling.flush(), this.#resting.now()), { signal })
    document.addEventListener('visibilitychange', () => this.#telling.flush(document.hidden), { signal })
  }

  #sight(place: Sight): void {
    const { source, copy } = bothSides(this.#proof.review.copy, place)
    this.#clearTwins()
    if (source !== null) this.#laying.open('source', ...spanInReading(this.reading, source))
    else if (copy !== null) this.#laying.open('copy', ...copy)
    if (copy !== null && copy[1] <= this.#copy.view.state.doc.length)
      applyTwin(this.#copy.view, { from: copy[0], to: copy[1] })
    if (source === null) return
    const [from, to] = spanInReading(this.reading, source)
    applyTwin(this.#source, { from, to })
    this.#seeking.to(from)
  }

  #clearTwins(): void {
    applyTwin(this.#source, null)
    applyTwin(this.#copy.view, null)
  }

  get #clicked(): Clicked {
    return { proof: this.#proof, reading: this.reading, source: this.#source, copy: this.#copy.view }
  }

  #editAt(offset: number): void {
    this.#places.needCopy()
    const { view } = this.#copy
    const at = Math.min(offset, view.state.doc.length)
    this.#laying.open('copy', at)
    view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 120 }),
    })
    view.focus()
  }

  #leave(): void {
    this.#telling.flush()
    if (this.#copy.view.hasFocus) this.#copy.view.contentDOM.blur()
  }
}
