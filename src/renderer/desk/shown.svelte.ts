import type { News } from '../../contract/contract'
import type { Proof } from './proof/proof.svelte'

type ProofNews = Extract<News, { kind: 'records' | 'findings' }>

/** A document on its way to the desk, and what was told meanwhile. */
export interface Opening {
  readonly id: string
  readonly meanwhile: ProofNews[]
}

/** The document on the desk, or on its way there: at most one of the two. */
export class Shown {
  #proof = $state.raw<Proof | null>(null)
  #opening = $state.raw<Opening | null>(null)

  get proof(): Proof | null {
    return this.#proof
  }

  get opening(): Opening | null {
    return this.#opening
  }

  /** A row's document is asked for. Another one asked for later comes instead. */
  await(id: string): Opening {
    this.#proof = null
    this.#opening = { id, meanwhile: [] }
    return this.#opening
  }

  /** @param proof null where the document could not be opened */
  arrive(opening: Opening, proof: Proof | null): void {
    if (this.#opening !== opening) return
    this.put(proof)
    opening.meanwhile.forEach((news) => this.tell(news))
  }

  put(proof: Proof | null): void {
    this.#opening = null
    this.#proof = proof
  }

  /** Tells the document on the desk; one on its way there hears it when it has come. */
  tell(news: ProofNews): void {
    if (this.#opening !== null) this.#opening.meanwhile.push(news)
    else if (news.kind === 'records') this.#proof?.takeRecords(news.records)
    else if (news.version === this.#proof?.version) this.#proof.takeFindings(news, news.at)
  }
}
