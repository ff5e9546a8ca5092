import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** Where Qingyang keeps what it must not lose. Both hosts use the same folder: the journal in it is what they share. */
export interface Place {
  /** the journal, the sources, the snapshots */
  readonly data: string
  /** Electron's own files (`userData`) */
  readonly electron: string
  /** the profile of the browser that shows the loopback host's window */
  readonly browser: string
}

/** The place named by `QINGYANG_DATA`, else the platform's folder for application data. */
export function findPlace(env: NodeJS.ProcessEnv): Place {
  const named = env['QINGYANG_DATA']
  const data = named ? resolve(named) : envPaths('Qingyang', { suffix: '' }).data
  return { data, electron: join(data, 'electron'), browser: join(data, 'browser') }
}
