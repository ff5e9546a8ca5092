import type { IncomingMessage } from 'node:http'
import { readBundle } from '../host/bundle/file'
import { contentPolicy, newNonce, safeHeaders } from '../host/bundle/policy'
import { Key } from './key'

/** This machine alone, by number: a name could be made to mean another. */
export const ADDRESS = '127.0.0.1'
const SOCKET_PATH = '/ws'

export interface Response {
  readonly status: 200 | 303 | 403
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/**
 * Decides what a request gets: a file of the built window, the exchange of the token, or 403. Refused are another Host (DNS
 * rebinding) or two of them, another method, another Origin, no cookie, a path that is no file of the bundle; for the
 * WebSocket also no Origin. What proxies add to a request means nothing here.
 */
export class Door {
  readonly key: Key
  /** the window's origin, exactly */
  readonly origin: string
  readonly #host: string
  readonly #root: string

  /** @param root the folder of the built window */
  constructor(port: number, root: string) {
    this.key = new Key(port)
    this.#host = `${ADDRESS}:${port}`
    this.origin = `http://${this.#host}`
    this.#root = root
  }

  async answer(request: IncomingMessage): Promise<Response> {
    const nonce = newNonce()
    const headers = safeHeaders(contentPolicy(nonce, `ws://${this.#host}`))
    const url = this.#urlOf(request)
    const opened = this.key.opens(request.headers.cookie)
    const token = url?.pathname === '/' ? url.searchParams.get('token') : null
    if (url && token !== null) {
      const cookie = this.key.exchange(token)
      if (cookie) return { status: 303, headers: { ...headers, location: '/', 'set-cookie': cookie }, body: '' }
      if (opened) return { status: 303, headers: { ...headers, location: '/' }, body: '' }
    } else if (url && opened) {
      const file = await readBundle(this.#root, url.pathname, nonce)
      if (file) return { status: 200, headers: { ...headers, 'content-type': file.type }, body: file.body }
    }
    return { status: 403, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: 'Forbidden\n' }
  }

  /** Whether a request for a WebSocket comes from our own page. */
  admits(request: IncomingMessage): boolean {
    const { origin, cookie, upgrade } = request.headers
    const asks = request.method === 'GET' && request.url === SOCKET_PATH && upgrade?.toLowerCase() === 'websocket'
    return asks && this.#isMeant(request) && origin === this.origin && this.key.opens(cookie)
  }

  /** The address that is asked for; null where it is not ours to answer. Only reading is: no other method is served. */
  #urlOf(request: IncomingMessage): URL | null {
    const { headers, method, url } = request
    if (!this.#isMeant(request) || method !== 'GET' || !url?.startsWith('/')) return null
    if (headers.origin !== undefined && headers.origin !== this.origin) return null
    return URL.canParse(this.origin + url) ? new URL(this.origin + url) : null
  }

  /** Names this host, exactly and once: of two Hosts Node shows the first alone. */
  #isMeant({ headersDistinct }: IncomingMessage): boolean {
    const hosts = headersDistinct['host']
    return hosts?.length === 1 && hosts[0] === this.#host
  }
}
