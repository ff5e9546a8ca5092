import './node-version.mjs'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { electronBinary, fetchElectron } from './electron.mjs'
import { prepare } from './prepare.mjs'
import { calledFrom, ROOT, run, say } from './run.mjs'

const USAGE = `npm start [-- [--browser] [FOLDER]]
  FOLDER     the folder of articles to open (else the one that was open last)
  --browser  in Chromium, Chrome or Edge, even where Electron is there`

/** An Electron that ends with an error within this time did not start, ms. */
const A_START = 5_000

/** Reads our arguments; ends the process with the usage where they are wrong. */
function readArguments() {
  const words = process.argv.slice(2)
  const folders = words.filter((word) => !word.startsWith('-'))
  if (words.some((word) => word.startsWith('-') && word !== '--browser') || folders.length > 1) {
    say(USAGE)
    process.exit(2)
  }
  const folder = folders[0] === undefined ? null : resolve(calledFrom('start'), folders[0])
  if (folder && !existsSync(folder)) {
    say(`There is no folder ${folder}.`)
    process.exit(2)
  }
  return { folder, browser: words.includes('--browser') }
}

const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

const { folder, browser } = readArguments()
await prepare()
const opened = folder ? [`--folder=${folder}`] : []
const binary = browser || !hasScreen() ? null : (electronBinary() ?? (await fetchElectron()))
if (binary) {
  // Chromium's sandbox does not run as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const began = Date.now()
  const status = await run(binary, [...asRoot, ROOT, ...opened], { stdio: 'inherit' })
  if (status === 0 || Date.now() - began > A_START) process.exit(status)
  say(`Electron does not start here (exit status ${status}); the window opens in a browser instead.`)
}
process.exit(
  await run(process.execPath, [join(ROOT, 'out/loopback/index.js'), '--open', ...opened], { stdio: 'inherit' }),
)
