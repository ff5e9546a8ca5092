import type { WriteStream } from 'node:tty'

const CLEAR = '\r\u001b[K'

/** One line on a terminal's standard error that tells how far it is; anywhere else nothing. */
export class Progress {
  #shown = 0

  constructor(
    private readonly out: NodeJS.WriteStream | WriteStream,
    private readonly now: () => number = Date.now,
  ) {}

  show(done: number, total: number, what: string): void {
    if (!this.out.isTTY || (done < total && this.now() - this.#shown < 100)) return
    this.#shown = this.now()
    const line = `${done}/${total} ${what}`.replace(/\p{Cc}/gu, '?')
    this.out.write(
      CLEAR +
        Array.from(line)
          .slice(0, Math.max(10, ((this.out.columns || 80) >> 1) - 1))
          .join(''),
    )
  }

  clear(): void {
    if (this.out.isTTY && this.#shown > 0) this.out.write(CLEAR)
  }
}
