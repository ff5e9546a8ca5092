// Injected as text into the preload's world, behind bridge.js: what a sandboxed preload may require.

/** The preload's end of IPC. */
class IpcRenderer {
  /** @type {Map<number, { done: (value: any) => void, fail: (error: Error) => void }>} */
  #waiting = new Map()
  /** @type {Map<string, Set<Function>>} */
  #listeners = new Map()
  #last = 0
  #send

  /** @param {(message: string) => void} send to the main process */
  constructor(send) {
    this.#send = send
    Object.assign(globalThis, { standInDeliver: (/** @type {any} */ message) => this.#hear(message) })
  }

  /** @param {string} channel @param {unknown[]} words */
  invoke(channel, ...words) {
    return new Promise((done, fail) => {
      this.#waiting.set(++this.#last, { done, fail })
      this.#send(JSON.stringify({ id: this.#last, channel, words }))
    })
  }

  /** @param {string} channel @param {Function} listener */
  on(channel, listener) {
    this.#listeners.set(channel, (this.#listeners.get(channel) ?? new Set()).add(listener))
    return this
  }

  /** @param {string} channel @param {Function} listener */
  off(channel, listener) {
    this.#listeners.get(channel)?.delete(listener)
    return this
  }

  /** @param {any} message what the main process delivers: an answer, or something sent */
  #hear(message) {
    if (message.id === undefined) {
      for (const listener of [...(this.#listeners.get(message.channel) ?? [])])
        listener({ ports: [] }, ...message.words)
      return
    }
    const asked = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error === undefined) asked?.done(message.value)
    else asked?.fail(new Error(message.error))
  }
}

/**
 * The preload's `require`.
 *
 * @param {{ expose: (key: string, api: unknown) => void }} side the preload's side of the bridge
 * @param {(message: string) => void} send to the main process
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- used by the text it is injected with
function preloadRequire(side, send) {
  const contextBridge = {
    exposeInMainWorld: (/** @type {string} */ key, /** @type {unknown} */ api) => side.expose(key, api),
  }
  const ipcRenderer = new IpcRenderer(send)
  // A page outside Electron never learns where a file lies: as for a file that is on no disk.
  const webUtils = { getPathForFile: () => '' }
  return (/** @type {string} */ name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webUtils }
    throw new Error(`stand-in for Electron: a sandboxed preload requires 'electron' alone, not '${name}'`)
  }
}
