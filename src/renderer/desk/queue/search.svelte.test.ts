import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer, Argument, Row } from '../../../contract/contract'
import type { SearchHit } from '../../../contract/texts'
import { Queue } from './queue.svelte'
import { Search } from './search.svelte'

const row = (id: string, title: string): Row =>
  ({ id, title, site: null, path: id, status: 'open', received: 0, warnings: [], supersedes: null }) as unknown as Row
const hit = (id: string): SearchHit => ({ id, snippet: '社区食堂', marks: [[2, 4]], count: 1, cut: false })

let queue: Queue
let search: Search
let asked: Argument<'search'>[]
let answers: ((answer: Partial<Answer<'search'>>) => void)[]

beforeEach(() => {
  vi.useFakeTimers()
  queue = new Queue()
  queue.takeNow([row('a', '食堂开了'), row('b', '集市'), row('c', '码头')])
  asked = []
  answers = []
  search = new Search(queue, (argument) => {
    asked.push(argument)
    return new Promise((resolve) => {
      answers.push((answer) => resolve({ ok: true, value: { hits: [], next: null, total: 3, unread: 0, ...answer } }))
    })
  })
})
afterEach(() => vi.useRealTimers())

const shown = (): string[] => queue.shown.map(({ id }) => id)
async function answer(given: Partial<Answer<'search'>>): Promise<void> {
  answers.shift()?.(given)
  await vi.advanceTimersByTimeAsync(0)
}

it('shows rows that name it at once, the others as they are found', async () => {
  search.find('食堂')
  expect(shown()).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toEqual([{ words: '食堂', from: 0 }])
  await answer({ hits: [hit('b')], next: 2 })
  expect(shown()).toEqual(['a', 'b'])
  expect([search.running, queue.hits.get('b')?.snippet]).toEqual([true, '社区食堂'])
  expect(asked[1]).toEqual({ words: '食堂', from: 2 })
  await answer({ hits: [hit('c')] })
  expect(shown()).toEqual(['a', 'b', 'c'])
  expect(search.running).toBe(false)
})

it('asks once for what was typed fast, and lets go what is no longer sought', async () => {
  search.find('食')
  search.find('食堂')
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toHaveLength(1)
  search.find('')
  await answer({ hits: [hit('b')], next: 2 })
  expect(shown()).toEqual(['a', 'b', 'c'])
  expect(queue.hits.size).toBe(0)
  expect(asked).toHaveLength(1)
})

it('does not look for ever for more than the host holds', async () => {
  search.find('食堂')
  for (let look = 0; look < 20; look++) {
    await vi.advanceTimersByTimeAsync(1100)
    await answer({ unread: 2 })
  }
  expect(asked.length).toBeLessThan(10)
  expect(search.unread).toBe(2)
})

it('looks again for what the host had not read yet', async () => {
  search.find('食堂')
  await vi.advanceTimersByTimeAsync(100)
  await answer({ unread: 2 })
  expect(search.unread).toBe(2)
  await vi.advanceTimersByTimeAsync(1100)
  await answer({ hits: [hit('b')], unread: 0 })
  expect([search.unread, shown()]).toEqual([0, ['a', 'b']])
})
