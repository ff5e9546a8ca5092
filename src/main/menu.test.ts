import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { contextTemplate, menuTemplate } from './menu'

function rolesOf(template: MenuItemConstructorOptions[]): string[] {
  return template.flatMap(({ role, submenu }) => [
    ...(role ? [role] : []),
    ...(Array.isArray(submenu) ? rolesOf(submenu) : []),
  ])
}

it('brings copy, paste and zoom everywhere', () => {
  for (const platform of ['darwin', 'linux', 'win32'])
    expect(rolesOf(menuTemplate(platform, 'zh-CN'))).toEqual(
      expect.arrayContaining(['copy', 'paste', 'zoomIn', 'zoomOut', 'resetZoom']),
    )
})

it('takes no key of the page away outside macOS', () => {
  const edit = menuTemplate('linux', 'en').flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  for (const { role, registerAccelerator } of edit)
    if (role && ['cut', 'copy', 'paste', 'selectAll'].includes(role)) expect(registerAccelerator).toBe(false)
  expect(rolesOf(menuTemplate('linux', 'en'))).not.toContain('undo')
  expect(rolesOf(menuTemplate('darwin', 'en'))).toContain('undo')
})

it('never offers a reload or the developer tools', () => {
  for (const platform of ['darwin', 'linux', 'win32'])
    expect(rolesOf(menuTemplate(platform, 'en')).filter((role) => /reload|devtools/i.test(role))).toEqual([])
})

it('speaks the language of the system', () => {
  expect(menuTemplate('linux', 'zh-CN')[0]?.label).toBe('编辑')
  expect(menuTemplate('linux', 'en-GB')[0]?.label).toBe('Edit')
})

it('offers on a right click only what can be done', () => {
  expect(contextTemplate({ canCut: false, canCopy: true, canPaste: false }, 'zh').map(({ role }) => role)).toEqual([
    'copy',
  ])
  expect(contextTemplate({ canCut: false, canCopy: false, canPaste: false }, 'zh')).toEqual([])
})
