import { expect, it } from 'vitest'
import { pressOf, refusedPress, shownPress } from './presses'

const event = (code: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ code, key: code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent

it.each([
  ['KeyA', 'A', 'A'],
  ['$mod+Shift+KeyA', 'Ctrl Shift A', '⌘ ⇧ A'],
  ['$mod+PageDown', 'Ctrl PgDn', '⌘ PgDn'],
  ['Alt+ArrowUp', 'Alt ↑', '⌥ ↑'],
  ['Control+Digit1', 'Ctrl 1', '⌃ 1'],
  ['F1', 'F1', 'F1'],
  ['?', '?', '?'],
])('%s is shown as %s, on a Mac as %s', (press, shown, onMac) => {
  expect([shownPress(press, false), shownPress(press, true)]).toEqual([shown, onMac])
})

it('tells a press by the place of its key', () => {
  expect(pressOf(event('KeyQ', { key: 'a', ctrlKey: true, shiftKey: true }), false)).toBe('$mod+Shift+KeyQ')
  expect(pressOf(event('KeyQ', { metaKey: true }), true)).toBe('$mod+KeyQ')
  expect(pressOf(event('KeyQ', { ctrlKey: true }), true)).toBe('Control+KeyQ')
  expect(pressOf(event('ShiftLeft', { key: 'Shift', shiftKey: true }), false)).toBeNull()
})

it('leaves the system its own, and writing its letters', () => {
  expect(refusedPress('$mod+KeyC', false)).toBe('reserved')
  expect(refusedPress('$mod+Space', true)).toBe('reserved')
  expect(refusedPress('KeyA', false)).toBeNull()
  expect(refusedPress('KeyA', true)).toBe('writes')
  expect(refusedPress('Shift+KeyA', true)).toBe('writes')
  expect([refusedPress('F6', true), refusedPress('Alt+KeyA', true), refusedPress('$mod+KeyB', true)]).toEqual([
    null,
    null,
    null,
  ])
})
