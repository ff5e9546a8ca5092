import { beforeEach, expect, it, vi } from 'vitest'
import type { Entry } from '../../../review/operation'
import { House } from '../rules/house.svelte'
import type { settings as Settings } from './settings.svelte'

let settings: typeof Settings
let sent: Entry[]
let house: House

/** The window, opened anew. */
async function reopen(): Promise<void> {
  vi.resetModules()
  settings = (await import('./settings.svelte')).settings
  sent = []
  const office = { by: () => '李敏', send: (entry: Entry) => void sent.push(entry), note: () => undefined }
  house = new House(office, () => Promise.resolve({ uses: {} }))
}

const told = (): unknown[] => sent.map(({ op }) => (op.kind === 'setting' ? [op.key, op.value] : op))

beforeEach(async () => {
  localStorage.clear()
  await reopen()
})

it('records what is set, once, and sets back', () => {
  settings.sit(house, () => true)
  settings.set('theme', 'dark')
  settings.set('theme', 'dark')
  expect(settings.of('theme')).toBe('dark')
  settings.set('theme', null)
  expect(settings.of('theme')).toBeNull()
  expect(told()).toEqual([
    ['theme', 'dark'],
    ['theme', null],
  ])
})

it('records what was set before the host answered', () => {
  settings.set('theme', 'dark')
  expect([settings.of('theme'), settings.told]).toEqual(['dark', false])
  settings.sit(house, () => true)
  expect([settings.of('theme'), settings.told]).toEqual(['dark', true])
  expect(told()).toEqual([['theme', 'dark']])
})

it('follows the journal, not the copy; the copy only until the host answers', async () => {
  settings.sit(house, () => true)
  settings.set('theme', 'dark')
  settings.copy()
  await reopen()
  expect(settings.of('theme')).toBe('dark')
  settings.sit(house, () => true)
  expect(settings.of('theme')).toBeNull()
})

it('takes a copy of another release for none', async () => {
  for (const copy of ['{', '{"theme":"dark"}', '[["theme",7],["rail"],3]']) {
    localStorage.setItem('qingyang.settings', copy)
    await reopen()
    expect(settings.of('theme')).toBeNull()
  }
})

it('keeps for this window what a desk that is only read cannot record', () => {
  settings.sit(house, () => false)
  settings.set('theme', 'dark')
  expect(settings.of('theme')).toBe('dark')
  expect(sent).toEqual([])
})
