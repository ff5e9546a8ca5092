/** @typedef {(event: object, ...words: unknown[]) => unknown} Handler */

/** @type {Map<string, Handler>} */
const handlers = new Map()

export const ipcMain = {
  handle(/** @type {string} */ channel, /** @type {Handler} */ handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler(/** @type {string} */ channel) {
    handlers.delete(channel)
  },
}

/**
 * What a window's `invoke` comes to.
 *
 * @param {{ id: number, channel: string, words: unknown[] }} asked @param {object} event
 */
export async function invoke({ id, channel, words }, event) {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { id, value: await handler(event, ...words) }
  } catch (error) {
    return { id, error: `Error invoking remote method '${channel}': ${error}` }
  }
}

/**
 * Copies as JSON does. Structured clone would carry more; what JSON cannot carry is an error here, so nothing gets lost unseen.
 *
 * @template T @param {T} value @returns {T}
 */
export function copy(value) {
  const text = JSON.stringify(value, (key, each) => {
    if (typeof each === 'function' || each instanceof Map || each instanceof Set || ArrayBuffer.isView(each))
      throw new Error(`stand-in for Electron: cannot carry ${key}`)
    return each
  })
  return text === undefined ? value : JSON.parse(text)
}
