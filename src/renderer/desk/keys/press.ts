import { createKeybindingsHandler } from 'tinykeys'
import type { HostKind } from '../../../contract/contract'
import { act } from '../actions'
import { bindings, type Where } from './keys'
import type { Desk } from '../desk.svelte'

const FIELDS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]'
/** What Enter and Space press by themselves. */
const CONTROLS = 'button, a[href], summary, [role="button"], [role="radio"], input[type="radio"]'

/** Whether an input method has the key: its first keydown carries 229 before `isComposing` is set. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Whether a key press is the desk's here. */
export function reaches(target: EventTarget | null, where: Where, key: string): boolean {
  if (!(target instanceof Element)) return true
  const writing = target.closest(FIELDS) !== null
  if (where === 'everywhere') return true
  if (where === 'writing') return writing
  if (writing) return false
  const pressed = key === 'Enter' || key === ' '
  return !(pressed && target.closest(CONTROLS) !== null)
}

/** Hears the keys of the whole window. Returns what stops it. */
export function listen(desk: Desk, host: HostKind, target: Window = window): () => void {
  const map: Record<string, (event: KeyboardEvent) => void> = {}
  for (const { press, action, where } of bindings(host)) {
    map[press] = (event) => {
      if (event.defaultPrevented || !reaches(event.target, where, event.key)) return
      if (act(desk, action)) event.preventDefault()
    }
  }
  const handler = createKeybindingsHandler(map)
  const onKey = (event: KeyboardEvent): void => {
    if (!isComposing(event)) handler(event)
  }
  target.addEventListener('keydown', onKey)
  return () => target.removeEventListener('keydown', onKey)
}
