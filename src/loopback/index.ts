import { join } from 'node:path'
import { version } from '../../package.json'
import type { Hello, Host, Reply } from '../contract/contract'
import { createDesk } from '../host/desk'
import { readLaunch } from '../host/launch'
import { findPlace } from '../host/place'
import { browserArguments, findBrowser, hasScreen, thisMachine } from './browser'
import { DeskWindow } from './desk-window'
import { serve, type Served } from './server'

const OUT = join(import.meta.dirname, '..')
/** The origin names the window's database, so the port is fixed. */
const PORT = 47613
const launch = readLaunch(process.argv, process.cwd())
const place = findPlace(process.env)

const say = (line: string): void => console.error(line)

/** The port asked for in `QINGYANG_PORT`, else the fixed one; null for what is no port. */
function wantedPort(): number | null {
  const named = process.env['QINGYANG_PORT']
  if (named === undefined || named === '') return PORT
  const port = Number(named)
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : null
}

const makeDesk = (): Promise<Host> =>
  createDesk({
    host: 'loopback',
    data: place.data,
    version,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    platform: process.platform,
    folder: launch.folder,
    samples: join(OUT, '../resources/samples'),
    worker: new URL('../worker/index.js', import.meta.url),
  })

/** The browser to open, or why none is. */
function browserToOpen(): { path: string } | { without: string } {
  if (!hasScreen(thisMachine))
    return { without: 'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).' }
  const path = findBrowser(thisMachine)
  return path ? { path } : { without: 'No Chromium, Chrome or Edge was found here.' }
}

/** Opens the browser window where that is asked for and can be; answers it. */
function openWindow(served: Served, end: () => void): DeskWindow | null {
  if (!launch.open) return null
  const browser = browserToOpen()
  if ('path' in browser) {
    const args = browserArguments(served.address(), place.browser, process.getuid?.() === 0)
    return new DeskWindow(browser.path, args, served.connected, say, end)
  }
  say(`${browser.without} Open the address above in a browser of this machine; Ctrl+C ends.`)
  return null
}

/** Says on the console what keeps the desk from writing, another host on the same data folder above all. */
async function sayStorage(host: Host): Promise<void> {
  const reply = (await host.request('hello', null)) as Reply<Hello>
  if (reply.ok && reply.value.storage.mode === 'read-only') say(reply.value.storage.message ?? 'The desk is read-only.')
}

async function start(wanted: number): Promise<void> {
  const host = await makeDesk()
  let window: DeskWindow | null = null
  const served = await serve(host, join(OUT, 'renderer'), wanted, (change) => {
    window?.hear(change)
    if (change === 'exchanged' && !window)
      say(`The address was used. Once more, for another browser: ${served.address()}`)
  })
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    window?.close()
    void served
      .close()
      .then(() => host.close())
      .finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (wanted !== 0 && served.port !== wanted) say(`Port ${wanted} is taken; using ${served.port}.`)
  await sayStorage(host)
  console.log(`Qingyang: ${served.address()}`)
  window = openWindow(served, end)
}

const wanted = wantedPort()
if (wanted === null) {
  say(`QINGYANG_PORT is not a port: ${process.env['QINGYANG_PORT']}`)
  process.exit(2)
}
start(wanted).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
})
