import { expect, it } from 'vitest'
import { Find } from './find.svelte'

it('steps round through the hits of one pane', () => {
  const find = new Find()
  find.ask('source', '食堂')
  expect([find.count, find.at]).toEqual([0, -1])
  find.tell({
    source: [
      [0, 2],
      [5, 7],
      [9, 11],
    ],
    copy: [[0, 2]],
  })
  expect([find.count, find.at]).toEqual([3, 0])
  find.step(-1)
  expect(find.at).toBe(2)
  find.step(1)
  expect(find.at).toBe(0)
  find.step(1)
  find.turn('copy')
  expect([find.count, find.at]).toEqual([1, 0])
})

it('keeps its words while it is closed, and looks for nothing then', () => {
  const find = new Find()
  find.ask('copy', '食堂')
  find.close()
  expect(find.words).toBe('')
  find.ask('source')
  expect([find.words, find.pane]).toEqual(['食堂', 'source'])
})
