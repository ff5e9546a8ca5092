import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The preload's isolated world. */
export const WORLD = 'preload'
/** What the preload's world calls to reach the main process. */
export const BINDING = 'standInSend'

/** @param {string} name */
const text = (name) => readFileSync(new URL(`./world/${name}`, import.meta.url), 'utf8')

/**
 * Puts the bridge into the page's world and the preload behind it into a world of its own, at every load of the main frame.
 *
 * @param {import('@playwright/test').CDPSession} cdp @param {string | undefined} preload the preload's file
 */
export async function injectPreload(cdp, preload) {
  const channel = `stand-in-${randomUUID()}`
  const inTop = (/** @type {string} */ body) => `if (window === window.top) { ${text('bridge.js')}\n${body} }`
  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD })
  const page = inTop(`new Side('page', 'preload', '${channel}')`)
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: page })
  if (!preload) return
  if (!/\.cjs$/.test(preload)) throw new Error('stand-in for Electron: a sandboxed preload is CommonJS')
  const source = inTop(`${text('preload.js')}
    const send = globalThis.${BINDING}
    delete globalThis.${BINDING}
    const require = preloadRequire(new Side('preload', 'page', '${channel}'), send)
    ;(function (require, module, exports, process) { ${readFileSync(preload, 'utf8')}
    })(require, { exports: {} }, {}, { sandboxed: true, contextIsolated: true, env: {} })`)
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source })
}
