import { expect, it } from 'vitest'
import { Lanes } from './lanes'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('runs a few at a time, in order; what is asked for again keeps its place, what is dropped never runs', async () => {
  const lanes = new Lanes(2)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const add = (key: string, as = key): void =>
    lanes.add(key, () => new Promise<void>((end) => (begun.push(as), ends.push(end))))
  for (const key of ['a', 'b', 'c', 'd', 'e']) add(key)
  expect(begun).toEqual(['a', 'b'])
  add('d', 'd again')
  lanes.drop('c')
  ends.shift()?.()
  await turn()
  expect(begun).toEqual(['a', 'b', 'd again'])
  // All have begun, and more come.
  ends.shift()?.()
  await turn()
  add('f')
  for (let left = 0; left < 3; left++) {
    ends.shift()?.()
    await turn()
  }
  expect(begun).toEqual(['a', 'b', 'd again', 'e', 'f'])
  add('g')
  expect(begun.at(-1)).toBe('g')
  add('h')
  add('late')
  const closed = lanes.close()
  ends.forEach((end) => end())
  await closed
  expect(begun).not.toContain('late')
})

it('takes as long for each of many as for each of few', async () => {
  const took = async (count: number): Promise<number> => {
    const lanes = new Lanes(1)
    let left = count
    const began = performance.now()
    await new Promise<void>((done) => {
      for (let key = 0; key < count; key++) {
        lanes.add(String(key), () => {
          if (--left === 0) done()
          return Promise.resolve()
        })
      }
    })
    return (performance.now() - began) / count
  }
  await took(2_000)
  const few = await took(4_000)
  expect(await took(64_000)).toBeLessThan(few * 6 + 0.005)
})
