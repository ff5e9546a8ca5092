import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build leaves; all of it must be there. */
export const BUILT = [
  'main/index.js',
  'loopback/index.js',
  'engine/index.js',
  'worker/index.js',
  'cli/index.js',
  'preload/index.cjs',
  'renderer/index.html',
]
/** What a build is made of, beside src. */
const CONFIGURATION = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'svelte.config.js',
  'tsconfig.json',
]
/** The folders it is made of; samples and pictures are read where they lie. */
const MADE_OF = ['src', 'resources']
const NOT_MADE_OF = /\.(?:test|testing)\.ts$|[\\/]resources[\\/](?:samples|screens)[\\/]/
const STAMP = 'built-from.txt'

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }>} Packages */

/** @param {string} file @returns {Packages | null} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/**
 * Whether node_modules is not what package-lock.json asks for. A package that is optional (another platform's) may be
 * absent, none may have another version.
 *
 * @param {string} root
 */
export function isInstallStale(root) {
  const asked = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'))
  if (!asked || !installed) return true
  return Object.entries(asked).some(([path, { version, optional, devOptional, peer, link }]) => {
    if (path === '' || link) return false
    const there = installed[path]
    return there ? there.version !== version : !(optional || devOptional || peer)
  })
}

/**
 * Whether node_modules is a link to another project's, which is not ours to change.
 *
 * @param {string} root
 */
export const isInstallLinked = (root) =>
  lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/** @param {string} folder */
function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NOT_MADE_OF.test(file))
}

/**
 * The digest of everything a build is made of: names and contents, tests left out.
 *
 * @param {string} root
 */
export function sourceDigest(root) {
  const hash = createHash('sha256')
  const sources = MADE_OF.flatMap((folder) => filesIn(join(root, folder)))
  for (const file of [...sources, ...CONFIGURATION.map((name) => join(root, name))].sort()) {
    const content = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Whether `out` is missing, incomplete, or built from other sources.
 *
 * @param {string} root
 */
export function isBuildStale(root) {
  const out = join(root, 'out')
  const stamp = join(out, STAMP)
  if (!existsSync(stamp) || BUILT.some((file) => !existsSync(join(out, file)))) return true
  return readFileSync(stamp, 'utf8') !== sourceDigest(root)
}

/**
 * Notes what `out` was built from.
 *
 * @param {string} root @param {string} digest taken before the build: what changes meanwhile makes it stale
 */
export const stampBuild = (root, digest) => writeFileSync(join(root, 'out', STAMP), digest)
