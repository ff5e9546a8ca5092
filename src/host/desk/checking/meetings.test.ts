import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Meetings } from './meetings'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function meetingsOf(latest?: number) {
  const seen: string[] = []
  const meetings = new Meetings(async (version) => {
    seen.push(version)
    await new Promise((done) => setTimeout(done, 100))
  }, latest)
  return { seen, meetings }
}

it('looks at each once, one after the other, when nothing more is called', async () => {
  const { seen, meetings } = meetingsOf()
  meetings.call(['a', 'b'])
  await vi.advanceTimersByTimeAsync(400)
  meetings.call(['b', 'c'])
  await vi.advanceTimersByTimeAsync(400)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(150)
  expect(seen).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(500)
  expect(seen).toEqual(['a', 'b', 'c'])
})

it('puts that off for so long, and no longer', async () => {
  const { seen, meetings } = meetingsOf(1_000)
  for (let time = 0; time < 10; time++) {
    meetings.call([`v${time}`])
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(seen[0]).toBe('v0')
  expect(seen.length).toBeGreaterThan(3)
})

it('waits for the end of many, and stops where more are called', async () => {
  const { seen, meetings } = meetingsOf(Infinity)
  for (let time = 0; time < 50; time++) {
    meetings.call([`v${time}`])
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(700)
  const begun = seen.length
  expect(begun).toBeGreaterThan(1)
  meetings.call(['more'])
  await vi.advanceTimersByTimeAsync(300)
  expect(seen.length).toBeLessThanOrEqual(begun + 1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(seen).toHaveLength(51)
  expect(seen.at(-1)).toBe('more')
})

it('looks at nothing it was told to forget, and at nothing once closed', async () => {
  const { seen, meetings } = meetingsOf()
  meetings.call(['a'])
  meetings.forget()
  await vi.advanceTimersByTimeAsync(6_000)
  meetings.call(['b', 'c'])
  await vi.advanceTimersByTimeAsync(550)
  const closed = meetings.close()
  await vi.advanceTimersByTimeAsync(100)
  await closed
  meetings.call(['d'])
  await vi.advanceTimersByTimeAsync(6_000)
  expect(seen).toEqual(['b'])
})
