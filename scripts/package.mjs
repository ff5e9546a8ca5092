import './node-version.mjs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhereStale, install } from './prepare.mjs'
import { npm, ROOT, run, say } from './run.mjs'
import { isInstallStale } from './stale.mjs'

/**
 * `npm run package [-- ARGUMENTS OF electron-builder]`: the app as an installer for this system, in dist/. The packer is of
 * packaging/, not of the app; it fetches Electron's binary.
 */
const PACKAGING = join(ROOT, 'packaging')

await install()
if (isInstallStale(PACKAGING)) {
  say('Installing the packer (npm ci in packaging) …')
  const status = await npm([
    'ci',
    '--prefix',
    PACKAGING,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (status !== 0) process.exit(status)
}
await buildWhereStale()
const packer = join(PACKAGING, 'node_modules/electron-builder/cli.js')
if (!existsSync(packer)) throw new Error('electron-builder is not where its package should be')
const args = ['--projectDir', ROOT, '--config', join(PACKAGING, 'electron-builder.json'), ...process.argv.slice(2)]
process.exitCode = await run(process.execPath, [packer, ...args], { stdio: 'inherit' })
