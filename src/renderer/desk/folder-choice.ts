import type { FolderState } from '../../contract/contract'
import type { Desk } from './desk.svelte'

/** By the system's dialog, the samples, by a path, or by what was dropped onto the window. */
export type FolderChoice =
  'chooseFolder' | 'openSamples' | { readonly path: string } | { readonly paths: readonly string[] }

export function askFolder(desk: Pick<Desk, 'ask'>, how: FolderChoice): Promise<FolderState | null> {
  if (typeof how === 'string') return desk.ask(how, null)
  return 'path' in how ? desk.ask('openFolder', how) : desk.ask('openDropped', how)
}
