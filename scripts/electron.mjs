import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT, run, say } from './run.mjs'

const PACKAGE = join(ROOT, 'node_modules/electron')
const CACHE = join(ROOT, 'node_modules/.cache/qingyang/electron-fetch.json')
/** How long one attempt to fetch the binary may take, ms. */
const ATTEMPT = 30_000
/** How long a failed attempt is remembered, ms: a locked-down desk is not kept waiting at each start. */
const REMEMBERED = 24 * 60 * 60 * 1000

/** Electron's binary, where it is really there; else null. Never `require('electron')`: that call downloads. */
export function electronBinary() {
  const note = join(PACKAGE, 'path.txt')
  if (!existsSync(note)) return null
  const file = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist'),
    readFileSync(note, 'utf8').trim(),
  )
  return existsSync(file) ? file : null
}

/**
 * Whether an attempt to fetch this version failed within the last day.
 *
 * @param {string} note the remembered attempt, as JSON @param {string} version @param {number} now ms since the epoch
 */
export function failedLately(note, version, now) {
  try {
    const { at, of } = JSON.parse(note)
    return of === version && typeof at === 'number' && now - at < REMEMBERED && now >= at
  } catch {
    return false
  }
}

/** Tries once to fetch Electron's binary and answers it; null, with a clear line, where it cannot be had. */
export async function fetchElectron() {
  if (!existsSync(join(PACKAGE, 'install.js')) || process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return null
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
  if (existsSync(CACHE) && failedLately(readFileSync(CACHE, 'utf8'), version, Date.now())) {
    say('Electron could not be fetched within the last day; not tried again (npx install-electron fetches it by hand).')
    return null
  }
  say(`Fetching Electron ${version} (one attempt, ${ATTEMPT / 1000} s at most) …`)
  const status = await run(process.execPath, [join(PACKAGE, 'install.js')], { silent: true, timeout: ATTEMPT })
  const binary = status === 0 ? electronBinary() : null
  if (binary) return binary
  mkdirSync(dirname(CACHE), { recursive: true })
  writeFileSync(CACHE, JSON.stringify({ of: version, at: Date.now() }))
  say('Electron could not be fetched here; the window opens in a browser instead.')
  return null
}
