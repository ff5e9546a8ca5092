/** A key press in tinykeys notation (`$mod+Shift+KeyA`): how it is told from an event, and how it is shown. */

const MODIFIERS = ['$mod', 'Control', 'Meta', 'Alt', 'Shift'] as const
const MAC_SIGNS: Record<string, string> = { $mod: '⌘', Control: '⌃', Meta: '⌘', Alt: '⌥', Shift: '⇧' }
const SIGNS: Record<string, string> = { $mod: 'Ctrl', Control: 'Ctrl', Meta: 'Meta', Alt: 'Alt', Shift: 'Shift' }
const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Slash: '/',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
}

export function isMac(): boolean {
  return /Mac|iPod|iPhone|iPad/.test(navigator.platform)
}

/** As a keyboard has it, a word a key: `Ctrl Shift A`, on a Mac `⌘ ⇧ A`. */
export function shownPress(press: string, mac = isMac()): string {
  const keys = press.split('+')
  const last = keys.pop() ?? ''
  const name = NAMES[last] ?? last.replace(/^(?:Key|Digit)(?=.$)/, '')
  return [...keys.map((key) => (mac ? MAC_SIGNS : SIGNS)[key] ?? key), name].join(' ')
}

/** The press an event is, by the key's place on the keyboard; null while only modifiers are held. */
export function pressOf(event: KeyboardEvent, mac = isMac()): string | null {
  if (/^(?:Control|Shift|Alt|Meta|OS|CapsLock|Fn)/.test(event.key) || event.code === '') return null
  const held = {
    $mod: mac ? event.metaKey : event.ctrlKey,
    Control: mac && event.ctrlKey,
    Meta: !mac && event.metaKey,
    Alt: event.altKey,
    Shift: event.shiftKey,
  }
  return [...MODIFIERS.filter((modifier) => held[modifier]), event.code].join('+')
}

/** Cut, copy, paste, select all, the system's and the browser's own, and what input methods are switched with. */
const RESERVED = new Set([
  ...['KeyC', 'KeyX', 'KeyV', 'KeyA', 'KeyW', 'KeyT', 'KeyN', 'KeyQ', 'KeyR', 'Space'].map((key) => `$mod+${key}`),
  ...['Control+Space', 'Shift+Space', 'Alt+Space', 'Alt+Tab', 'Alt+F4', 'Tab', 'Shift+Tab', 'Escape'],
])

/** Why a press can stand for nothing here: the system has it, or it is what writing is done with. */
export function refusedPress(press: string, whileWriting: boolean): 'reserved' | 'writes' | null {
  if (RESERVED.has(press)) return 'reserved'
  const bare = !/^(?:\$mod|Control|Meta|Alt)\+/.test(press) && !/^(?:Shift\+)?F\d+$/.test(press)
  return whileWriting && bare ? 'writes' : null
}
