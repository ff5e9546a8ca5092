import { existsSync, realpathSync } from 'node:fs'

/** The machine as far as finding a browser goes. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  exists(path: string): boolean
  /** where a path leads in the end */
  real(path: string): string
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  real: realpathSync,
}

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** Where Chromium, Chrome or Edge may stand, best first. */
function candidates({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    return WINDOWS.flatMap((parts) => roots.map((root) => [root, ...parts].join('\\')))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])]
    return MAC.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`))
  }
  const folders = (env['PATH'] ?? '').split(':').filter(Boolean)
  return LINUX.flatMap((name) => folders.map((folder) => `${folder}/${name}`))
}

/**
 * A browser that can show the window: `QINGYANG_BROWSER`, else Chromium, Chrome or Edge; null where there is none. One
 * that is confined by snap comes last: it may not keep its profile in our folder.
 */
export function findBrowser(machine: Machine): string | null {
  const named = machine.env['QINGYANG_BROWSER']
  if (named) return machine.exists(named) ? named : null
  const found = candidates(machine).filter((path) => machine.exists(path))
  return found.find((path) => !/\/snap\b/.test(path + machine.real(path))) ?? found[0] ?? null
}

/** Whether a window can be seen here. */
export function hasScreen({ platform, env }: Machine): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Chromium asks its maker's servers by itself, whatever else it is told. All that does not go to this machine goes to a
 * proxy that is not there; what goes to 127.0.0.1 never uses one.
 */
const NOWHERE = '--proxy-server=127.0.0.1:9'

/**
 * The arguments that show an address as an application's window, with a profile of its own.
 *
 * @param root whether we run as root, which Chromium's sandbox does not allow
 */
export function browserArguments(address: string, profile: string, root: boolean): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--lang=zh-CN',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=Translate',
    '--disable-back-forward-cache',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pings',
    NOWHERE,
    ...(root ? ['--no-sandbox'] : []),
  ]
}
