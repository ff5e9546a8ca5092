import { spawn, type ChildProcess } from 'node:child_process'
import type { Change } from './server'

/** How long after its browser ended a host waits for a window, ms: a browser that was open already takes over and ends at once. */
const AFTER_BROWSER = 2_000
/** How long after its last window went a host waits for it to come back, ms: a reload, a crashed tab. */
const AFTER_WINDOW = 30_000

/**
 * The browser window of a host that was started to show one. The host ends with it: when the browser has ended, or (macOS
 * keeps a browser without windows) when no window came back. A browser that ends before it showed anything ends nothing.
 */
export class DeskWindow {
  readonly #child: ChildProcess
  readonly #connected: () => number
  readonly #say: (line: string) => void
  readonly #end: () => void
  #shown = false
  #browserEnded = false
  #timer: NodeJS.Timeout | undefined

  /** @param connected windows connected now */
  constructor(
    browser: string,
    args: readonly string[],
    connected: () => number,
    say: (line: string) => void,
    end: () => void,
  ) {
    this.#connected = connected
    this.#say = say
    this.#end = end
    this.#child = spawn(browser, args, { stdio: 'ignore' })
    this.#child
      .on('error', (error) => this.#gone(error.message))
      .on('exit', (code) => this.#gone(`exit status ${code}`))
  }

  /** Hears what happens at the server. */
  hear(change: Change): void {
    if (change === 'connected') this.#shown = true
    if (change === 'disconnected') this.#watch()
  }

  close(): void {
    clearTimeout(this.#timer)
    if (!this.#browserEnded) this.#child.kill()
  }

  #gone(how: string): void {
    if (this.#browserEnded) return
    this.#browserEnded = true
    if (this.#shown) this.#watch()
    else this.#say(`The browser ended before it showed the window (${how}). Open the address yourself.`)
  }

  #watch(): void {
    clearTimeout(this.#timer)
    const wait = this.#browserEnded ? AFTER_BROWSER : AFTER_WINDOW
    this.#timer = setTimeout(() => {
      if (this.#shown && this.#connected() === 0) this.#end()
    }, wait)
  }
}
