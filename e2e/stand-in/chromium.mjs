import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium, QUIET } from '../../scripts/chromium.mjs'
import { app } from './app.mjs'
import { fromWeb, handlerOf, isScheme } from './scheme.mjs'
import { letsOut } from './session.mjs'

/** @typedef {import('@playwright/test').BrowserContext} Context */
/** @typedef {import('@playwright/test').Route} Route */

/** Answers a request of a window with the application's own protocol handler. @param {Route} route */
async function answer(route) {
  const request = route.request()
  const url = fromWeb(request.url())
  const handler = handlerOf(url)
  if (!handler) return route.abort('failed')
  try {
    const body = request.postDataBuffer()
    const asked = new Request(url, { method: request.method(), ...(body ? { body: new Uint8Array(body) } : {}) })
    const response = await handler(asked)
    const content = Buffer.from(await response.arrayBuffer())
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: content })
  } catch (error) {
    console.error('stand-in for Electron: the protocol handler threw', error)
    await route.abort('failed')
  }
}

/** @returns {Promise<Context>} */
async function open() {
  const executablePath = findChromium()
  const profile = join(app.getPath('userData'), 'stand-in')
  mkdirSync(profile, { recursive: true })
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: process.env['STAND_IN_HEADED'] !== '1',
    viewport: null,
    locale: 'zh-CN',
    args: [...QUIET, '--disable-back-forward-cache', '--window-size=1440,900', '--remote-debugging-port=0'],
  })
  await context.route(isScheme, answer)
  await context.route('**/*', async (route) => {
    if (await letsOut(route.request().url())) return route.fallback()
    return route.abort('blockedbyclient')
  })
  context.on('close', () => {
    if (!app.quitting) void app.exit(1)
  })
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  console.error(`DevTools listening on ws://127.0.0.1:${port}${path}`)
  return context
}

/** @type {Promise<Context> | undefined} */
let opened

/** The one browser whose pages are the windows. */
export const context = () => (opened ??= open())

app.closers.browser = async () => {
  const there = await opened?.catch(() => null)
  await there?.close().catch(() => {})
}
