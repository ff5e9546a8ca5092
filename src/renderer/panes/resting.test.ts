import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Resting } from './resting'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does at once what nobody types before', () => {
  const work = vi.fn()
  new Resting().after(work)
  expect(work).toHaveBeenCalledOnce()
})

it('waits until the hands rest, and does only the last', () => {
  const resting = new Resting()
  const [first, second] = [vi.fn(), vi.fn()]
  resting.typed()
  resting.after(first)
  vi.advanceTimersByTime(150)
  resting.typed()
  resting.after(second)
  vi.advanceTimersByTime(150)
  expect(second).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60)
  expect(second).toHaveBeenCalledOnce()
  expect(first).not.toHaveBeenCalled()
})

it('does what waits when it is told to, once', () => {
  const resting = new Resting()
  const work = vi.fn()
  resting.typed()
  resting.after(work)
  resting.now()
  vi.advanceTimersByTime(1000)
  expect(work).toHaveBeenCalledOnce()
})

it('does other work at once, instead of what waits', () => {
  const resting = new Resting()
  const [waits, other] = [vi.fn(), vi.fn()]
  resting.typed()
  resting.after(waits)
  resting.now(other)
  vi.advanceTimersByTime(1000)
  expect(other).toHaveBeenCalledOnce()
  expect(waits).not.toHaveBeenCalled()
})

it('does nothing any more once it is closed', () => {
  const resting = new Resting()
  const work = vi.fn()
  resting.typed()
  resting.after(work)
  resting.close()
  vi.advanceTimersByTime(1000)
  expect(work).not.toHaveBeenCalled()
})
