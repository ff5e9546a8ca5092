import { expect, it } from 'vitest'
import { browserArguments, findBrowser, hasScreen, type Machine } from './browser'

const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]): Machine => ({
  platform,
  env,
  exists: (path) => files.includes(path),
  real: (path) => (path === '/usr/bin/chromium-browser' ? '/snap/bin/chromium' : path),
})

it.each<[string, Machine, string | null]>([
  [
    'Debian',
    machine('linux', { PATH: '/bin:/usr/bin' }, '/usr/bin/chromium', '/usr/bin/google-chrome'),
    '/usr/bin/chromium',
  ],
  ['Linux with Edge', machine('linux', { PATH: '/usr/bin' }, '/usr/bin/microsoft-edge'), '/usr/bin/microsoft-edge'],
  [
    'Linux with a confined Chromium beside Chrome',
    machine('linux', { PATH: '/snap/bin:/usr/bin' }, '/snap/bin/chromium', '/usr/bin/google-chrome'),
    '/usr/bin/google-chrome',
  ],
  [
    'Linux with a link to snap alone',
    machine('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium-browser'),
    '/usr/bin/chromium-browser',
  ],
  ['Linux with nothing', machine('linux', { PATH: '/usr/bin' }), null],
  ['Linux without PATH', machine('linux', {}), null],
  [
    'macOS',
    machine('darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    'macOS, installed for one person',
    machine('darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'),
    '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  [
    'Windows',
    machine('win32', { 'PROGRAMFILES(X86)': 'C:\\P86' }, 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'),
    'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  ['a browser that is named', machine('linux', { QINGYANG_BROWSER: '/opt/b' }, '/opt/b'), '/opt/b'],
  [
    'a browser that is named and absent',
    machine('linux', { QINGYANG_BROWSER: '/opt/b', PATH: '/usr/bin' }, '/usr/bin/chromium'),
    null,
  ],
])('finds the browser: %s', (_where, where, path) => {
  expect(findBrowser(where)).toBe(path)
})

it.each<[NodeJS.Platform, Record<string, string>, boolean]>([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
])('knows whether there is a screen: %s %j', (platform, env, has) => {
  expect(hasScreen(machine(platform, env))).toBe(has)
})

it('keeps the sandbox except as root, and speaks to nobody', () => {
  const args = browserArguments('http://127.0.0.1:1/', '/data/browser', false)
  expect(args).toEqual(
    expect.arrayContaining([
      '--app=http://127.0.0.1:1/',
      '--user-data-dir=/data/browser',
      '--disable-background-networking',
      '--proxy-server=127.0.0.1:9',
    ]),
  )
  expect(args).not.toContain('--no-sandbox')
  expect(browserArguments('http://127.0.0.1:1/', '/data/browser', true)).toContain('--no-sandbox')
})
