import type { Flag } from '../../../review/review'

/** Every review makes its flags anew. This gives those that say the same as before again: who shows one need not redraw. */
export function sameFlags(): (now: readonly Flag[]) => readonly Flag[] {
  let before: ReadonlyMap<string, Flag> = new Map()
  return (now) => {
    const kept = now.map((flag) => {
      const last = before.get(flag.id)
      return last !== undefined && saysSame(last, flag) ? last : flag
    })
    before = new Map(kept.map((flag) => [flag.id, flag]))
    return kept
  }
}

/** Spans never change while a flag keeps its id. */
function saysSame(a: Flag, b: Flag): boolean {
  if (a.state !== b.state) return false
  if (a.kind === 'block') return b.kind === 'block' && a.block === b.block && a.doubt === b.doubt
  return b.kind === 'finding' && a.finding === b.finding && ruleOf(a) === ruleOf(b)
}

const ruleOf = (flag: Flag): unknown => ('rule' in flag ? flag.rule : undefined)
