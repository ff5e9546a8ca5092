import { settings } from './settings.svelte'

/**
 * How much room the window has, in CSS pixels, so text zoom counts: at 200 % a window of 1440 is one of 720.
 * wide: queue, both panes and rail beside each other · middle: the queue lies over the panes · narrow: the rail takes
 * its room from the panes, of which one is left · slim: one thing at a time.
 */
export type Room = 'wide' | 'middle' | 'narrow' | 'slim'

export type PaneView = 'both' | 'source' | 'copy'

const WIDE = '(min-width: 1181px)'
const MIDDLE = '(min-width: 821px)'
const NARROW = '(min-width: 561px)'
const ROOMS: readonly Room[] = ['wide', 'middle', 'narrow']
const QUEUE = 'queue'
const RAIL = 'rail'
const CLOSED = 'closed'
const SPLIT = 'split'
const RAW = 'raw'
const FOLDED = 'folded'
/** The share of the width the narrower pane keeps. */
export const LEAST_SPLIT = 0.25

/** Which parts of the desk are in sight. What is closed where there is room for it stays closed; over the panes nothing stays. */
export class Layout {
  #room = $state.raw<Room>('wide')
  #queueOver = $state.raw(false)
  #railOver = $state.raw(false)
  #view = $state.raw<PaneView>('both')
  /** while it is dragged */
  #split = $state.raw<number | null>(null)
  /** the pane that is left where there is room for one */
  #single = $state.raw<Exclude<PaneView, 'both'>>('source')

  constructor() {
    const queries = [WIDE, MIDDLE, NARROW].map((query) => matchMedia(query))
    const measure = (): void => {
      this.#room = ROOMS[queries.findIndex(({ matches }) => matches)] ?? 'slim'
      this.#queueOver = false
      this.#railOver = false
    }
    for (const query of queries) query.addEventListener('change', measure)
    measure()
  }

  get room(): Room {
    return this.#room
  }

  /** The queue lies over the panes instead of beside them. */
  get queueFloats(): boolean {
    return this.#room !== 'wide'
  }

  /** The rail is there only while it is asked for. */
  get railFloats(): boolean {
    return this.#room === 'narrow' || this.#room === 'slim'
  }

  get queue(): boolean {
    return this.queueFloats ? this.#queueOver : settings.of(QUEUE) !== CLOSED
  }

  get rail(): boolean {
    return this.railFloats ? this.#railOver : settings.of(RAIL) !== CLOSED
  }

  /** Which panes are in sight. */
  get panes(): PaneView {
    if (this.#room === 'wide') return 'both'
    const one = this.#room === 'slim' || (this.#room === 'narrow' && this.#railOver)
    return one && this.#view === 'both' ? this.#single : this.#view
  }

  /** The original's share of the width of both panes, between `LEAST_SPLIT` and the rest to 1. */
  get split(): number {
    return this.#split ?? within(Number(settings.of(SPLIT) ?? 0.5))
  }

  drag(share: number): void {
    this.#split = within(share)
  }

  /** What was dragged is remembered. */
  keepSplit(): void {
    if (this.#split === null) return
    const share = Math.round(100 * this.#split) / 100
    settings.set(SPLIT, share === 0.5 ? null : String(share))
    this.#split = null
  }

  /** An original with mark-up is shown as its file has it. */
  get raw(): boolean {
    return settings.of(RAW) !== null
  }

  showRaw(raw: boolean): void {
    settings.set(RAW, raw ? 'raw' : null)
  }

  /** Long runs of unchanged paragraphs are folded. */
  get folded(): boolean {
    return settings.of(FOLDED) !== null
  }

  fold(folded: boolean): void {
    settings.set(FOLDED, folded ? 'folded' : null)
  }

  /** The views there is room for. */
  get views(): readonly PaneView[] {
    if (this.#room === 'wide') return ['both']
    return this.#room === 'slim' ? ['source', 'copy'] : ['both', 'source', 'copy']
  }

  showQueue(open: boolean): void {
    if (this.queueFloats) this.#queueOver = open
    else settings.set(QUEUE, open ? null : CLOSED)
  }

  showRail(open: boolean): void {
    if (this.railFloats) this.#railOver = open
    else settings.set(RAIL, open ? null : CLOSED)
  }

  /** Both panes leave no room for the rail in a narrow window: it goes. */
  showPanes(view: PaneView): void {
    this.#view = view
    if (view !== 'both') this.#single = view
    else if (this.#room === 'narrow') this.#railOver = false
  }

  /** The next view. Answers whether there is a choice. */
  turnPanes(): boolean {
    const { views } = this
    this.showPanes(views[(views.indexOf(this.panes) + 1) % views.length] ?? 'both')
    return views.length > 1
  }

  /** Brings a pane into sight that something is about to happen in. */
  need(pane: Exclude<PaneView, 'both'>): void {
    if (this.panes === 'both' || this.panes === pane) return
    if (this.#view === 'both') this.#single = pane
    else this.showPanes(pane)
  }

  /** Closes what lies over the panes. Answers whether something did. */
  clear(): boolean {
    const over = this.#queueOver || this.#railOver
    this.#queueOver = false
    this.#railOver = false
    return over
  }
}

function within(share: number): number {
  return Number.isFinite(share) ? Math.min(1 - LEAST_SPLIT, Math.max(LEAST_SPLIT, share)) : 0.5
}
