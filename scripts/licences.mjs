import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './run.mjs'

/**
 * `npm run licences`: writes resources/licences.json, the packages this application ships with their licences: what it
 * needs at run time, and what the built window's own source map names. A test tells when it is stale.
 *
 * @typedef {{ name: string, version: string, licence: string, text: number }} Package `text`: index into the texts, -1 where the package brings none
 * @typedef {{ packages: Package[], texts: string[] }} Licences
 * @typedef {{ version?: string, license?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked
 */

/** @returns {Record<string, Locked>} */
const locked = () => JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages

/** Folders of the packages needed at run time, as the lock file names them. */
export const atRunTime = () =>
  Object.entries(locked())
    .filter(([path, { dev, devOptional, optional, peer }]) => path !== '' && !dev && !devOptional && !optional && !peer)
    .map(([path]) => path)

/** Folders of the packages that are in the built window, by its source maps. */
function inWindow() {
  const assets = join(ROOT, 'out/renderer/assets')
  if (!existsSync(assets)) throw new Error('There is no built window: npm run build')
  const maps = readdirSync(assets).filter((name) => name.endsWith('.map'))
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(assets, name), 'utf8')).sources)
  const paths = sources.map((source) => /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? '')
  return paths.filter((path) => path !== '' && path in locked())
}

/** A package's licence, as its own file says it; '' where it brings none. @param {string} path */
export function licenceText(path) {
  const folder = join(ROOT, path)
  const name = readdirSync(folder).find((one) =>
    /^(?:licen[cs]e|copying)(?:[-.](?:md|markdown|txt|mit|bsd))?$/i.test(one),
  )
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** What the lock file and the packages say of these folders. @param {readonly string[]} paths @returns {Licences} */
export function licencesOf(paths) {
  /** @type {string[]} */
  const texts = []
  const packages = [...new Set(paths)].map((path) => {
    const { version = '', license = '' } = locked()[path] ?? {}
    const text = licenceText(path)
    if (text !== '' && !texts.includes(text)) texts.push(text)
    return {
      name: path.slice(path.lastIndexOf('node_modules/') + 13),
      version,
      licence: license,
      text: texts.indexOf(text),
    }
  })
  const order = (/** @type {Package} */ one) => `${one.name} ${one.version}`
  packages.sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const known = packages.filter(
    (one, at) => at === 0 || order(one) !== order(/** @type {Package} */ (packages[at - 1])),
  )
  return { packages: known, texts }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const licences = licencesOf([...atRunTime(), ...inWindow()])
  writeFileSync(join(ROOT, 'resources/licences.json'), `${JSON.stringify(licences, null, 2)}\n`)
  const without = licences.packages.filter(({ text }) => text < 0).map(({ name }) => name)
  console.log(
    `${licences.packages.length} packages, ${licences.texts.length} texts; without a text: ${without.join(', ') || 'none'}`,
  )
}
