import type { MenuItemConstructorOptions } from 'electron'

/** The words of the menu that the system does not bring itself. */
const WORDS = {
  zh: { edit: '编辑', view: '显示', window: '窗口', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选' },
  en: {
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
  },
}

const wordsOf = (locale: string): (typeof WORDS)['zh'] => (locale.toLowerCase().startsWith('zh') ? WORDS.zh : WORDS.en)

type Item = MenuItemConstructorOptions

/**
 * The application's menu. macOS needs it for copy and paste, every system for zoom. Outside macOS the keys of the edit
 * menu stay with the page, which has an undo of its own.
 */
export function menuTemplate(platform: string, locale: string): Item[] {
  const mac = platform === 'darwin'
  const word = wordsOf(locale)
  const edit = (role: 'cut' | 'copy' | 'paste' | 'selectAll'): Item => ({
    role,
    label: word[role],
    registerAccelerator: mac,
  })
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: word.edit,
      submenu: [
        ...(mac
          ? [{ role: 'undo' } satisfies Item, { role: 'redo' } satisfies Item, { type: 'separator' } satisfies Item]
          : []),
        edit('cut'),
        edit('copy'),
        edit('paste'),
        edit('selectAll'),
      ],
    },
    {
      label: word.view,
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    ...(mac ? [{ role: 'windowMenu', label: word.window } satisfies Item] : []),
  ]
}

/** What a right click offers; empty where there is nothing to offer. */
export function contextTemplate(can: { canCut: boolean; canCopy: boolean; canPaste: boolean }, locale: string): Item[] {
  const word = wordsOf(locale)
  return [
    ...(can.canCut ? [{ role: 'cut', label: word.cut } satisfies Item] : []),
    ...(can.canCopy ? [{ role: 'copy', label: word.copy } satisfies Item] : []),
    ...(can.canPaste ? [{ role: 'paste', label: word.paste } satisfies Item] : []),
  ]
}
