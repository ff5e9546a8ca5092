import { afterEach, expect, it, vi } from 'vitest'
import { Layout } from './layout.svelte'

/** A window of so many CSS pixels, and what resizes it. */
function windowOf(width: number): (to: number) => void {
  let now = width
  const heard: (() => void)[] = []
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return now >= Number(/\d+/.exec(query)?.[0])
    },
    addEventListener: (_kind: string, listener: () => void) => heard.push(listener),
  }))
  return (to) => {
    now = to
    heard.forEach((listener) => listener())
  }
}

afterEach(() => vi.unstubAllGlobals())

it('shows everything where there is room for it, and keeps what was closed there', () => {
  windowOf(1440)
  const layout = new Layout()
  expect([layout.room, layout.queue, layout.rail, layout.panes]).toEqual(['wide', true, true, 'both'])
  layout.showQueue(false)
  expect(new Layout().queue).toBe(false)
  layout.showQueue(true)
  expect(new Layout().queue).toBe(true)
})

it('lays the queue over the panes in a middle window', () => {
  windowOf(1024)
  const layout = new Layout()
  expect([layout.queue, layout.rail, layout.panes]).toEqual([false, true, 'both'])
  layout.showQueue(true)
  expect(layout.queue).toBe(true)
  expect(layout.clear()).toBe(true)
  expect(layout.queue).toBe(false)
  expect(layout.clear()).toBe(false)
})

it('leaves one pane beside the rail in a narrow window', () => {
  windowOf(720)
  const layout = new Layout()
  expect([layout.queue, layout.rail, layout.panes]).toEqual([false, false, 'both'])
  layout.showRail(true)
  expect(layout.panes).toBe('source')
  layout.need('copy')
  expect([layout.panes, layout.rail]).toEqual(['copy', true])
  layout.showPanes('both')
  expect([layout.panes, layout.rail]).toEqual(['both', false])
})

it('turns through the views where one pane may be alone', () => {
  const resize = windowOf(720)
  const layout = new Layout()
  const seen = [0, 1, 2].map(() => (layout.turnPanes(), layout.panes))
  expect(seen).toEqual(['source', 'copy', 'both'])
  resize(1440)
  expect(layout.turnPanes()).toBe(false)
  expect(layout.panes).toBe('both')
})

it('shows one thing at a time in a slim window', () => {
  windowOf(320)
  const layout = new Layout()
  expect([layout.room, layout.panes, layout.views]).toEqual(['slim', 'source', ['source', 'copy']])
  layout.turnPanes()
  layout.showRail(true)
  expect([layout.panes, layout.rail]).toEqual(['copy', true])
})

it('closes what lay over the panes when the room changes', () => {
  const resize = windowOf(720)
  const layout = new Layout()
  layout.showQueue(true)
  layout.showRail(true)
  resize(1440)
  resize(720)
  expect([layout.queue, layout.rail]).toEqual([false, false])
})
