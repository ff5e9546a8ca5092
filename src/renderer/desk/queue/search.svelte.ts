import type { Answer, Argument, Reply } from '../../../contract/contract'
import { termsOf } from '../../../contract/words'
import { joined, NO_HITS, withMore } from './hits'
import type { Queue } from './queue.svelte'

/** After a letter, in milliseconds: who types goes on later than that, and an answer that comes too late is let go. */
const PAUSE = 25
/** What the host has not read yet, and what arrives, is looked for again after this time. */
const AGAIN = 1000
/** Looks after which nothing more was read: what is left is more than the host holds. */
const IN_VAIN = 5

type Ask = (argument: Argument<'search'>) => Promise<Reply<Answer<'search'>>>

/** What is looked for in all documents: rows that name it show at once, the others as the host finds them. */
export class Search {
  readonly #queue: Queue
  readonly #ask: Ask
  #running = $state.raw(false)
  #unread = $state.raw(0)
  #words = ''
  #inVain = 0
  /** tells one run from another: an answer to an earlier one is let go */
  #run = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(queue: Queue, ask: Ask) {
    this.#queue = queue
    this.#ask = ask
  }

  /** More is coming. */
  get running(): boolean {
    return this.#running
  }

  /** Documents whose text is not at hand yet. */
  get unread(): number {
    return this.#unread
  }

  find(words: string): void {
    this.#words = words
    this.#queue.find(words)
    this.#run++
    this.#unread = 0
    this.#inVain = 0
    this.#running = termsOf(words).length > 0
    if (this.#running) this.#soon(PAUSE)
    else this.#stop()
  }

  /** Documents came or changed. */
  again(): void {
    if (this.#timer === null && termsOf(this.#words).length > 0) this.#soon(AGAIN)
  }

  #soon(wait: number): void {
    this.#stop()
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#look(++this.#run, this.#words)
    }, wait)
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #look(run: number, words: string): Promise<void> {
    let found = NO_HITS
    const before = this.#unread
    for (let from: number | null = 0; from !== null;) {
      const reply = await this.#ask({ words, from })
      if (run !== this.#run) return
      if (!reply.ok) break
      found = withMore(found, reply.value.hits)
      this.#unread = reply.value.unread
      from = reply.value.next
      // What an earlier look found stays until this one has been everywhere.
      this.#queue.match(from === null ? found : joined(this.#queue.hits, found))
    }
    this.#running = false
    this.#inVain = this.#unread === before ? this.#inVain + 1 : 0
    if (this.#unread > 0 && this.#inVain < IN_VAIN) this.again()
  }
}
