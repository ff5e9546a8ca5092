import { EventEmitter } from 'node:events'
import { app, Preventable } from './app.mjs'
import { WebContents } from './contents.mjs'

/** @type {Set<BrowserWindow>} */
const windows = new Set()

/** What a window must be made with: the stand-in has no other. */
const REQUIRED = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false }

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [...windows]
  static getFocusedWindow = () => [...windows][0] ?? null

  #gone = false

  /** @param {{ webPreferences?: Record<string, unknown> }} [options] */
  constructor({ webPreferences = {} } = {}) {
    super()
    for (const [name, value] of Object.entries(REQUIRED))
      if (webPreferences[name] !== value) throw new Error(`stand-in for Electron: a window needs ${name}: ${value}`)
    windows.add(this)
    this.webContents = new WebContents(/** @type {string | undefined} */ (webPreferences['preload'])).known
    app.emit('web-contents-created', {}, this.webContents)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => this.#end())
  }

  #end() {
    if (this.#gone) return
    this.#gone = true
    windows.delete(this)
    this.emit('closed')
    if (windows.size > 0 || app.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else void app.quit()
  }

  /** Closes it, if it wants to. @returns {Promise<boolean>} */
  async closeAsked() {
    const asked = new Preventable()
    this.emit('close', asked)
    if (asked.defaultPrevented) return false
    await this.webContents.close().catch(() => {})
    this.#end()
    return true
  }

  close() {
    void this.closeAsked()
  }
  /** @param {string} address */
  loadURL(address) {
    return this.webContents.loadURL(address)
  }
  isDestroyed = () => this.#gone
  isMinimized = () => false
  show() {}
  restore() {}
  focus() {}
}

app.closers.windows = async () => {
  for (const window of [...windows]) if (!(await window.closeAsked())) return false
  return true
}
