import { describe, expect, it } from 'vitest'
import { inOrder } from './in-order'

async function* from<T>(items: readonly T[]) {
  yield* items
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('inOrder', () => {
  it('keeps the order, and never works on more than it may', async () => {
    let running = 0
    let most = 0
    const answers: number[] = []
    const work = async (item: number) => {
      most = Math.max(most, (running += 1))
      await turns(1 + ((item * 7) % 11))
      running -= 1
      return item
    }
    const items = Array.from({ length: 50 }, (_, index) => index)
    for await (const answer of inOrder(from(items), 3, work)) answers.push(answer)
    expect(answers).toEqual(items)
    expect(most).toBe(3)
  })

  it('gives an answer while the next item has not come', async () => {
    async function* stalled() {
      yield 1
      await new Promise(() => undefined)
    }
    const { value } = await inOrder(stalled(), 4, (item) => Promise.resolve(item)).next()
    expect(value).toBe(1)
  })

  it('throws what its work throws, in its turn', async () => {
    const answers: number[] = []
    const run = async () => {
      const work = async (item: number) => (item === 2 ? Promise.reject(new Error('two')) : item)
      for await (const answer of inOrder(from([1, 2, 3]), 3, work)) answers.push(answer)
    }
    await expect(run()).rejects.toThrow('two')
    expect(answers).toEqual([1])
  })
})
