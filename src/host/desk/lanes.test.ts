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
