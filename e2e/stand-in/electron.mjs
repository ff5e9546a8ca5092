// What `import … from 'electron'` gives in the main process on the stand-in. Not Electron: see README.md.
import { readFileSync } from 'node:fs'
import { note } from './log.mjs'

export { app } from './app.mjs'
export { ipcMain } from './ipc.mjs'
export { protocol } from './scheme.mjs'
export { session } from './session.mjs'
export { BrowserWindow } from './window.mjs'

/** What the dialogs answer: `{ folder?, destination? }` in the file that `STAND_IN_DIALOGS` names, read at each question. */
function answers() {
  const file = process.env['STAND_IN_DIALOGS']
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

export const dialog = {
  async showOpenDialog() {
    const { folder } = answers()
    return folder ? { canceled: false, filePaths: [folder] } : { canceled: true, filePaths: [] }
  },
  async showSaveDialog() {
    const { destination } = answers()
    return destination ? { canceled: false, filePath: destination } : { canceled: true }
  },
  showErrorBox(/** @type {string} */ title, /** @type {string} */ content) {
    console.error(title, content)
  },
}

/** Menus are kept and do nothing. */
export const Menu = {
  buildFromTemplate: (/** @type {object[]} */ template) => ({ template, popup() {} }),
  setApplicationMenu: (/** @type {{ template: object[] } | null} */ menu) =>
    note('menu', { items: menu?.template.length ?? 0 }),
}
