import { expect, it } from 'vitest'
import type { DiskFile } from './disk'
import { Windows } from './windows'

/** A file whose bytes say where they stand, of so many bytes for now. */
function fileOf(size: number) {
  const state = { size, reads: 0, bytes: 0, torn: -1, broken: false }
  const read = async (into: Uint8Array, position: number): Promise<number> => {
    state.reads++
    state.bytes += into.length
    if (state.broken) throw new Error('EIO')
    const count = Math.max(0, Math.min(into.length, state.size - position))
    for (let at = 0; at < count; at++)
      into[at] = position + at >= state.torn && state.torn >= 0 ? 0 : (position + at) % 251
    return count
  }
  return { state, windows: new Windows(() => ({ read }) as unknown as DiskFile) }
}

const whole = (at: number) => (bytes: Uint8Array) => bytes.every((byte, index) => byte === (at + index) % 251)

it('asks the file once for what lies close together, whatever is asked for first', async () => {
  const { state, windows } = fileOf(1000)
  await Promise.all([200, 100, 0].map((at) => windows.read(at, 50, whole(at))))
  const before = state.reads
  expect(whole(300)(await windows.read(300, 50, whole(300)))).toBe(true)
  expect(state.reads).toBe(before)
})

it('reads no more than it is asked for of what lies far apart', async () => {
  const { state, windows } = fileOf(100_000_000)
  for (const at of [70_000_000, 0, 30_000_000, 99_000_000, 50_000_000]) {
    expect(whole(at)(await windows.read(at, 50, whole(at)))).toBe(true)
  }
  expect(state.bytes).toBe(250)
})

it('reads again what the file did not hold yet, or what was being written', async () => {
  const { state, windows } = fileOf(100)
  state.torn = 80
  await windows.read(0, 50, whole(0))
  state.torn = -1
  expect(whole(70)(await windows.read(70, 30, whole(70)))).toBe(true)
  state.size = 400
  expect(whole(90)(await windows.read(90, 200, whole(90)))).toBe(true)
})

it('answers less where the file ends, and is not spoilt by a failure', async () => {
  const { state, windows } = fileOf(100)
  expect((await windows.read(90, 50, () => true)).length).toBe(10)
  state.broken = true
  await expect(windows.read(500_000, 50, () => true)).rejects.toThrow('EIO')
  state.broken = false
  state.size = 600_000
  expect(whole(500_000)(await windows.read(500_000, 50, whole(500_000)))).toBe(true)
})
