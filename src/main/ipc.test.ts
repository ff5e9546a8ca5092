import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { CHANNEL, type Host, type News } from '../contract/contract'
import { carry, isOurs } from './ipc'

const ORIGIN = 'app://bundle'
const contents = () => ({ send: vi.fn(), isDestroyed: () => false }) as unknown as WebContents
const window = contents()

function event(frame: Partial<{ origin: string; parent: object | null }> | null, sender = window): IpcMainInvokeEvent {
  return { sender, senderFrame: frame && { origin: ORIGIN, parent: null, ...frame } } as unknown as IpcMainInvokeEvent
}

/** A host that answers with what it was asked. */
function setUp() {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...words: unknown[]) => Promise<unknown>>()
  const ipc = {
    handle: (channel: string, handler: never) => handlers.set(channel, handler),
    removeHandler: (channel: string) => handlers.delete(channel),
  } as unknown as IpcMain
  const listeners = new Set<(news: News) => void>()
  const host: Host = {
    request: vi.fn(async (name, argument) => ({ ok: true as const, value: [name, argument] })),
    onNews: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {},
  }
  const end = carry(ipc, host, () => [window], ORIGIN)
  return { handlers, host, listeners, end, ask: handlers.get(CHANNEL.request)! }
}

describe('the sender of a request', () => {
  it.each<[string, IpcMainInvokeEvent, boolean]>([
    ['the main frame at the origin', event({}), true],
    ['a frame inside the page', event({ parent: {} }), false],
    ['another origin', event({ origin: 'https://example.com' }), false],
    ['an origin that begins alike', event({ origin: 'app://bundle.example' }), false],
    ['an opaque origin', event({ origin: 'null' }), false],
    ['a frame that is gone', event(null), false],
    ['contents that are no window of ours', event({}, contents()), false],
  ])('%s', (_who, from, ours) => {
    expect(isOurs(from, [window], ORIGIN)).toBe(ours)
  })
})

describe('the carrying', () => {
  it('hands a request to the host and answers with its reply', async () => {
    const { ask } = setUp()
    expect(await ask(event({}), 'hello', null)).toEqual({ ok: true, value: ['hello', null] })
  })

  it.each([
    ['a foreign sender', event({ origin: 'null' }), ['hello', null]],
    ['a name that is no string', event({}), [{}, null]],
    ['a word too few', event({}), ['hello']],
    ['a word too many', event({}), ['hello', null, 1]],
  ])('refuses %s without asking the host', async (_what, from, words) => {
    const { ask, host } = setUp()
    expect(await ask(from, ...words)).toMatchObject({ ok: false, failure: { code: 'refused' } })
    expect(host.request).not.toHaveBeenCalled()
  })

  it('sends news to the window until it ends', () => {
    const { listeners, handlers, end } = setUp()
    const news: News = { kind: 'folder', folder: null }
    listeners.forEach((listener) => listener(news))
    expect(window.send).toHaveBeenCalledExactlyOnceWith(CHANNEL.news, news)
    end()
    expect([listeners.size, handlers.size]).toEqual([0, 0])
  })
})
