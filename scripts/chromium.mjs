import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT, run, say } from './run.mjs'

const DEBIAN = '/usr/bin/chromium'
/** Without a Han face the tests would look at boxes. */
const DEBIAN_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** What it is started with everywhere: it is run as root, draws without a graphics card, and asks no network anything. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Playwright's own Chromium, where it would be. */
function playwrightChromium() {
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  return chromium.executablePath()
}

/** The Chromium the tests drive: `QINGYANG_CHROMIUM`, Debian's, or Playwright's own; null where there is none. */
export function findChromium() {
  const named = process.env['QINGYANG_CHROMIUM']
  return [named, DEBIAN, playwrightChromium()].find((path) => path && existsSync(path)) ?? null
}

const isDebianAsRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Installs a Chromium (on Debian as root with a Han face) where there is none. What fails shows when the stories are run. */
export async function installChromium() {
  if (isDebianAsRoot()) {
    const missing = [
      ...(existsSync(DEBIAN) ? [] : ['chromium']),
      ...(existsSync(DEBIAN_FONT) ? [] : ['fonts-noto-cjk']),
    ]
    if (missing.length === 0) return
    say(`Installing ${missing.join(' and ')} (apt-get) …`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const get = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env })
    if ((await get()) === 0) return
    await run('apt-get', ['update'], { env })
    if ((await get()) !== 0) say('apt-get could not install it: see above.')
    return
  }
  if (findChromium()) return
  say('Installing Chromium (playwright install) …')
  const status = await run(process.execPath, [
    join(ROOT, 'node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ])
  if (status !== 0) say('Playwright could not install Chromium: see above.')
}
