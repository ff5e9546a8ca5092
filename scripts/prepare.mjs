import './node-version.mjs'
import { join } from 'node:path'
import { npm, ROOT, run, say } from './run.mjs'
import { isBuildStale, isInstallLinked, isInstallStale, sourceDigest, stampBuild } from './stale.mjs'

/** A step that could not be done; its message is for the person. */
export class Unprepared extends Error {}

/** @typedef {(line: string) => void} Teller */

/** Installs what package-lock.json asks for, where it is not there yet. @param {Teller} tell */
export async function install(tell = say) {
  if (!isInstallStale(ROOT)) return
  if (isInstallLinked(ROOT))
    return tell('node_modules is a link and not what package-lock.json asks for; left as it is.')
  tell('Installing the packages (npm ci) …')
  // Warnings are for who keeps the project: Electron's package names a newer Node than the one it brings along needs.
  if (
    (await npm([
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      tell === say ? '--loglevel=error' : '--silent',
    ])) !== 0
  )
    throw new Unprepared('npm ci failed: see above. Nothing was started.')
}

/**
 * Builds `out` anew and answers the exit status.
 *
 * @param {{ silent?: boolean, out?: 1 | 2 }} [options]
 */
export async function build(options = {}) {
  const digest = sourceDigest(ROOT)
  const script = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const status = await run(process.execPath, [script, 'build'], options)
  if (status === 0) stampBuild(ROOT, digest)
  return status
}

/** Builds where `out` is missing or not made of these sources. @param {Teller} tell */
export async function buildWhereStale(tell = say) {
  if (!isBuildStale(ROOT)) return
  tell('Building …')
  if ((await build({ silent: true })) === 0) return
  say('The build failed; once more, with what it says:')
  if ((await build()) !== 0) throw new Unprepared('The build failed: see above. Nothing was started.')
}

/**
 * Everything a start needs: Node, packages, a build. Ends the process with a clear line where that cannot be had.
 *
 * @param {Teller} tell hears what is being done
 */
export async function prepare(tell = say) {
  try {
    await install(tell)
    await buildWhereStale(tell)
  } catch (error) {
    if (!(error instanceof Unprepared)) throw error
    say(error.message)
    process.exit(1)
  }
}
