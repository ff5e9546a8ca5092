import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as they stand in a URL or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Compares in constant time, whatever the lengths. */
export function isSame(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

/** The value of one cookie of a request; '' where there is none. */
export function cookieOf(header: string | undefined, name: string): string {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return ''
}

/**
 * Who may come in: the token of the printed address is exchanged once for a cookie; after that only the cookie counts. A
 * new token stands ready for the next browser that has to be let in.
 */
export class Key {
  #token = newSecret()
  readonly #session = newSecret()
  /** Cookies do not tell ports apart, so the name does. */
  readonly #cookie: string

  constructor(port: number) {
    this.#cookie = `qingyang_${port}`
  }

  get token(): string {
    return this.#token
  }

  /** The cookie to set in exchange for the token; null for a wrong one. The token is void from then on. */
  exchange(token: string): string | null {
    if (!isSame(token, this.#token)) return null
    this.#token = newSecret()
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** Whether a request's cookies open the door. */
  opens(cookies: string | undefined): boolean {
    return isSame(cookieOf(cookies, this.#cookie), this.#session)
  }
}
