import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { findPlace } from './place'

it('takes the folder that QINGYANG_DATA names, made absolute', () => {
  const place = findPlace({ QINGYANG_DATA: 'somewhere/else' })
  expect(place.data).toBe(resolve('somewhere/else'))
  expect(place.electron).toBe(resolve('somewhere/else/electron'))
  expect(place.browser).toBe(resolve('somewhere/else/browser'))
})

it('has a folder of its own on the platform, without a suffix', () => {
  const { data } = findPlace({})
  expect(data).toMatch(/Qingyang/)
  expect(data).not.toMatch(/nodejs/)
  expect(findPlace({ QINGYANG_DATA: '' }).data).toBe(data)
})
