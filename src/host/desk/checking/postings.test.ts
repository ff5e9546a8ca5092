import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Postings } from './postings'

const step = fc.record({
  key: fc.integer({ min: 0, max: 5 }),
  version: fc.constantFrom('a', 'b', 'c', 'd'),
  add: fc.boolean(),
})

it('knows under each key the versions that were added and not removed, in their order', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const postings = new Postings(3)
      const known = new Map<number, string[]>()
      for (const { key, version, add } of steps) {
        const held = known.get(key) ?? []
        if (add && !held.includes(version) && held.length < 3) known.set(key, [...held, version])
        if (!add)
          known.set(
            key,
            held.filter((each) => each !== version),
          )
        if (add) postings.add(key, version)
        else postings.remove(key, version)
      }
      for (const key of [0, 1, 2, 3, 4, 5]) expect(postings.under(key)).toEqual(known.get(key) ?? [])
      postings.clear()
      expect(postings.under(0)).toEqual([])
    }),
  )
})
