import type { Draft } from '../engine/analysis'
import { fold } from './fold'
import { sinceBase, takenBack } from './liveness'
import type { Entry, Undo } from './operation'

/** How far back one operation is looked for. */
const REACH = 60
/** How many operations one step of an editor can hold: one is made every 100 ms of typing. */
const LONGEST_STEP = 24

/**
 * The operations that an editor's undo or redo goes back over: taking them back gives exactly `text`, so that what comes
 * back has its place in the source again. One earlier operation where there is such, else the last few together; null
 * where there are none.
 *
 * @param text of the whole copy, as the editor holds it now
 */
export function retrace(draft: Draft, entries: readonly Entry[], text: string): Undo[] | null {
  const live = liveEdits(entries)
  const gives = (undos: readonly Undo[]): boolean => fold(draft, [...entries, ...undos.map(tried)]).copy.text === text
  for (const target of live.slice(-REACH).toReversed()) {
    const undo: Undo = { kind: 'undo', target }
    if (gives([undo])) return [undo]
  }
  const undos: Undo[] = []
  for (const target of live.slice(-LONGEST_STEP).toReversed()) {
    undos.push({ kind: 'undo', target })
    if (undos.length > 1 && gives(undos)) return undos
  }
  return null
}

/** The live operations on text, oldest first: edits, and what took edits back. */
function liveEdits(entries: readonly Entry[]): string[] {
  const counting = sinceBase(entries)
  const gone = takenBack(counting)
  const edits = new Set<string>()
  for (const { opId, op } of counting) {
    if (op.kind === 'edit' || (op.kind === 'undo' && edits.has(op.target))) edits.add(opId)
  }
  return [...edits].filter((opId) => !gone.has(opId))
}

const tried = (op: Undo, index: number): Entry => ({ opId: `~${index}`, document: '', version: '', op, by: '', ts: 0 })
