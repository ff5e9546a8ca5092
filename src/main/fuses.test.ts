import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electronFuses } from '../../packaging/electron-builder.json'

/**
 * Fuses are switches in Electron's binary: a sentinel, the version and length of what follows, then a character a fuse
 * ('0' off, '1' on, 'r' gone). Source: Electron's documentation, "Electron Fuses", and the package @electron/fuses.
 */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const ORDER = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

type Fuses = Record<(typeof ORDER)[number], boolean>

/** Throws where there is no sentinel, or a version that is not read here. */
function fusesOf(binary: Buffer): Fuses {
  const at = binary.indexOf(SENTINEL)
  if (at < 0) throw new Error('There is no fuse wire in it.')
  const [version, length = 0] = binary.subarray(at + SENTINEL.length)
  if (version !== 1 || length < ORDER.length) throw new Error(`Fuses of version ${version}, ${length} of them`)
  const wire = binary.subarray(at + SENTINEL.length + 2)
  return Object.fromEntries(ORDER.map((name, index) => [name, wire[index] === 0x31])) as Fuses
}

const DIST = resolve(import.meta.dirname, '../../dist')
const BINARIES = [
  'qingyang',
  'Qingyang.exe',
  'Qingyang.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
]
const packaged = existsSync(DIST)
  ? readdirSync(DIST).flatMap((folder) =>
      BINARIES.map((name) => join(DIST, folder, name)).filter((file) => existsSync(file)),
    )
  : []

describe('fuses', () => {
  it('are set in the packaging configuration as the security page asks', () => {
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    } satisfies Fuses)
  })

  it('are read from a binary', () => {
    const wire = Buffer.concat([Buffer.from(`\0${SENTINEL}`), Buffer.from([1, 8]), Buffer.from('0100110r\0')])
    expect(fusesOf(wire)).toEqual(electronFuses)
    expect(() => fusesOf(Buffer.from('none'))).toThrow('no fuse wire')
  })

  it.skipIf(packaged.length === 0)('are what a packaged application has (npm run package makes one)', () => {
    for (const file of packaged) expect(fusesOf(readFileSync(file)), file).toEqual(electronFuses)
  })
})
