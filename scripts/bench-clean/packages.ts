import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT } from '../run.mjs'
import { isInstallStale } from '../stale.mjs'

const BENCH = join(ROOT, 'bench')

/** Installs the peers where they are not there yet; answers why they cannot be had, null where they can. */
export const installPeers = async (): Promise<string | null> => {
  if (!isInstallStale(BENCH)) return null
  console.error('Installing what the engine is compared with (npm ci in bench) …')
  const status = await npm(['ci', '--prefix', BENCH, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status === 0 && existsSync(join(BENCH, 'node_modules'))) return null
  return 'The peers could not be installed (npm ci in bench failed: see above); this engine alone is measured.'
}
