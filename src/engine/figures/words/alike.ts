import { fold } from '../lexer/fold'
import { GROUPS } from './lookalikes.table'
import { SHAPES } from './shapes.table'
import { SOUNDS } from './sounds.table'

/** Characters that are typed for one another: they sound alike, look alike, or are known to be. Both scripts. */

interface Likeness {
  readonly sounds: ReadonlyMap<string, string>
  readonly slips: ReadonlySet<string>
  readonly shapes: ReadonlySet<string>
}

/** zhen and zen, lin and ling are one to many who type. */
const blurred = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/([ie])ng$/, '$1n')

/** Read off the tables when first asked. */
let known: Likeness | undefined

function read(): Likeness {
  const sounds = new Map<string, string>()
  for (const row of SOUNDS.trim().split(' ')) {
    const sound = /^[a-z]+/.exec(row)?.[0] ?? ''
    for (const character of row.slice(sound.length)) sounds.set(character, blurred(sound))
  }
  const [slips, shapes] = [new Set<string>(), new Set<string>()]
  for (let at = 0; at < SHAPES.length; at += 2) shapes.add(SHAPES.slice(at, at + 2))
  for (const group of GROUPS.split(' ')) for (const a of group) for (const b of group) slips.add(fold(a + b))
  return { sounds, slips, shapes }
}

/** Whether one is known to be written for the other in names. */
export function isKnownSlip(a: string, b: string): boolean {
  known ??= read()
  const [x, y] = [fold(a), fold(b)]
  return x === y ? a !== b : known.slips.has(x + y)
}

/** Whether two characters are taken for one another. */
export function alike(a: string, b: string): boolean {
  if (isKnownSlip(a, b)) return true
  known ??= read()
  const [x, y] = [fold(a), fold(b)]
  if (known.shapes.has(x + y) || known.shapes.has(y + x)) return true
  const sound = known.sounds.get(x)
  return sound !== undefined && sound === known.sounds.get(y)
}
