import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { CHANNEL, type Failure, type Host, type Reply } from '../contract/contract'

const REFUSED: Failure = {
  code: 'refused',
  zh: '该请求不是窗口发出的\uFF0C已拒绝。',
  en: 'The request did not come from the window and was refused.',
}

/** Whether a message comes from the main frame of one of our windows, at exactly its origin. */
export function isOurs(event: IpcMainInvokeEvent, windows: readonly WebContents[], origin: string): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.origin === origin && windows.includes(event.sender)
}

/**
 * Carries the contract over Electron's IPC: one channel for requests, one for news. A request that is not the window's is
 * refused; what is in it, the host parses.
 *
 * @param windows the contents of the windows that are open now
 * @returns ends the carrying
 */
export function carry(ipc: IpcMain, host: Host, windows: () => readonly WebContents[], origin: string): () => void {
  ipc.handle(CHANNEL.request, async (event, ...words: unknown[]): Promise<Reply<unknown>> => {
    const [name, argument] = words
    if (!isOurs(event, windows(), origin) || words.length !== 2 || typeof name !== 'string')
      return { ok: false, failure: REFUSED }
    return host.request(name, argument)
  })
  const quiet = host.onNews((news) => {
    for (const contents of windows()) if (!contents.isDestroyed()) contents.send(CHANNEL.news, news)
  })
  return () => {
    quiet()
    ipc.removeHandler(CHANNEL.request)
  }
}
