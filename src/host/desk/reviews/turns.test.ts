import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Lanes, mapWide } from '../lanes'
import { Turns } from './turns'

const tick = () => new Promise((resolve) => setImmediate(resolve))

it('no two tasks ever have the same key, in the order they asked, and all end', async () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ keys, fails: fc.boolean() }), { maxLength: 12 }), async (tasks) => {
      const turns = new Turns()
      const held = new Set<string>()
      const order: Record<string, number[]> = {}
      const results = await Promise.allSettled(
        tasks.map((task, index) =>
          turns.take(task.keys, async () => {
            for (const key of task.keys) {
              expect(held.has(key)).toBe(false)
              held.add(key)
              ;(order[key] ??= []).push(index)
            }
            await tick()
            for (const key of task.keys) held.delete(key)
            if (task.fails) throw new Error('fails')
          }),
        ),
      )
      expect(results.map(({ status }) => status)).toEqual(tasks.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')))
      for (const indices of Object.values(order)) expect(indices).toEqual([...indices].sort((a, b) => a - b))
      await turns.idle()
    }),
    { numRuns: 50 },
  )
})

it('lanes run a few at a time; a key asked for again is run once, as asked last', async () => {
  const lanes = new Lanes(2)
  let running = 0
  let most = 0
  const ran: string[] = []
  const task = (name: string) => async () => {
    most = Math.max(most, ++running)
    await tick()
    running--
    ran.push(name)
    if (name === 'b') throw new Error('one that fails stops no other')
  }
  for (const name of ['a', 'b', 'c', 'd']) lanes.add(name, task(name))
  lanes.add('c', task('c again'))
  lanes.drop('d')
  for (let n = 0; n < 10; n++) await tick()
  expect(ran).toEqual(['a', 'b', 'c again'])
  expect(most).toBe(2)
  lanes.add('e', task('e'))
  lanes.add('f', task('f'))
  lanes.add('g', task('g'))
  await lanes.close()
  expect(ran.slice(3)).toEqual(['e', 'f'])
})

it('maps in order whatever takes longer', async () => {
  const delays = [3, 0, 2, 1, 0]
  const mapped = await mapWide(delays, 2, async (delay) => {
    for (let n = 0; n < delay; n++) await tick()
    return delay * 10
  })
  expect(mapped).toEqual([30, 0, 20, 10, 0])
})
