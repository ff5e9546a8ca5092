import { join, sep } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { version } from '../../package.json'
import type { Host } from '../contract/contract'
import { createDesk } from '../host/desk'
import { readLaunch } from '../host/launch'
import { findPlace } from '../host/place'
import { makeDialogs } from './dialogs'
import { carry } from './ipc'
import { holdContents, shutSession } from './lockdown'
import { contextTemplate, menuTemplate } from './menu'
import { answer, ORIGIN, SCHEME } from './protocol'
import { windowOptions } from './window'

const OUT = join(import.meta.dirname, '..')
/** The page: the bundle's, or Vite's while developing (this branch is not in the built application). */
const PAGE = (import.meta.env.DEV && process.env['ELECTRON_RENDERER_URL']) || `${ORIGIN}/index.html`
const origin = PAGE.startsWith(`${ORIGIN}/`) ? ORIGIN : new URL(PAGE).origin
const place = findPlace(process.env)
const { folder } = readLaunch(process.argv, process.cwd())

/** The samples are a folder like any inbox: one that can be watched, beside the archive of a packaged application. */
const outsideArchive = (path: string): string => path.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`)

const windows = (): BrowserWindow[] => BrowserWindow.getAllWindows()

function openWindow(): void {
  const window = new BrowserWindow(windowOptions(OUT))
  window.once('ready-to-show', () => window.show())
  window.webContents.on('context-menu', (_event, { editFlags }) => {
    const template = contextTemplate(editFlags, app.getLocale())
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
  window.loadURL(PAGE).catch((error: unknown) => console.error(`The page was not loaded: ${String(error)}`))
}

function raiseWindow(): void {
  const [window] = windows()
  if (!window) return openWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Ends the application once the host has put away what it holds. */
function endAfter(host: Host): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void host.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

async function start(): Promise<void> {
  await app.whenReady()
  shutSession(session.defaultSession, origin)
  protocol.handle(SCHEME.scheme, (request) => answer(join(OUT, 'renderer'), request))
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.getLocale())))
  const host = await createDesk({
    host: 'electron',
    data: place.data,
    version,
    locale: app.getLocale(),
    platform: process.platform,
    folder,
    samples: join(outsideArchive(OUT), '../resources/samples'),
    worker: new URL('../worker/index.js', import.meta.url),
    dialogs: makeDialogs(dialog, () => BrowserWindow.getFocusedWindow() ?? windows()[0] ?? null),
  })
  carry(ipcMain, host, () => windows().map((window) => window.webContents), origin)
  endAfter(host)
  app.on('second-instance', (_event, _argv, _cwd, asked) => {
    raiseWindow()
    const other = (asked as { folder?: unknown } | null)?.folder
    if (typeof other === 'string') void host.request('openFolder', { path: other })
  })
  app.on('activate', raiseWindow)
  openWindow()
}

app.setPath('userData', place.electron)
// Electron may open IndexedDB while the page before sits in the back/forward cache, and hang.
app.commandLine.appendSwitch('disable-back-forward-cache')
protocol.registerSchemesAsPrivileged([SCHEME])
app.on('web-contents-created', (_event, contents) => holdContents(contents))
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

if (!app.requestSingleInstanceLock({ folder })) app.quit()
else
  start().catch((error: unknown) => {
    dialog.showErrorBox('Qingyang', error instanceof Error ? (error.stack ?? error.message) : String(error))
    app.exit(1)
  })
