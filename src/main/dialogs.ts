import type { BrowserWindow, Dialog } from 'electron'
import type { ExportForm } from '../contract/contract'

/** The system's own dialogs, over the window that asks. Each answers null when the person changed their mind. */
export interface Dialogs {
  chooseFolder(): Promise<string | null>
  chooseDestination(form: ExportForm): Promise<string | null>
}

/** @param window the window to stand over; null where there is none */
export function makeDialogs(dialog: Dialog, window: () => BrowserWindow | null): Dialogs {
  return {
    async chooseFolder() {
      const over = window()
      const options = { properties: ['openDirectory' as const] }
      const { canceled, filePaths } = await (over
        ? dialog.showOpenDialog(over, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseDestination(form) {
      const over = window()
      const options = form === 'zip' ? { filters: [{ name: 'ZIP', extensions: ['zip'] }] } : {}
      const { canceled, filePath } = await (over
        ? dialog.showSaveDialog(over, options)
        : dialog.showSaveDialog(options))
      return canceled || !filePath ? null : filePath
    },
  }
}
