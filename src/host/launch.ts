import { resolve } from 'node:path'

/** What a host was asked for when it was started. */
export interface Launch {
  /** the folder to open, absolute; null for the one that was open last */
  readonly folder: string | null
  /** shall a browser show the window (the loopback host) */
  readonly open: boolean
}

/**
 * Reads a host's own arguments; what Electron and Chromium add to them is passed over.
 *
 * @param from the folder a relative path is meant from
 */
export function readLaunch(argv: readonly string[], from: string): Launch {
  let folder: string | null = null
  argv.forEach((word, index) => {
    const value = word === '--folder' ? argv[index + 1] : word.startsWith('--folder=') ? word.slice(9) : undefined
    if (value) folder = resolve(from, value)
  })
  return { folder, open: argv.includes('--open') }
}
