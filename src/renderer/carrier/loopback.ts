import type { Answer, Argument, Carrier, Failure, News, Reply, RequestName } from '../../contract/contract'

/** What the socket needs; the browser's WebSocket, or a test's. */
export type Dial = () => WebSocket

const FIRST_WAIT = 250
const LONGEST_WAIT = 4000

const dialHost: Dial = () => {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(`${scheme}//${location.host}/ws`)
}

const GONE: Failure = {
  code: 'host-gone',
  zh: '与后台的连接断了\uFF0C稍后自动重连',
  en: 'The connection to the host is down; it reconnects by itself',
}

/**
 * The carrier over the loopback host's WebSocket. Frames out: `{ id, name, argument }`; in: `{ id, reply }` or `{ news }`.
 * It dials again after a loss, with growing waits; a request made while the link is down waits for it, one on its way
 * when the link breaks is answered with the failure `host-gone`.
 */
export function loopbackCarrier(dial: Dial = dialHost): Carrier {
  return new Line(dial)
}

class Line implements Carrier {
  readonly #dial: Dial
  readonly #listeners = new Set<(news: News) => void>()
  readonly #watchers = new Set<(up: boolean) => void>()
  readonly #asked = new Map<number, (reply: Reply<never>) => void>()
  readonly #unsent: string[] = []
  #socket: WebSocket | null = null
  #wait = FIRST_WAIT
  #lastId = 0

  constructor(dial: Dial) {
    this.#dial = dial
    this.#connect()
  }

  request<K extends RequestName>(name: K, argument: Argument<K>): Promise<Reply<Answer<K>>> {
    return new Promise((resolve) => {
      const id = ++this.#lastId
      this.#asked.set(id, resolve as (reply: Reply<never>) => void)
      const frame = JSON.stringify({ id, name, argument })
      if (this.#socket === null) this.#unsent.push(frame)
      else this.#socket.send(frame)
    })
  }

  onNews(listener: (news: News) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  onLink(watcher: (up: boolean) => void): () => void {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  #connect(): void {
    const socket = this.#dial()
    socket.onopen = () => {
      this.#socket = socket
      this.#wait = FIRST_WAIT
      this.#unsent.splice(0).forEach((frame) => socket.send(frame))
      this.#watchers.forEach((watcher) => watcher(true))
    }
    socket.onmessage = (event: MessageEvent<string>) => this.#receive(event.data)
    socket.onclose = () => this.#lost()
  }

  #receive(data: string): void {
    const frame = JSON.parse(data) as { id?: number; reply?: Reply<never>; news?: News }
    const { id, reply, news } = frame
    if (news !== undefined) this.#listeners.forEach((listener) => listener(news))
    if (id === undefined || reply === undefined) return
    this.#asked.get(id)?.(reply)
    this.#asked.delete(id)
  }

  #lost(): void {
    const had = this.#socket !== null
    this.#socket = null
    if (had) {
      const waiting = [...this.#asked.values()]
      this.#asked.clear()
      waiting.forEach((answer) => answer({ ok: false, failure: GONE }))
    }
    this.#watchers.forEach((watcher) => watcher(false))
    setTimeout(() => this.#connect(), this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
  }
}
