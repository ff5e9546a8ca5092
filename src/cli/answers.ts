import type { Writable } from 'node:stream'

/** Who read the answers went away (`| head`): nobody wants the rest. */
export class ReaderGone extends Error {}

/** JSON lines to a stream, as fast as they are read. */
export class Answers {
  #gone: Error | null = null

  constructor(private readonly out: Writable) {
    out.on('error', (error: NodeJS.ErrnoException) => {
      this.#gone = error.code === 'EPIPE' ? new ReaderGone() : error
    })
  }

  /** Resolves once the line is taken. Throws ReaderGone after EPIPE. */
  write(answer: unknown): Promise<void> {
    return this.print(`${JSON.stringify(answer)}\n`)
  }

  async print(text: string): Promise<void> {
    if (this.#gone) throw this.#gone
    await new Promise<void>((resolve, reject) => {
      this.out.write(text, (error) => {
        if (!error) resolve()
        else reject('code' in error && error.code === 'EPIPE' ? new ReaderGone() : error)
      })
    })
  }
}
