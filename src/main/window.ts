import { join } from 'node:path'
import type { BrowserWindowConstructorOptions } from 'electron'

/**
 * How the one window is made: sandboxed, isolated, without Node. What is Electron's default is said all the same, so that a
 * default that changes does not open a door.
 *
 * @param out the folder of the built bundles
 */
export function windowOptions(out: string): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '清样',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(out, 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}
