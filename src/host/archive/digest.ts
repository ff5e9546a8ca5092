import { createHash, type Hash } from 'node:crypto'

/** The algorithms of the manifests. */
export const ALGORITHMS = ['sha256', 'sha512'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** What stands in a file: both sums in lower-case hex, and how many bytes. */
export interface Digest {
  readonly sha256: string
  readonly sha512: string
  readonly bytes: number
}

/** Both sums of one file, fed piece by piece. */
export class Digester {
  #sha256: Hash = createHash('sha256')
  #sha512: Hash = createHash('sha512')
  #bytes = 0

  update(chunk: Uint8Array): void {
    this.#sha256.update(chunk)
    this.#sha512.update(chunk)
    this.#bytes += chunk.length
  }

  digest(): Digest {
    return { sha256: this.#sha256.digest('hex'), sha512: this.#sha512.digest('hex'), bytes: this.#bytes }
  }
}

export function digestOf(bytes: Uint8Array): Digest {
  const digester = new Digester()
  digester.update(bytes)
  return digester.digest()
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
