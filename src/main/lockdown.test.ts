import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { holdContents, mayAsk, shutSession } from './lockdown'

function fakeSession() {
  const set = { request: vi.fn(), check: vi.fn(), device: vi.fn(), spell: vi.fn(), before: vi.fn() }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: set.request,
    setPermissionCheckHandler: set.check,
    setDevicePermissionHandler: set.device,
    setSpellCheckerEnabled: set.spell,
    webRequest: { onBeforeRequest: set.before },
  })
  shutSession(session as unknown as Session, 'app://bundle')
  return { session, set }
}

describe('a session', () => {
  it('gives no permission, asked or checked, and no device', () => {
    const { set } = fakeSession()
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
    ]) {
      const answer = vi.fn()
      set.request.mock.lastCall?.[0]({}, permission, answer)
      expect(answer).toHaveBeenCalledExactlyOnceWith(false)
      expect(set.check.mock.lastCall?.[0]({}, permission)).toBe(false)
    }
    expect(set.device.mock.lastCall?.[0]({})).toBe(false)
    expect(set.spell).toHaveBeenCalledWith(false)
  })

  it('downloads nothing', () => {
    const event = { preventDefault: vi.fn() }
    fakeSession().session.emit('will-download', event)
    expect(event.preventDefault).toHaveBeenCalled()
  })

  it('cancels every request but its own', () => {
    const asked = (url: string) => {
      const answer = vi.fn()
      fakeSession().set.before.mock.lastCall?.[0]({ url }, answer)
      return answer.mock.lastCall?.[0]
    }
    expect(asked('app://bundle/assets/a.js')).toEqual({ cancel: false })
    expect(asked('https://example.com/')).toEqual({ cancel: true })
  })
})

it.each([
  ['app://bundle/index.html', 'app://bundle', true],
  ['app://bundle.example/index.html', 'app://bundle', false],
  ['app://other/index.html', 'app://bundle', false],
  ['http://bundle/index.html', 'app://bundle', false],
  ['file:///etc/passwd', 'app://bundle', false],
  ['wss://example.com/', 'app://bundle', false],
  ['http://localhost:5173/main.ts', 'http://localhost:5173', true],
  ['ws://localhost:5173/', 'http://localhost:5173', true],
  ['http://localhost:5174/', 'http://localhost:5173', false],
  ['data:image/png;base64,AA', 'app://bundle', true],
])('%s from %s: %s', (url, origin, may) => {
  expect(mayAsk(url, origin)).toBe(may)
})

describe('contents', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])('refuse %s', (name) => {
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
    holdContents(contents as unknown as WebContents)
    const event = { preventDefault: vi.fn() }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalled()
    expect(contents.setWindowOpenHandler.mock.lastCall?.[0]({ url: 'app://bundle/index.html' })).toEqual({
      action: 'deny',
    })
  })
})
