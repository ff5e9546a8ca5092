import { EventEmitter } from 'node:events'
import { fromWeb } from './scheme.mjs'
import { note, strict } from './log.mjs'

/** @typedef {(details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void} BeforeRequest */

/** @type {BeforeRequest | null} */
let beforeRequest = null

/** Whether the application lets a request go out. @param {string} address in Chromium @returns {Promise<boolean>} */
export async function letsOut(address) {
  const url = fromWeb(address)
  if (!beforeRequest) return true
  const { cancel } = await new Promise((/** @type {(response: { cancel?: boolean }) => void} */ answer) =>
    beforeRequest?.({ url }, answer),
  )
  if (cancel) note('request-cancelled', { url })
  return !cancel
}

/** Permissions are the browser's; that they were refused is noted, and tested beside the code that refuses. */
const defaultSession = strict(
  'session',
  Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => note('permissions', { handler: 'request' }),
    setPermissionCheckHandler: () => note('permissions', { handler: 'check' }),
    setDevicePermissionHandler: () => note('permissions', { handler: 'device' }),
    setSpellCheckerEnabled: (/** @type {boolean} */ enabled) => note('spell-checker', { enabled }),
    webRequest: {
      onBeforeRequest(/** @type {BeforeRequest} */ listener) {
        beforeRequest = listener
      },
    },
  }),
)

export const session = { defaultSession }
