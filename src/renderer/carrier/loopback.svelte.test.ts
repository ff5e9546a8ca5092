import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { News } from '../../contract/contract'
import { loopbackCarrier } from './loopback'

class Socket {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  readonly sent: { id: number; name: string; argument: unknown }[] = []

  send(frame: string): void {
    this.sent.push(JSON.parse(frame) as never)
  }

  hear(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

let sockets: Socket[]
const dial = (): WebSocket => {
  const socket = new Socket()
  sockets.push(socket)
  return socket as unknown as WebSocket
}

beforeEach(() => {
  sockets = []
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

it('answers each request with its own reply', async () => {
  const carrier = loopbackCarrier(dial)
  sockets[0]!.onopen?.()
  const first = carrier.request('openFolder', { path: '/a' })
  const second = carrier.request('openFolder', { path: '/b' })
  const [a, b] = sockets[0]!.sent
  sockets[0]!.hear({ id: b!.id, reply: { ok: true, value: 'b' } })
  sockets[0]!.hear({ id: a!.id, reply: { ok: true, value: 'a' } })
  expect(await first).toEqual({ ok: true, value: 'a' })
  expect(await second).toEqual({ ok: true, value: 'b' })
})

it('sends what was asked before the link is up', async () => {
  const carrier = loopbackCarrier(dial)
  void carrier.request('hello', null)
  expect(sockets[0]!.sent).toEqual([])
  sockets[0]!.onopen?.()
  expect(sockets[0]!.sent).toMatchObject([{ name: 'hello' }])
})

it('passes news on', () => {
  const carrier = loopbackCarrier(dial)
  const heard: News[] = []
  const stop = carrier.onNews((news) => heard.push(news))
  sockets[0]!.hear({ news: { kind: 'folder', folder: null } })
  stop()
  sockets[0]!.hear({ news: { kind: 'folder', folder: null } })
  expect(heard).toEqual([{ kind: 'folder', folder: null }])
})

it('dials again after a loss, and fails what was on its way', async () => {
  const carrier = loopbackCarrier(dial)
  const link: boolean[] = []
  carrier.onLink((up) => link.push(up))
  sockets[0]!.onopen?.()
  const lost = carrier.request('hello', null)
  sockets[0]!.onclose?.()
  expect(await lost).toMatchObject({ ok: false, failure: { code: 'host-gone' } })
  const waiting = carrier.request('openSamples', null)
  vi.advanceTimersByTime(250)
  expect(sockets).toHaveLength(2)
  sockets[1]!.onclose?.()
  vi.advanceTimersByTime(500)
  sockets[2]!.onopen?.()
  sockets[2]!.hear({ id: sockets[2]!.sent[0]!.id, reply: { ok: true, value: 'folder' } })
  expect(await waiting).toEqual({ ok: true, value: 'folder' })
  expect(link).toEqual([true, false, false, true])
})
