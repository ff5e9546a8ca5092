import { expect, it } from 'vitest'
import { Saving } from './saving.svelte'

const WHY = { code: 'internal', zh: '出错', en: 'error' }

it('says saved only when all is acknowledged', () => {
  const saving = new Saving()
  expect(saving.state).toBe('saved')
  saving.sent(['a'])
  saving.sent(['b'])
  expect(saving.state).toBe('saving')
  saving.acknowledged(['a'])
  expect(saving.state).toBe('saving')
  saving.acknowledged(['b'])
  expect(saving.state).toBe('saved')
})

it('shows what could not be saved until it is', () => {
  const saving = new Saving()
  saving.sent(['a'])
  saving.refused(['a'], WHY, true)
  expect(saving.state).toBe('failed')
  expect(saving.waiting).toBe(1)
  saving.acknowledged(['a'])
  expect(saving.state).toBe('saved')
})

it('does not wait for what was given up', () => {
  const saving = new Saving()
  saving.sent(['a'])
  saving.refused(['a'], WHY, false)
  expect(saving.state).toBe('saved')
})

it('says when the host is away, or the disk takes nothing', () => {
  const saving = new Saving()
  saving.sent(['a'])
  saving.setLink(false)
  expect(saving.state).toBe('host-gone')
  saving.setStorage({ mode: 'read-only', cause: 'full', message: null })
  expect(saving.state).toBe('read-only')
})

it('is not saved while something typed is not yet told', () => {
  const saving = new Saving()
  saving.setTyping(true)
  expect(saving.state).toBe('saving')
  saving.sent(['a'])
  saving.setTyping(false)
  expect(saving.state).toBe('saving')
  saving.acknowledged(['a'])
  expect(saving.state).toBe('saved')
})
