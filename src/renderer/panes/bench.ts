import { EditorView, type ViewUpdate } from '@codemirror/view'
import type { Span } from '../../engine/analysis'
import type { Language } from '../desk/language.svelte'
import type { Proof } from '../desk/proof.svelte'
import type { Sight } from '../desk/seats'
import { isComposing } from '../desk/press'
import { blockOfId } from '../desk/stops'
import type { Spacers } from './align'
import { Aligner } from './aligner'
import { bothSides } from './both-sides'
import { type Clicked, clickedCopy, clickedSource } from './clicks'
import { copyMarks } from './copy-marks'
import { Finder } from './finder'
import { headOf } from './head'
import { applyMarks, applyTwin } from './marks'
import { pickedIn, readingOf, spanInReading, toReading, type Reading } from './reading'
import { pairRows, type PairedRow } from './rows'
import { sourceMarks, type Marked } from './source-marks'
import { Telling } from './telling'
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
  /** a story's head was clicked */
  editHead(story: number): void
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
  readonly #stop = new AbortController()
  readonly #places: Places
  #writable = true
  /** nothing was shown yet but what the panes were opened with */
  #first = true
  /** what is marked in both panes */
  #marked: Marked
  /** offset into the reading text that is to come into sight */
  #sought: number | null = null

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
    this.#marked = { review, flags, current }
    this.#source = this.#openSource(places.left)
    this.#copy = this.#openCopy(places.right)
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
        this.#seek()
      },
    )
    proof.seat({
      flush: (force) => this.#telling.flush(force),
      sight: (place) => this.#sight(place),
      editAt: (offset) => this.#editAt(offset),
    })
    this.#listen(places)
  }

  #openSource(parent: HTMLElement): EditorView {
    return sourceView(parent, {
      doc: this.reading.text,
      label: this.#language.t('pane.source'),
      lang: langOf(this.reading.text),
      marked: sourceMarks(this.#marked, this.reading, this.#language),
      heard: (update) => {
        if (changesHeights(update)) this.#aligner.schedule()
        if (update.selectionSet) this.#places.picked(pickedIn(this.reading, update.state.selection.main))
      },
    })
  }

  #openCopy(parent: HTMLElement): CopyView {
    const pane = {
      doc: this.#proof.review.copy.text,
      label: this.#language.t('pane.copy'),
      lang: langOf(this.reading.text),
      marked: copyMarks(this.#marked, this.#language),
      heard: (update: ViewUpdate) => {
        this.#telling.heard(update)
        if (changesHeights(update)) this.#aligner.schedule()
      },
    }
    const step = (way: 'back' | 'forth'): boolean => {
      const did = this.#proof.step(way)
      this.#telling.settle()
      return did
    }
    return new CopyView(parent, pane, { leave: () => this.#leave(), step })
  }

  /** Brings marks, spacers and text to the review. */
  show(marked: Marked, writable: boolean): void {
    this.#telling.settle()
    if (this.#writable !== writable) this.#copy.setWritable((this.#writable = writable))
    const anew = !this.#first || !sameMarked(this.#marked, marked)
    this.#marked = marked
    if (anew) applyMarks(this.#source, sourceMarks(marked, this.reading, this.#language))
    if (this.#copy.view.state.doc.length !== marked.review.copy.text.length || this.#telling.pending) return
    if (anew) applyMarks(this.#copy.view, copyMarks(marked, this.#language))
    this.#first = false
    const headed = marked.review.stories.filter(({ at, end }) => at < end).length > 1
    this.#aligner.setRows(pairRows(marked.review, this.reading, headed))
  }

  /** Scrolls a flag or block into sight, if it is not. */
  reveal(id: string | null): void {
    this.#sought = id === null ? null : this.#readingPlace(id)
    this.#seek()
  }

  close(): void {
    this.#proof.seat(null)
    this.#telling.close()
    this.#aligner.close()
    this.#stop.abort()
    this.#source.destroy()
    this.#copy.view.destroy()
  }

  /** Heights far away are estimates until they are drawn: the place is sought again until it is in sight. */
  #seek(): void {
    const at = this.#sought
    if (at === null) return
    const box = this.#source.coordsAtPos(at)
    const frame = this.#places.scroller.getBoundingClientRect()
    if (box !== null && box.top > frame.top + 8 && box.bottom < frame.bottom - 8) {
      this.#sought = null
      return
    }
    this.#source.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 120 }) })
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
      scroller.addEventListener(kind, () => (this.#sought = null), { signal, passive: true })
    }
    const calm = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isComposing(event)) this.#clearTwins()
    }
    document.addEventListener('keydown', calm, { signal, capture: true })
    left.addEventListener('click', (event) => clickedSource(event, this.#clicked), { signal })
    right.addEventListener('click', (event) => clickedCopy(event, this.#clicked, this.#places.editHead), { signal })
    const { contentDOM } = this.#copy.view
    const soon = (): void => void setTimeout(() => this.#telling.flush(), 0)
    contentDOM.addEventListener('compositionend', soon, { signal })
    contentDOM.addEventListener('blur', () => this.#telling.flush(), { signal })
    document.addEventListener('visibilitychange', () => this.#telling.flush(document.hidden), { signal })
  }

  #sight(place: Sight): void {
    const { source, copy } = bothSides(this.#proof.review.copy, place)
    this.#clearTwins()
    if (copy !== null && copy[1] <= this.#copy.view.state.doc.length)
      applyTwin(this.#copy.view, { from: copy[0], to: copy[1] })
    if (source === null) return
    const [from, to] = spanInReading(this.reading, source)
    applyTwin(this.#source, { from, to })
    this.#sought = from
    this.#seek()
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

/** A letter typed into a line that stays as high moves nothing: only what changes heights is aligned anew. */
function changesHeights({ docChanged, heightChanged, geometryChanged }: ViewUpdate): boolean {
  return docChanged ? heightChanged : geometryChanged
}

function sameMarked(a: Marked, b: Marked): boolean {
  return a.review === b.review && a.flags === b.flags && a.current === b.current
}
