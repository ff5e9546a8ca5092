import type { Answer, Argument, Carrier, News, Reply, RequestName } from '../../contract/contract'

/** What the preload puts on the window. */
export interface Bridge {
  request<K extends RequestName>(name: K, argument: Argument<K>): Promise<Reply<Answer<K>>>
  onNews(listener: (news: News) => void): () => void
  /** where a dropped file or folder lies; empty for a file that is on no disk */
  pathOf(file: File): string
}

declare global {
  interface Window {
    readonly qingyang?: Bridge
  }
}

/** The carrier over Electron's IPC; null outside Electron. */
export function electronCarrier(): Carrier | null {
  const bridge = window.qingyang
  if (bridge === undefined) return null
  return {
    request: (name, argument) => bridge.request(name, argument),
    onNews: (listener) => bridge.onNews(listener),
    // The main process outlives its window.
    onLink: () => () => undefined,
  }
}
