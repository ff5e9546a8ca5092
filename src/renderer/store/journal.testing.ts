import type { Answer, Argument, Carrier, Failure, JournalHead, News, Reply, RequestName } from '../../contract/contract'
import type { JournalRecord } from '../../review/operation'

/** A journal in memory behind a carrier, for tests of what the window does with a host. */
export class TestJournal implements Carrier {
  records: JournalRecord[] = []
  id = 'journal'
  /** requests by name, in order */
  readonly asked: RequestName[] = []
  /** what `append` answers instead of taking the entries */
  refusal: Failure | null = null
  /** an entry the journal never takes: alone it is 'refused', among others the whole append is */
  spoilt: string | null = null
  /** what a host answers beside the journal */
  readonly answers = new Map<RequestName, unknown>()
  readonly #listeners = new Set<(news: News) => void>()

  get head(): JournalHead {
    return { id: this.id, seq: this.records.length, hash: `h${this.records.length}` }
  }

  request<K extends RequestName>(name: K, argument: Argument<K>): Promise<Reply<Answer<K>>> {
    this.asked.push(name)
    return Promise.resolve(this.#answer(name, argument) as Reply<Answer<K>>)
  }

  onNews(listener: (news: News) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(news: News): void {
    this.#listeners.forEach((listener) => listener(news))
  }

  onLink(): () => void {
    return () => undefined
  }

  #answer(name: RequestName, argument: unknown): Reply<unknown> {
    if (name === 'append') return this.#append(argument as Argument<'append'>)
    if (this.answers.has(name)) return { ok: true, value: this.answers.get(name) }
    if (name !== 'records') throw new Error(`A test asked for ${name}`)
    const { after, limit } = argument as Argument<'records'>
    return { ok: true, value: { records: this.records.slice(after, after + limit), head: this.head } }
  }

  #append({ client, entries }: Argument<'append'>): Reply<unknown> {
    if (this.refusal !== null) return { ok: false, failure: this.refusal }
    if (entries.some(({ opId }) => opId === this.spoilt)) {
      return { ok: false, failure: { code: entries.length > 1 ? 'refused-together' : 'refused', zh: '', en: '' } }
    }
    const records = entries.map((entry): JournalRecord => {
      const held = this.records.find(({ opId }) => opId === entry.opId)
      if (held !== undefined) return held
      const record: JournalRecord = {
        ...entry,
        v: 1,
        client,
        seq: this.records.length + 1,
        prevHash: `h${this.records.length}`,
      }
      this.records.push(record)
      return record
    })
    return { ok: true, value: { records } }
  }
}
