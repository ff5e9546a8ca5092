import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { note, strict } from './log.mjs'
import { closeSchemes } from './scheme.mjs'

const folder = process.env['STAND_IN_APP'] ?? process.cwd()
const { name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** An event the application can prevent. */
export class Preventable {
  defaultPrevented = false
  preventDefault() {
    this.defaultPrevented = true
  }
}

class App extends EventEmitter {
  isPackaged = false
  name = productName ?? name
  commandLine = {
    appendSwitch: (/** @type {string} */ word, /** @type {string | undefined} */ value) =>
      note('switch', { word, value }),
  }
  quitting = false
  /** Closes each window and the browser; set by what makes them. */
  closers = {
    /** false where a window did not want to close @returns {Promise<boolean>} */
    windows: async () => true,
    /** @returns {Promise<void>} */
    browser: async () => {},
  }
  /** @type {Record<string, string>} */
  #paths = {
    home: homedir(),
    temp: tmpdir(),
    documents: join(homedir(), 'Documents'),
    userData: join(homedir(), '.config', 'qingyang-stand-in'),
  }
  #ready = new Promise((/** @type {(value?: undefined) => void} */ done) =>
    setImmediate(() => {
      closeSchemes()
      this.emit('ready')
      done()
    }),
  )

  whenReady = () => this.#ready
  getLocale = () => 'zh-CN'
  getVersion = () => version
  requestSingleInstanceLock = () => true

  /** @param {string} what */
  getPath(what) {
    const path = this.#paths[what]
    if (!path) throw new Error(`stand-in for Electron: no path '${what}'`)
    return path
  }

  /** @param {string} what @param {string} path */
  setPath(what, path) {
    this.#paths[what] = path
  }

  async quit() {
    if (this.quitting || this.#prevented('before-quit')) return
    this.quitting = true
    if (!(await this.closers.windows()) || this.#prevented('will-quit')) {
      this.quitting = false
      return
    }
    await this.exit(0)
  }

  async exit(/** @type {number} */ code = 0) {
    this.quitting = true
    await this.closers.browser()
    process.exit(code)
  }

  /** @param {string} event */
  #prevented(event) {
    const asked = new Preventable()
    this.emit(event, asked)
    return asked.defaultPrevented
  }
}

export const app = strict('app', new App())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void app.quit())
