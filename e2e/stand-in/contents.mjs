import { EventEmitter } from 'node:events'
import { Preventable } from './app.mjs'
import { context } from './chromium.mjs'
import { copy, invoke } from './ipc.mjs'
import { note, strict } from './log.mjs'
import { BINDING, injectPreload, WORLD } from './preload.mjs'
import { fromWeb, originOf, toWeb } from './scheme.mjs'
import { session } from './session.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} Cdp */
/** @typedef {(asked: { url: string }) => { action: 'allow' | 'deny' }} OpenHandler */

/** Pages that are a window already. @type {WeakSet<Page>} */
const taken = new WeakSet()

/** A window's contents: a page of the browser. */
export class WebContents extends EventEmitter {
  session = session.defaultSession
  /** What the application knows it as. */
  known = strict('webContents', this)
  /** @type {OpenHandler} */
  #openHandler = () => ({ action: 'allow' })
  /** the preload's world in the page as it is now @type {number | undefined} */
  #world
  /** addresses the application itself loads @type {Set<string>} */
  #loading = new Set()
  #gone = false
  /** @type {Promise<{ page: Page, cdp: Cdp }>} */
  #opened

  /** @param {string | undefined} preload */
  constructor(preload) {
    super()
    this.#opened = this.#open(preload)
  }

  /** @param {string | undefined} preload */
  async #open(preload) {
    const browser = await context()
    const page =
      browser.pages().find((each) => each.url() === 'about:blank' && !taken.has(each)) ?? (await browser.newPage())
    taken.add(page)
    const cdp = await browser.newCDPSession(page)
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
      if (name === WORLD) this.#world = id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING) void this.#hear(page, JSON.parse(payload), executionContextId)
    })
    cdp.on('Page.windowOpen', ({ url }) => this.#askToOpen(fromWeb(url)))
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    await injectPreload(cdp, preload)
    await page.route('**/*', (route, request) => this.#hold(page, route, request))
    page.on('load', () => this.emit('did-finish-load'))
    page.on('close', () => {
      this.#gone = true
      this.emit('destroyed')
    })
    return { page, cdp }
  }

  /** Asks the application whether a navigation of the page's own may happen. @param {Page} page @param {import('@playwright/test').Route} route @param {import('@playwright/test').Request} request */
  async #hold(page, route, request) {
    const address = request.url()
    const own = this.#loading.has(address) || address === page.url()
    if (!request.isNavigationRequest() || own) return route.fallback()
    const isMain = request.frame() === page.mainFrame()
    const names = [
      'will-frame-navigate',
      ...(isMain ? [request.redirectedFrom() ? 'will-redirect' : 'will-navigate'] : []),
    ]
    const asked = Object.assign(new Preventable(), { url: fromWeb(address) })
    for (const name of names) this.emit(name, asked, asked.url)
    if (!asked.defaultPrevented) return route.fallback()
    note('navigation-refused', { url: asked.url })
    return route.abort('aborted')
  }

  /** @param {string} url */
  #askToOpen(url) {
    const { action } = this.#openHandler({ url })
    note('window-open', { url, action })
    if (action !== 'deny') throw new Error('stand-in for Electron: a second window is not there')
    void this.#opened.then(({ page }) => page.once('popup', (popup) => void popup.close()))
  }

  /** @param {Page} page @param {any} message @param {number} world */
  async #hear(page, message, world) {
    const url = fromWeb(page.url())
    const event = { sender: this.known, senderFrame: { url, origin: originOf(url), parent: null } }
    await this.#deliver(await invoke(message, event), world)
  }

  /** @param {object} message @param {number} world */
  async #deliver(message, world) {
    const { cdp } = await this.#opened
    const declaration = 'function (message) { globalThis.standInDeliver(message) }'
    const words = [{ value: copy(message) }]
    // A page that went away meanwhile hears nothing, as in Electron.
    await cdp
      .send('Runtime.callFunctionOn', { executionContextId: world, functionDeclaration: declaration, arguments: words })
      .catch(() => {})
  }

  /** @param {string} channel @param {unknown[]} words */
  send(channel, ...words) {
    if (this.#world !== undefined) void this.#deliver({ channel, words }, this.#world)
  }

  /** @param {string} address */
  async loadURL(address) {
    const { page } = await this.#opened
    const web = toWeb(address)
    this.#loading.add(web)
    await page.goto(web, { waitUntil: 'commit' })
    this.#loading.delete(web)
  }

  /** @param {OpenHandler} handler */
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  isDestroyed = () => this.#gone

  async close() {
    const { page } = await this.#opened
    await page.close()
  }
}
