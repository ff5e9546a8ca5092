import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Desk } from './desk.svelte'
import { Dropping } from './dropping.svelte'

const asked: unknown[] = []
const said: string[] = []
const desk = {
  failure: null,
  notes: { say: ({ en }: { en: string }) => said.push(en) },
  openFolder: (how: unknown) => Promise.resolve(asked.push(how)),
} as unknown as Desk

let dropping: Dropping
let stop: () => void
beforeEach(() => {
  asked.length = said.length = 0
  dropping = new Dropping()
  stop = dropping.listen(desk)
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

function drag(kind: string, types: readonly string[] = ['Files'], files: readonly File[] = []): Event {
  const event = Object.assign(new Event(kind, { cancelable: true }), { dataTransfer: { types, files } })
  window.dispatchEvent(event)
  return event
}

it('knows when files are over the window', () => {
  drag('dragenter')
  drag('dragenter')
  drag('dragleave')
  expect(dropping.over).toBe(true)
  drag('dragleave')
  expect(dropping.over).toBe(false)
  drag('dragenter', ['text/plain'])
  expect([dropping.over, drag('dragover', ['text/plain']).defaultPrevented]).toEqual([false, false])
})

it('opens what was dropped where the host can know its path', async () => {
  vi.stubGlobal('qingyang', { pathOf: ({ name }: File) => `/来稿/${name}` })
  drag('dragenter')
  expect(drag('drop', ['Files'], [new File([], '甲.txt')]).defaultPrevented).toBe(true)
  await Promise.resolve()
  expect([dropping.over, asked, said]).toEqual([false, [{ paths: ['/来稿/甲.txt'] }], []])
})

it('says so where a browser keeps the path to itself', () => {
  drag('drop', ['Files'], [new File([], '甲.txt')])
  expect([asked, said]).toEqual([[], [expect.stringContaining('does not tell')]])
})
