import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NumberMap } from './number-map'

/** Few keys, so that they meet often; large ones among them. */
const key = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 40 }).map((n) => n * 2 ** 46 + 7),
)
const step = fc.record({ key, value: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { freq: 2 }) })

it('holds what a Map holds, whatever is set and deleted', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 800 }), (steps) => {
      const [own, map] = [new NumberMap(), new Map<number, number>()]
      for (const { key, value } of steps) {
        if (value === null) {
          own.delete(key)
          map.delete(key)
        } else {
          own.set(key, value)
          map.set(key, value)
        }
        expect(own.size).toBe(map.size)
      }
      for (const { key } of steps) expect(own.get(key)).toBe(map.get(key))
      own.clear()
      expect([own.size, own.get(7)]).toEqual([0, undefined])
    }),
  )
})

it('finds each of many', () => {
  const own = new NumberMap()
  for (let at = 0; at < 100_000; at++) own.set(at * 90_071_992_547, at)
  for (let at = 0; at < 100_000; at += 7) expect(own.get(at * 90_071_992_547)).toBe(at)
  expect(own.get(1)).toBeUndefined()
})
