import type { Page, WebSocketRoute } from '@playwright/test'

interface News {
  readonly news?: { readonly kind: string; readonly state?: { readonly phase: string; readonly done: number } }
}

/** Holds back what the host tells from the moment an export writes, until it is let go. For the loopback host's window. */
export class HeldExport {
  #line: WebSocketRoute | null = null
  #held: (string | Buffer)[] = []
  #holding = false
  #armed = false

  /** Loads the window anew, with its line to the host going through here. */
  async attach(page: Page): Promise<void> {
    await page.routeWebSocket(/\/ws$/, (line) => {
      this.#line = line
      const host = line.connectToServer()
      host.onMessage((message) => {
        if (this.#holding) this.#held.push(message)
        else line.send(message)
        if (this.#armed && isWriting(message)) this.#holding = true
      })
    })
    await page.reload()
  }

  /** From the next export on. */
  arm(): void {
    this.#armed = true
  }

  letGo(): void {
    this.#armed = false
    this.#holding = false
    for (const message of this.#held.splice(0)) this.#line?.send(message)
  }
}

function isWriting(message: string | Buffer): boolean {
  const { news } = JSON.parse(message.toString()) as News
  return news?.kind === 'export' && news.state?.phase === 'write' && news.state.done > 0
}
