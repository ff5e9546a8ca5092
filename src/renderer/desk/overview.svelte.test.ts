import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Overview } from '../../contract/overview'
import { OverviewPage } from './overview.svelte'

let unread: number
let asked: number
let page: OverviewPage

beforeEach(() => {
  vi.useFakeTimers()
  unread = 0
  asked = 0
  page = new OverviewPage(() => {
    asked++
    return Promise.resolve({ unread } as Overview)
  })
})
afterEach(() => vi.useRealTimers())

it('asks once while nothing changes, and again where rows changed', async () => {
  page.again()
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toBe(0)
  page.show(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect([asked, page.told?.unread]).toEqual([1, 0])
  page.again()
  page.again()
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toBe(2)
})

it('asks on while something is not analysed yet, and stops when it is closed', async () => {
  unread = 2
  page.show(true)
  await vi.advanceTimersByTimeAsync(2100)
  expect(asked).toBe(2)
  page.show(false)
  await vi.advanceTimersByTimeAsync(9000)
  expect([asked, page.told]).toEqual([2, null])
})
