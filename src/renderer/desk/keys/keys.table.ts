import type { StringKey } from '../../strings'

export type Action =
  | 'accept'
  | 'dismiss'
  | 'never-ask'
  | 'other'
  | 'skip'
  | 'accept-confident'
  | 'widen'
  | 'accept-alike'
  | 'dismiss-alike'
  | 'undo-alike'
  | 'undo'
  | 'changes'
  | 'next-change'
  | 'previous-change'
  | 'remove-picked'
  | 'begin-story'
  | 'join-story'
  | 'next-flag'
  | 'previous-flag'
  | 'edit'
  | 'heading'
  | 'leave'
  | 'approve'
  | 'reject'
  | 'next-article'
  | 'previous-article'
  | 'find'
  | 'search'
  | 'queue'
  | 'panes'
  | 'rail'
  | 'overview'
  | 'export'
  | 'folder'
  | 'theme'
  | 'tongue'
  | 'palette'
  | 'rules'
  | 'make-rule'
  | 'routine'
  | 'stages'
  | 'raw'
  | 'fold'
  | 'sheet'

/**
 * desk: not while writing in a field or in the cleaned text · everywhere: there as well · writing: only there
 */
export type Where = 'desk' | 'everywhere' | 'writing'

export interface Binding {
  readonly action: Action
  readonly where: Where
  /** tinykeys notation; letters by their place on the keyboard (`KeyA`). The desk's own: a reviewer may choose another */
  readonly keys: readonly string[]
  /** a second binding where a browser keeps the first for itself */
  readonly loopback?: readonly string[]
  readonly says: StringKey
}

/** Every key of the desk, in the order of the key sheet and of the palette. */
export const KEYS: readonly Binding[] = [
  { action: 'accept', where: 'desk', keys: ['KeyA'], says: 'key.accept' },
  { action: 'dismiss', where: 'desk', keys: ['KeyX'], says: 'key.dismiss' },
  { action: 'never-ask', where: 'desk', keys: ['KeyN'], says: 'key.neverAsk' },
  { action: 'other', where: 'desk', keys: ['KeyO'], says: 'key.other' },
  { action: 'skip', where: 'desk', keys: ['Space'], says: 'key.skip' },
  { action: 'accept-confident', where: 'desk', keys: ['$mod+Shift+KeyA'], says: 'key.acceptConfident' },
  { action: 'widen', where: 'desk', keys: ['KeyW'], says: 'key.widen' },
  { action: 'accept-alike', where: 'desk', keys: ['Shift+KeyA'], says: 'key.acceptAlike' },
  { action: 'dismiss-alike', where: 'desk', keys: ['Shift+KeyX'], says: 'key.dismissAlike' },
  { action: 'undo-alike', where: 'desk', keys: ['Alt+KeyU'], says: 'key.undoAlike' },
  { action: 'remove-picked', where: 'desk', keys: ['Delete'], says: 'key.removePicked' },
  { action: 'begin-story', where: 'desk', keys: ['KeyB'], says: 'key.beginStory' },
  { action: 'join-story', where: 'desk', keys: ['Shift+KeyB'], says: 'key.joinStory' },
  { action: 'undo', where: 'desk', keys: ['Backspace', '$mod+KeyZ'], says: 'key.undo' },
  { action: 'next-flag', where: 'desk', keys: ['KeyJ', 'ArrowDown'], says: 'key.nextFlag' },
  { action: 'previous-flag', where: 'desk', keys: ['KeyK', 'ArrowUp'], says: 'key.previousFlag' },
  { action: 'changes', where: 'desk', keys: ['F7', 'Shift+F7'], loopback: ['Alt+KeyC'], says: 'key.changes' },
  { action: 'next-change', where: 'everywhere', keys: ['Alt+F5'], says: 'key.nextChange' },
  { action: 'previous-change', where: 'everywhere', keys: ['Shift+Alt+F5'], says: 'key.previousChange' },
  { action: 'edit', where: 'desk', keys: ['Enter'], says: 'key.edit' },
  { action: 'heading', where: 'desk', keys: ['KeyT'], says: 'key.heading' },
  { action: 'leave', where: 'everywhere', keys: ['Escape'], says: 'key.leave' },
  { action: 'approve', where: 'everywhere', keys: ['$mod+Enter'], says: 'key.approve' },
  { action: 'reject', where: 'everywhere', keys: ['$mod+Shift+Enter'], says: 'key.reject' },
  {
    action: 'next-article',
    where: 'everywhere',
    keys: ['$mod+PageDown'],
    loopback: ['Alt+ArrowDown'],
    says: 'key.nextArticle',
  },
  {
    action: 'previous-article',
    where: 'everywhere',
    keys: ['$mod+PageUp'],
    loopback: ['Alt+ArrowUp'],
    says: 'key.previousArticle',
  },
  { action: 'find', where: 'everywhere', keys: ['$mod+KeyF'], says: 'key.find' },
  { action: 'search', where: 'everywhere', keys: ['$mod+Shift+KeyF'], says: 'key.search' },
  { action: 'queue', where: 'desk', keys: ['Alt+KeyQ'], says: 'key.queue' },
  { action: 'panes', where: 'desk', keys: ['Alt+KeyV'], says: 'key.panes' },
  { action: 'rail', where: 'desk', keys: ['Alt+KeyR'], says: 'key.rail' },
  { action: 'overview', where: 'desk', keys: ['Alt+KeyG'], says: 'key.overview' },
  { action: 'export', where: 'everywhere', keys: ['$mod+KeyE'], says: 'key.export' },
  { action: 'folder', where: 'desk', keys: ['Alt+KeyO'], says: 'key.folder' },
  { action: 'theme', where: 'desk', keys: ['Alt+KeyT'], says: 'key.theme' },
  { action: 'tongue', where: 'desk', keys: ['Alt+KeyL'], says: 'key.tongue' },
  { action: 'palette', where: 'everywhere', keys: ['$mod+Shift+KeyP', '$mod+KeyK'], says: 'key.palette' },
  { action: 'fold', where: 'desk', keys: ['KeyF'], says: 'key.fold' },
  { action: 'raw', where: 'desk', keys: ['Alt+KeyM'], says: 'key.raw' },
  { action: 'stages', where: 'desk', keys: ['Alt+KeyS'], says: 'key.stages' },
  { action: 'rules', where: 'desk', keys: ['KeyR'], says: 'key.rules' },
  { action: 'make-rule', where: 'desk', keys: ['Shift+KeyR'], says: 'key.makeRule' },
  { action: 'routine', where: 'desk', keys: ['Alt+KeyA'], says: 'key.routine' },
  { action: 'sheet', where: 'desk', keys: ['?', 'Shift+Slash', 'F1'], says: 'key.sheet' },
]
