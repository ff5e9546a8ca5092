import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import lock from '../package-lock.json'
import licences from '../resources/licences.json'
import { atRunTime, licenceText, licencesOf } from './licences.mjs'

/** The packages that files of the window import. What those need in turn, the built window's source map told. */
function importedByWindow(): string[] {
  const rooms = ['renderer', 'review', 'contract'].map((room) => join(import.meta.dirname, '../src', room))
  const texts = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|svelte)$/.test(name) && !/\.test(?:ing)?\./.test(name))
      .map((name) => readFileSync(join(room, name), 'utf8')),
  )
  const imports = texts.flatMap((text) => text.split('\n').filter((line) => /^ *import (?!type )/.test(line)))
  const names = imports.map((line) => / from ['"]([@\w][^'"]*)['"]/.exec(line)?.[1] ?? '').filter(Boolean)
  return [...new Set(names.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')))].sort()
}

describe('the licences the window shows (mend with: npm run build && npm run licences)', () => {
  it('name every package that is needed at run time', () => {
    const told = licences.packages.map(({ name, version }) => `${name} ${version}`)
    const needed = licencesOf(atRunTime()).packages.map(({ name, version }) => `${name} ${version}`)
    expect(needed.length).toBeGreaterThan(30)
    expect(needed.filter((one) => !told.includes(one))).toEqual([])
  })

  it('name every package the window imports', () => {
    const told = new Set(licences.packages.map(({ name }) => name))
    expect(importedByWindow()).toEqual(expect.arrayContaining(['dexie', 'svelte', '@codemirror/state']))
    expect(importedByWindow().filter((name) => !told.has(name))).toEqual([])
  })

  it('are those of the versions in the lock file, word by word', () => {
    const packages = Object.entries(lock.packages as Record<string, { version?: string; license?: string }>)
    for (const { name, version, licence, text } of licences.packages) {
      const [path, entry] =
        packages.find(([at, one]) => at.endsWith(`node_modules/${name}`) && one.version === version) ?? []
      expect(entry?.license, `${name} ${version} is not what is installed`).toBe(licence)
      expect(licenceText(path!), name).toBe(licences.texts[text] ?? '')
    }
  })

  it('allow a newsroom to use and pass on the application', () => {
    const known = /^(?:MIT|ISC|BSD|BSD-[23]-Clause|Apache-2\.0|0BSD|\(MIT OR GPL-3\.0-or-later\)|\(MIT AND Zlib\))$/
    expect(licences.packages.filter(({ licence }) => !known.test(licence))).toEqual([])
  })
})

describe('an installation', () => {
  it('needs no script of a package, but for one that finds its binary without it', () => {
    const packages = Object.entries(lock.packages as Record<string, { hasInstallScript?: boolean; optional?: boolean }>)
    const scripts = packages.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
    expect(scripts.map(([path]) => path)).toEqual(['node_modules/esbuild'])
  })

  it('pins what it installs: exact versions, a sum for each', () => {
    const entries = Object.entries(
      lock.packages as Record<string, { integrity?: string; resolved?: string; link?: boolean }>,
    )
    expect(
      entries.filter(([path, { integrity, link }]) => path !== '' && !link && !integrity?.startsWith('sha512-')),
    ).toEqual([])
  })
})
