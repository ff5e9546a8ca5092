import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUILT, isBuildStale, isInstallLinked, isInstallStale, sourceDigest, stampBuild } from './stale.mjs'

let root: string
const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qingyang-stale-'))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('an install', () => {
  const lock = (packages: object) => JSON.stringify({ packages })
  const asked = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/win': { version: '1.0.0', optional: true },
  }
  const installed = { 'node_modules/a': { version: '1.0.0' } }

  it.each<[string, object | null, boolean]>([
    ['nothing is there', null, true],
    ['everything is there but another platform’s', installed, false],
    ['a package is missing', {}, true],
    ['a package has another version', { 'node_modules/a': { version: '1.0.1' } }, true],
    ['an optional package has another version', { ...installed, 'node_modules/win': { version: '2.0.0' } }, true],
  ])('when %s', (_when, there, stale) => {
    put('package-lock.json', lock(asked))
    if (there) put('node_modules/.package-lock.json', lock(there))
    expect(isInstallStale(root)).toBe(stale)
  })

  it('is stale when its record is broken', () => {
    put('package-lock.json', lock(asked))
    put('node_modules/.package-lock.json', '{')
    expect(isInstallStale(root)).toBe(true)
  })

  it('may be a link', () => {
    expect(isInstallLinked(root)).toBe(false)
    mkdirSync(join(root, 'elsewhere'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules'), 'junction')
    expect(isInstallLinked(root)).toBe(true)
  })
})

describe('a build', () => {
  const build = () => {
    for (const file of BUILT) put(`out/${file}`, '')
    stampBuild(root, sourceDigest(root))
  }
  beforeEach(() => {
    put('src/a.ts', 'a')
    put('src/b/c.ts', 'c')
    build()
  })

  it('is fresh right after it was made, whatever the clock says', () => {
    put('src/a.ts', 'a')
    expect(isBuildStale(root)).toBe(false)
  })

  it.each<[string, () => void]>([
    ['a source changed', () => put('src/b/c.ts', 'd')],
    ['a source is new', () => put('src/d.ts', '')],
    ['a resource is new', () => put('resources/strings.json', '{}')],
    ['a source is gone', () => rmSync(join(root, 'src/a.ts'))],
    ['the configuration changed', () => put('electron.vite.config.ts', '1')],
    ['a bundle is missing', () => rmSync(join(root, 'out/preload/index.cjs'))],
    ['out is gone', () => rmSync(join(root, 'out'), { recursive: true })],
  ])('is stale when %s', (_when, change) => {
    change()
    expect(isBuildStale(root)).toBe(true)
  })

  it('does not mind a changed test or sample', () => {
    put('src/a.test.ts', 'x')
    put('resources/samples/a.html', 'x')
    expect(isBuildStale(root)).toBe(false)
  })

  it('that sources changed under is stale', () => {
    const digest = sourceDigest(root)
    put('src/a.ts', 'while building')
    stampBuild(root, digest)
    expect(isBuildStale(root)).toBe(true)
  })
})
