import { expect, it } from 'vitest'
import { failedLately } from './electron.mjs'
import { refuseNode } from './node-version.mjs'

const DAY = 24 * 60 * 60 * 1000

it.each<[string, boolean]>([
  [JSON.stringify({ of: '45.0.0', at: 10 * DAY }), true],
  [JSON.stringify({ of: '45.0.0', at: 9 * DAY + 1 }), true],
  [JSON.stringify({ of: '45.0.0', at: 9 * DAY }), false],
  [JSON.stringify({ of: '44.0.0', at: 10 * DAY }), false],
  [JSON.stringify({ of: '45.0.0', at: 11 * DAY }), false],
  [JSON.stringify({ of: '45.0.0' }), false],
  ['{', false],
  ['null', false],
])('remembers a failed attempt for a day: %s', (note, lately) => {
  expect(failedLately(note, '45.0.0', 10 * DAY)).toBe(lately)
})

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['24.1.0', true],
  ['20.18.3', false],
  ['18.20.0', false],
])('Node %s will do: %s', (version, will) => {
  expect(refuseNode(version) === null).toBe(will)
})
