import type { Carrier, News, Opened, Row } from '../../contract/contract'
import type { Desk } from './desk.svelte'
import { turnsVerdicts } from './rejudged'

/** Documents held at once. */
const HELD = 2
/** What is opened goes first: so long after it, in milliseconds, the next are asked for. */
const PAUSE = 150
/** A pointer that rests on a row so long, in milliseconds, may press it. */
const DWELL = 60
/** A file larger than this, in bytes, is not worth holding twice. */
const LARGEST = 2_000_000

/** What is fetched ahead has of the desk. */
interface Office {
  /** rows that are likely to be opened next, the likeliest first */
  next(): readonly (Row | null)[]
  /** the row whose document is on the desk: nothing new is to be learned of it by fetching */
  isOpen(id: string): boolean
  /** null where it cannot be had */
  fetch(id: string): Promise<Opened | null>
}

interface Held {
  /** null while it is on its way */
  opened: Opened | null
  /** what was told while it was on its way */
  readonly meanwhile: News[]
}

/**
 * The documents that are likely to be opened next, and the one the pointer rests on, fetched before they are opened. One
 * that the host tells anything new of is let go and fetched again: what is opened from here is what the host would answer.
 */
export class Ahead {
  readonly #office: Office
  readonly #held = new Map<string, Held>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #dwell: ReturnType<typeof setTimeout> | undefined
  /** the row the pointer rested on last, by id */
  #pointed = ''

  constructor(office: Office) {
    this.#office = office
  }

  /** The row's document, where it is at hand. It is not held any more. */
  take({ id, version }: Row): Opened | null {
    const opened = this.#held.get(id)?.opened ?? null
    this.#held.delete(id)
    return opened?.row.version === version ? opened : null
  }

  /** Fetches what is likely to be opened next, in a while. */
  soon(): void {
    if (this.#timer === null) this.#timer = setTimeout(() => this.#fetch(), PAUSE)
  }

  /** The pointer came to a row: it is fetched if it rests there. */
  point(row: Row): void {
    clearTimeout(this.#dwell)
    this.#dwell = setTimeout(() => {
      if (!isWorth(row) || this.#office.isOpen(row.id) || this.#held.has(row.id)) return
      this.#held.delete(this.#pointed)
      this.#pointed = row.id
      void this.#bring(row.id)
    }, DWELL)
  }

  /** Hears what the host tells, before anybody opens a document upon it. */
  hear(news: News): void {
    for (const [id, held] of this.#held) {
      if (held.opened === null) held.meanwhile.push(news)
      else if (outdates(news, held.opened)) this.#drop(id)
    }
  }

  /** Another folder, or news may have been missed. */
  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    clearTimeout(this.#dwell)
    this.#held.clear()
  }

  #drop(id: string): void {
    this.#held.delete(id)
    this.soon()
  }

  #fetch(): void {
    this.#timer = null
    const ids = [...new Set(this.#office.next().flatMap((row) => (isWorth(row) ? [row.id] : [])))].slice(0, HELD)
    for (const id of this.#held.keys()) if (!ids.includes(id)) this.#held.delete(id)
    for (const id of ids) if (!this.#held.has(id)) void this.#bring(id)
  }

  async #bring(id: string): Promise<void> {
    const held: Held = { opened: null, meanwhile: [] }
    this.#held.set(id, held)
    const opened = await this.#office.fetch(id)
    if (this.#held.get(id) !== held) return
    held.opened = opened
    if (opened === null) this.#held.delete(id)
    else if (held.meanwhile.some((news) => outdates(news, opened))) this.#drop(id)
  }
}

const isWorth = (row: Row | null): row is Row =>
  row !== null && row.version !== null && row.status !== 'failed' && row.bytes <= LARGEST

/** Whether a document as it was opened is not what the host would answer now. */
function outdates(news: News, { row, records, findings, width, findingsAt }: Opened): boolean {
  switch (news.kind) {
    case 'records':
      return (
        turnsVerdicts(news.records) ||
        news.records.some(({ version, opId }) => version === row.version && !records.some((own) => own.opId === opId))
      )
    case 'findings':
      if (news.version !== row.version || news.at < findingsAt) return false
      return news.at > findingsAt || !isSame([news.findings, news.width], [findings, width])
    case 'rejudged':
      return news.version === row.version
    case 'rows':
      return news.gone.includes(row.id) || news.upsert.some((now) => now.id === row.id && !isSame(now, row))
    default:
      return false
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** At a desk: the next there is something to do about, then the row below. */
export function aheadOf(desk: Desk, carrier: Carrier): Ahead {
  return new Ahead({
    next: () => [desk.queue.nextToDo(desk.reviewer.name), desk.queue.beside(1)],
    isOpen: (id) => id === desk.queue.selected,
    fetch: async (id) => {
      const reply = await carrier.request('document', { id })
      return reply.ok ? reply.value : null
    },
  })
}
